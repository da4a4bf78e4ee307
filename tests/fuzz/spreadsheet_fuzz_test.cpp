#include <gtest/gtest.h>

#include "adapters/spreadsheet/write_workbook.h"
#include "tests/fuzz/driver.h"

namespace dandori {
namespace {

TEST(SpreadsheetFuzz, NoFileCanDoHarm) {
    spreadsheet::NewSheet sheet;
    sheet.name = "申請";
    sheet.columns = {{"姓"}, {"日"}};
    sheet.rows = {{std::string("髙橋"), spreadsheet::Date{std::chrono::year(2026), std::chrono::April, std::chrono::day(1)}}};
    test::fuzz({*spreadsheet::write_workbook({sheet}),
                "<row r=\"1\" s=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>a_x000D_</t></r><rPh><t>b</t></rPh></is></c></row>"
                "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>A1</f><v>x</v></c><c t=\"d\"><v>2026-04-01T01:02:03</v></c></row>",
                "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells><si><t>a</t></si>", "\xEF\xBB\xBF\"姓\",\"名\"\r\n\"a\"\"b\",\"two\r\nlines\"\r\n,\r\n",
                "\x8D\x82\x8B\xB4,\xB6\xC5\n1,2\n", "[$-411]ggge\"年\"m\\月[Red];@"},
               20261129, 3'000);
}

}  // namespace
}  // namespace dandori
