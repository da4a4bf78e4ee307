#pragma once
// What is read of an .xlsx file (ECMA-376, Office Open XML): the values, not the looks.

#include <string>
#include <string_view>
#include <vector>

#include "adapters/spreadsheet/cell.h"
#include "adapters/spreadsheet/zip_archive.h"
#include "engine/failure.h"

namespace dandori::spreadsheet {

struct Cell {
    std::uint32_t column = 1;
    CellValue value;
    bool is_formula = false;  ///< the value is what the program that saved the file had worked out; nothing is worked out here
};

/// A row with at least one cell that isn't empty; its cells from left to right.
struct Row {
    std::uint32_t number = 1;
    std::vector<Cell> cells;
};

struct Sheet {
    std::string name;
    bool is_hidden = false;
    std::vector<Row> rows;  ///< from top to bottom, those that aren't empty
    std::vector<CellRange> merged;

    /// The cell, or null where it is empty.
    const Cell* find(CellPosition) const;
    /// The merged area that the cell lies in without being its first, which alone has a value; null where there is none.
    const CellRange* covered_by(CellPosition) const;
};

struct Workbook {
    std::vector<Sheet> sheets;
    bool is_1904 = false;            ///< days are counted from 1904-01-01
    std::vector<std::string> notes;  ///< what a person should know: references to other files that weren't followed

    const Sheet* find(std::string_view name) const;
};

struct ReadingLimits {
    ArchiveLimits archive;
    std::size_t rows_max = 10'000;    ///< of a sheet, that aren't empty
    std::size_t cells_max = 500'000;  ///< of the workbook, that aren't empty
};

/// Reads bytes that may come from anybody. Refused, with what was found and how to mend it: no .xlsx at all (old .xls, with a password, CSV), macros,
/// damaged parts, what passes the limits. A fault of a cell names its sheet and the cell.
Result<Workbook> read_workbook(std::string_view bytes, const ReadingLimits& = {});

}  // namespace dandori::spreadsheet
