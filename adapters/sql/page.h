#pragma once
#include "engine/port/row_kind.h"

namespace dandori::sql {

/// What a search found: the rows of search_statement() turned the right way round, with the places of the first and the last.
/// `total` is left to the caller.
engine::Found<engine::AnyRow> page_of(const engine::RowKind& kind, const engine::Query& query, std::vector<engine::AnyRow> rows);

/// Whether a page with this many rows tells by itself how many there are on all pages.
bool is_whole(const engine::Query& query, std::size_t count);

}  // namespace dandori::sql
