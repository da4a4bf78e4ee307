#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "adapters/spreadsheet/cell.h"
#include "engine/failure.h"

namespace dandori::spreadsheet {

struct FilledCell {
    std::string sheet;
    CellPosition at;
    CellValue value;  ///< empty: the cell is emptied, its looks stay
};

/// Somebody's own workbook with values written into its cells. Everything else stays: the looks of the cells, formulas, drop-down lists, protection,
/// hidden columns; parts that aren't touched byte for byte. Texts become inline strings, so the shared ones aren't touched. Where the workbook has
/// formulas it is told to work them out anew when it is opened. The same original and cells give the same bytes.
///
/// Refused, naming sheet and cell: a sheet that isn't there, a cell that holds a formula or is covered by a merged one, a date in a cell that isn't
/// formatted as one (it would show as a number), text that a cell can't hold.
Result<std::string> fill_workbook(std::string_view original, const std::vector<FilledCell>&);

/// Whether a cell can hold the text: at most 32,767 UTF-16 units, no control characters but tab and line ends, valid UTF-8. Says what is wrong.
Result<void> check_cell_text(std::string_view);

}  // namespace dandori::spreadsheet
