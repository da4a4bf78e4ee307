#pragma once
// Tables as the store has them.

#include "engine/port/store.h"
#include "engine/state/data_table.h"
#include "engine/table/definition.h"

namespace dandori::engine {

/// The definition of a stored table; throws std::runtime_error where it can't be read, which a later program may cause.
TableDefinition definition_of(const DataTable&);

/// The rows of a table in their order: those that stand, or those of an earlier version.
std::vector<DataTableRow> table_rows(Reader&, const std::string& table_id, std::optional<std::int32_t> version = {});

/// The row of this id that stands.
std::optional<DataTableRow> table_row(Reader&, const std::string& table_id, const std::string& row_id);

}  // namespace dandori::engine
