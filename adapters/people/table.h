#pragma once
// A table of people that somebody sends: a header row with names of columns, and what is wrong with it, place by place.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace dandori::people {

/// A column that may be there, by either of its names.
struct Column {
    std::string_view name;
    std::string_view name_ja;
    bool is_needed = false;
};

/// One thing that is wrong: where, what was found, what is needed.
struct TableFault {
    std::size_t line = 0;    ///< of the file; 0: of the file as a whole
    std::size_t column = 0;  ///< from 1; 0: of the row as a whole
    std::string column_name;
    std::string ja, en;
};
using TableFaults = std::vector<TableFault>;

struct TableRow {
    std::size_t line = 1;
    std::vector<std::optional<std::string>> cells;  ///< one for each asked-for column, without spaces around it; none: the file has no such column
};

struct Table {
    std::vector<std::size_t> places;  ///< of each asked-for column, from 1; 0: not there
    std::vector<TableRow> rows;
};

inline constexpr std::size_t rows_max = 2'000;
inline constexpr std::size_t cell_bytes_max = 1'000;

/// Reads CSV: UTF-8 with or without a mark, or code page 932. All faults of its form at once: unknown, missing or repeated columns, rows with
/// more cells than the header, long cells, too many rows, no row at all.
tl::expected<Table, TableFaults> read_table(std::string_view bytes, std::span<const Column>);

/// One fault a line, with its place: `3行目 4列（mail）: ...`, `Line 3, column 4 (mail): ...`; the first hundred.
std::string to_text(const TableFaults&, bool is_japanese);

/// The parts between semicolons (`;`, `；`), without spaces around them, none twice.
std::vector<std::string> parts_of(std::string_view cell);

}  // namespace dandori::people
