#pragma once
#include "engine/port/store.h"

namespace dandori::engine {

/// Calls `take(row)` for each row that a search finds, page by page.
template <class Row, class Take>
void for_all_rows(Reader& reader, Query query, Take&& take) {
    query.limit = 1000;
    query.count_total = false;
    while (true) {
        auto found = find<Row>(reader, query);
        for (Row& row : found.rows) take(std::move(row));
        if (found.rows.size() < query.limit || !found.end) return;
        query.after = found.end;
    }
}

}  // namespace dandori::engine
