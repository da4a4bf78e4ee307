#pragma once
// What a table is: its columns, what they refer to, who may read and change it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"
#include "engine/state/actor.h"

namespace dandori::engine {

/// Date: 2026-04-01, month: 2026-04, time: ISO 8601 with an offset; these and text are texts. List: of texts.
enum class ColumnType { Text, Integer, Boolean, Date, Month, Time, List };
template <>
inline constexpr std::string_view names_of<ColumnType>[] = {"text", "integer", "boolean", "date", "month", "time", "list"};

/// A value that a column may have, and how people read it.
struct ColumnValue {
    std::string value, title, title_en;
};

/// The column of another table in which each value must stand.
struct ColumnReference {
    std::string table;
    std::string column;  ///< empty: the key
};

struct TableColumn {
    std::string name;  ///< as processes and files call it
    std::string title, title_en;
    ColumnType type = ColumnType::Text;
    bool is_key = false, is_required = false;
    std::optional<ColumnReference> refers_to;
    std::vector<ColumnValue> values;  ///< no other; empty: any
};

struct TableDefinition {
    std::string id;
    std::string title, title_en;
    std::string description, description_en;
    std::vector<std::string> readers;    ///< candidate groups, a trailing `*` for any; `*` for everybody
    std::vector<std::string> editors;    ///< the same; administrators always may
    std::vector<std::string> processes;  ///< ids of those that write rows
    std::vector<TableColumn> columns;

    const TableColumn* find(std::string_view column) const;
    /// Whether the key is this column alone.
    bool is_only_key(std::string_view column) const;
    /// What a reference means: the column itself, or the only key column; null pointer where there is none.
    const TableColumn* referred(const ColumnReference&) const;
};

inline constexpr std::size_t table_definition_bytes_max = 256 * 1024;
inline constexpr std::size_t table_columns_max = 100;
inline constexpr std::size_t table_rows_max = 100'000;

/// Reads a definition; engine/table/README.md and docs/designer/tables.md have the members. The failure says the member that is wrong.
Result<TableDefinition> read_table_definition(std::string_view json);

/// Whether a group of the actor's is named; administrators (who may UPDATE the SYSTEM) may always.
bool may_read(const TableDefinition&, const Actor*);
bool may_edit(const TableDefinition&, const Actor*);

}  // namespace dandori::engine
