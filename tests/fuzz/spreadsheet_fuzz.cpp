// A workbook or a CSV file from anywhere, also the parts of a workbook unpacked: reading ends, within its bounds, and what was read is valid.
#include <cstdint>
#include <cstdlib>

#include "adapters/spreadsheet/csv.h"
#include "adapters/spreadsheet/encoding.h"
#include "adapters/spreadsheet/fill_workbook.h"
#include "adapters/spreadsheet/number_format.h"
#include "adapters/spreadsheet/workbook.h"
#include "tests/adapters/spreadsheet/zip_of.h"

namespace {

using namespace dandori::spreadsheet;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const std::string& bytes) {
    ReadingLimits limits;
    limits.archive.unpacked_bytes_max = 4 * 1024 * 1024;
    limits.rows_max = 100;
    const auto workbook = read_workbook(bytes, limits);
    if (!workbook) return require(!workbook.error().text.empty());
    for (const auto& sheet : workbook->sheets) {
        require(sheet.rows.size() <= limits.rows_max);
        std::uint32_t row_before = 0;
        for (const auto& row : sheet.rows) {
            require(row.number > row_before && row.number <= rows_max);
            row_before = row.number;
            std::uint32_t column_before = 0;
            for (const auto& cell : row.cells) {
                require(cell.column > column_before && cell.column <= columns_max);
                column_before = cell.column;
                require(sheet.find({row.number, cell.column}) == &cell);
                (void)to_text(cell.value);
            }
        }
    }
    // What can be read can be filled, or says why not; and what was filled can be read.
    const auto filled = fill_workbook(bytes, {{workbook->sheets[0].name, {7, 3}, std::string("髙橋")}});
    if (filled) require(read_workbook(*filled).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    check(input);
    // The input as the rows of a sheet, so that more than zip's own checks is met.
    check(dandori::test::workbook_of(input, "", "", "<si><t>x</t></si>"));
    check(dandori::test::workbook_of("<row r=\"1\"><c s=\"1\"><v>46113</v></c></row>", input, "", input));
    if (const auto table = read_csv(input)) {
        for (const auto& row : table->rows) {
            for (const auto& cell : row.cells) require(is_utf8(cell));
        }
    }
    (void)meaning_of_format(std::string_view(input));
    (void)read_range(input);
    return 0;
}
