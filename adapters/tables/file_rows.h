#pragma once
// From a file of rows to what the engine takes, and back.

#include <tl/expected.hpp>

#include "adapters/spreadsheet/csv.h"
#include "engine/runtime/command.h"
#include "engine/table/definition.h"

namespace dandori::tables {

inline constexpr std::size_t file_bytes_max = 8 << 20;

struct FileRows {
    std::vector<engine::Json> rows;   ///< an object each; an empty cell is null, a column that the file lacks has no member
    std::vector<std::size_t> lines;   ///< where each stands in the file
};

/// What is wrong with a file: line and column from 1, 0 where it is about the whole.
struct FileFault {
    std::size_t line = 0, column = 0;
    std::string ja, en;
};
using FileFaults = std::vector<FileFault>;

/// Reads CSV (UTF-8 with or without a byte order mark, code page 932) or the first sheet of an .xlsx file, from anybody. The first row has
/// the columns' names or titles, in any order. Faults: what can't be read, columns that the table lacks, that are there twice, that are
/// missing of its key, rows with more cells than names. All at once, a hundred at most.
tl::expected<FileRows, FileFaults> read_file_rows(std::string_view bytes, const engine::TableDefinition&);

/// The table as CSV, with the columns' names in the first row. Refused: what the encoding lacks.
Result<std::string> write_csv_rows(const engine::TableDefinition&, const std::vector<engine::Json>& cells, spreadsheet::CsvEncoding);

/// `systems.csv:4:3: ...`, one a line.
std::string to_text(const FileFaults&, const std::string& file, bool is_japanese);

}  // namespace dandori::tables
