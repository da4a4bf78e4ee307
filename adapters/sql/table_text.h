#pragma once
// From a kind of rows to SQL texts. See README.md for the names.

#include <string>
#include <vector>

#include "adapters/sql/dialect.h"
#include "engine/port/row_kind.h"

namespace dandori::sql {

/// `"process_instance_key"` for `processInstanceKey`: lower case with underscores, quoted, because some names are words
/// of SQL.
std::string column_name(std::string_view field);
std::string quoted(std::string_view name);

/// All columns in the order of the fields, each behind `prefix`: `r."a", r."b"`.
std::string column_list(const engine::RowKind& kind, std::string_view prefix = "");

std::string create_table_text(const engine::RowKind& kind, const Dialect& dialect);

/// For a table that is there already: rows that are in it get the value that a new row begins with.
std::string add_column_text(const engine::RowKind& kind, const engine::FieldKind& field, const Dialect& dialect);

/// Writes one row, given in the order of the fields, unless there is one with its primary key; and, with the same
/// parameters, replaces the one that is there.
std::string insert_text(const engine::RowKind& kind, const Dialect& dialect);
std::string update_text(const engine::RowKind& kind, const Dialect& dialect);

/// Removes the row with the primary key given.
std::string remove_text(const engine::RowKind& kind, const Dialect& dialect);

struct Index {
    std::string name;
    std::vector<std::string> columns;  ///< quoted, as the index has them
    std::string create_text;
    std::int64_t rows_per_value = 10;  ///< a guess for planners that have no statistics
};

/// One for each field that asks for it; where searches always give two fields together, one over both.
std::vector<Index> indexes_of(const engine::RowKind& kind, const Dialect& dialect);

/// The members of a list in a table of their own, each with a few fields of its row, so that the rows which hold a member are found
/// at once and in the order of those fields. The database keeps it up to date by triggers.
struct ListIndex {
    std::string table;
    std::string list;               ///< the field
    std::vector<std::string> with;  ///< fields, in the order of the index; the primary key is the last of all

    std::string value() const { return quoted("value"); }
    bool has(const engine::RowKind& kind, std::string_view field) const;
};
std::vector<ListIndex> list_indexes_of(const engine::RowKind& kind);
/// Makes table, index and triggers, and fills it from the rows that are there.
std::vector<std::string> create_list_index_texts(const engine::RowKind& kind, const ListIndex& index, const Dialect& dialect);

}  // namespace dandori::sql
