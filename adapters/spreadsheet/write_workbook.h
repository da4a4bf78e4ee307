#pragma once
// A fresh .xlsx workbook to look at and to print: on A4 landscape, one page wide, the header row on every page and always in view.

#include <string>
#include <utility>
#include <vector>

#include "adapters/spreadsheet/cell.h"
#include "engine/failure.h"

namespace dandori::spreadsheet {

struct NewColumn {
    std::string header;
    double width = 16;  ///< in characters of half width
};

struct NewSheet {
    std::string name;                                        ///< at most 31 characters, without []:*?/\ .
    std::vector<NewColumn> columns = {};
    std::vector<std::vector<CellValue>> rows = {};                ///< below the header; a row may be shorter than the columns, not longer
    std::uint32_t header_row = 1;                            ///< rows above it are free for `above`
    std::vector<std::pair<CellPosition, CellValue>> above = {};  ///< a title, who, when
};

/// The workbook's bytes; the same sheets give the same bytes (no clock is asked). Texts stay texts, also "=1+1" and "0042"; dates show as
/// 2026/04/01, dates with a time as 2026/04/01 09:30. Refused, naming sheet and cell: what a cell or the name of a sheet can't hold.
Result<std::string> write_workbook(const std::vector<NewSheet>&);

}  // namespace dandori::spreadsheet
