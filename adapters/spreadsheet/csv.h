#pragma once
// Comma-separated values (RFC 4180), in the two character sets that Japanese offices use.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"

namespace dandori::spreadsheet {

enum class CsvEncoding {
    Utf8WithMark,  ///< UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8
    Cp932,         ///< Microsoft's Shift_JIS
};

struct CsvRow {
    std::size_t line = 1;  ///< of the file, where it begins; cells may hold line ends
    std::vector<std::string> cells;
};

struct CsvTable {
    bool is_cp932 = false;  ///< what it was read as; else UTF-8
    std::vector<CsvRow> rows;  ///< without the empty ones
};

struct CsvLimits {
    std::size_t bytes_max = 10 * 1024 * 1024;
    std::size_t rows_max = 10'000;  ///< besides the header row
    std::size_t columns_max = 1'000;
    std::size_t cell_bytes_max = 128 * 1024;
};

/// Reads bytes that may come from anybody: UTF-8 where they are (a byte order mark is taken off), else code page 932. Quotes, commas and line ends
/// (CRLF, LF, CR) within quotes. Refused, naming the line: what is neither encoding, UTF-16, a quote that isn't closed or has text behind it, NUL,
/// what passes the limits.
Result<CsvTable> read_csv(std::string_view bytes, const CsvLimits& = {});

/// CRLF at the end of every row, every cell in quotes. Refused, naming line and column (both from 1) and the character: what the encoding lacks.
Result<std::string> write_csv(const std::vector<std::vector<std::string>>& rows, CsvEncoding);

}  // namespace dandori::spreadsheet
