#include "adapters/sql/page.h"

#include <algorithm>

namespace dandori::sql {
namespace {

engine::Cursor place_of(const engine::RowKind& kind, const engine::Query& query, const engine::AnyRow& row) {
    const void* address = std::visit([](const auto& it) -> const void* { return &it; }, row);
    engine::Cursor place;
    for (const auto& sort : query.sort) place.push_back(kind.field(sort.field).cell_of(address));
    place.push_back(kind.fields.front().cell_of(address));
    return place;
}

}  // namespace

engine::Found<engine::AnyRow> page_of(const engine::RowKind& kind, const engine::Query& query, std::vector<engine::AnyRow> rows) {
    if (query.before) std::reverse(rows.begin(), rows.end());
    engine::Found<engine::AnyRow> found;
    found.rows = std::move(rows);
    if (!found.rows.empty()) {
        found.start = place_of(kind, query, found.rows.front());
        found.end = place_of(kind, query, found.rows.back());
    }
    return found;
}

bool is_whole(const engine::Query& query, std::size_t count) {
    return !query.after && !query.before && query.from == 0 && count < query.limit;
}

}  // namespace dandori::sql
