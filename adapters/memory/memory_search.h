#pragma once
#include <span>

#include "adapters/memory/memory_table.h"

namespace dandori::memory {

/// What a search found: pointers into the table, valid until it changes.
struct Hits {
    std::vector<const void*> rows;
    std::int64_t total = 0;
    std::optional<engine::Cursor> start;
    std::optional<engine::Cursor> end;
};

/// Searches `tables[kind]`; the others are looked at for related rows. Tables stand in the order of AnyRow. The query
/// must have passed check_query().
Hits search(std::span<const MemoryTable> tables, std::size_t kind, const engine::Query& query);

}  // namespace dandori::memory
