#pragma once
// The cells of a row: what they must be, and how they are compared and shown.

#include <boost/json/object.hpp>

#include "engine/table/definition.h"

namespace dandori::engine {

using TableCells = boost::json::object;

inline constexpr std::size_t table_cell_bytes_max = 10'000;
inline constexpr std::size_t table_row_id_bytes_max = 500;

/// What is wrong with a cell, in both languages.
struct CellFault {
    std::string column;  ///< empty: the row as a whole
    std::string ja, en;
};

/// Reads what the store has; throws std::runtime_error where it is damaged.
TableCells cells_of(const std::string& json);
/// The columns that have values, in the table's order.
TableCells in_order(const TableDefinition&, const TableCells&);

/// Puts `given` over `before`: null and empty texts and lists clear. Faults: a column that isn't there, a value of another type.
TableCells merged_cells(const TableDefinition&, const TableCells& before, const TableCells& given, std::vector<CellFault>&);

/// Types, required columns, allowed values, lengths; not references.
std::vector<CellFault> cell_faults(const TableDefinition&, const TableCells&);

/// What the row is called; empty where a key column has no value.
std::string row_id_of(const TableDefinition&, const TableCells&);

/// The values that refer or are referred to: the cell as text, each member of a list.
std::vector<std::string> values_in(const TableCells&, const TableColumn&);

/// A cell as files have it: `true`, `12`, members joined by `;`.
std::string cell_text(const boost::json::value&);
/// The value of a text from a file; null where it is blank, and the text itself where it is no such value, which `cell_faults` tells then.
boost::json::value cell_from_text(const TableColumn&, std::string_view text);

}  // namespace dandori::engine
