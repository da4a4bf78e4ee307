#include "adapters/spreadsheet/workbook.h"

#include <gtest/gtest.h>

#include "adapters/spreadsheet/write_workbook.h"
#include "tests/adapters/spreadsheet/zip_of.h"

namespace dandori::spreadsheet {
namespace {

using test::workbook_of;
using test::workbook_parts;
using test::zip_of;
using namespace std::chrono_literals;

Date day_of(int y, unsigned m, unsigned d) { return {std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)}; }

CellValue value_at(const std::string& bytes, const char* at) {
    const auto workbook = read_workbook(bytes);
    EXPECT_TRUE(workbook) << workbook.error().text;
    const auto* cell = workbook ? workbook->sheets.at(0).find(*read_position(at)) : nullptr;
    return cell ? cell->value : CellValue();
}

std::string workbook_fault(const std::string& bytes, const ReadingLimits& limits = {}) {
    const auto workbook = read_workbook(bytes, limits);
    return workbook ? "" : workbook.error().text;
}

TEST(Workbook, IsReadWithEveryKindOfValue) {
    const auto bytes = workbook_of(
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 0042 </t></is></c><c r=\"C2\"><v>3.5</v></c>"
        "<c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" s=\"1\"><v>46113</v></c><c r=\"F2\" s=\"4\"><v>46113.5</v></c><c r=\"G2\" t=\"e\"><v>#N/A</v></c>"
        "<c r=\"H2\" t=\"str\"><f>A2&amp;\"x\"</f><v>髙橋x</v></c><c r=\"I2\" s=\"3\"><v>0.5</v></c><c r=\"J2\" t=\"d\"><v>2026-04-01T09:30:00</v></c><c r=\"K2\" s=\"2\"/></row>"
        "<row><c><v>7</v></c><c/><c><v>8</v></c></row>",
        "", "", "<si><r><t>髙</t></r><r><t>橋</t></r><rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh></si>");
    EXPECT_EQ(value_at(bytes, "A2"), CellValue(std::string("髙橋")));  // without its furigana
    EXPECT_EQ(value_at(bytes, "B2"), CellValue(std::string(" 0042 ")));
    EXPECT_EQ(value_at(bytes, "C2"), CellValue(3.5));
    EXPECT_EQ(value_at(bytes, "D2"), CellValue(true));
    EXPECT_EQ(value_at(bytes, "E2"), CellValue(day_of(2026, 4, 1)));
    EXPECT_EQ(to_text(value_at(bytes, "F2")), "2026-04-01T12:00:00");
    EXPECT_EQ(value_at(bytes, "G2"), CellValue(CellError{"#N/A"}));
    EXPECT_EQ(value_at(bytes, "H2"), CellValue(std::string("髙橋x")));
    EXPECT_TRUE(read_workbook(bytes)->sheets[0].find({2, 8})->is_formula);
    EXPECT_FALSE(read_workbook(bytes)->sheets[0].find({2, 1})->is_formula);
    EXPECT_EQ(value_at(bytes, "I2"), CellValue(0.5));
    EXPECT_EQ(to_text(value_at(bytes, "J2")), "2026-04-01T09:30:00");
    EXPECT_EQ(value_at(bytes, "K2"), CellValue());
    EXPECT_EQ(value_at(bytes, "A3"), CellValue(7.0));  // rows and cells without numbers are counted
    EXPECT_EQ(value_at(bytes, "C3"), CellValue(8.0));
}

TEST(Workbook, CountsDaysFrom1904WhereItSaysSo) {
    EXPECT_EQ(value_at(workbook_of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44651</v></c></row>", "", " date1904=\"1\""), "A1"), CellValue(day_of(2026, 4, 1)));
}

TEST(Workbook, KnowsMergedCells) {
    const auto workbook = read_workbook(workbook_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"));
    ASSERT_TRUE(workbook);
    const auto& sheet = workbook->sheets[0];
    EXPECT_EQ(sheet.covered_by({1, 1}), nullptr);
    ASSERT_NE(sheet.covered_by({2, 2}), nullptr);
    EXPECT_EQ(to_text(*sheet.covered_by({2, 2})), "A1:B2");
    EXPECT_EQ(sheet.covered_by({3, 1}), nullptr);
}

TEST(Workbook, NamesTheCellThatIsWrong) {
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>5</v></c></row>")), "Cell '申請'!B3 points at the text number 5, of 0 texts.");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"><c r=\"B3\"><v>1,5</v></c></row>")), "Cell '申請'!B3 holds \"1,5\" as a number.");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"><c r=\"B3\"><v>nan</v></c></row>")), "Cell '申請'!B3 holds \"nan\" as a number.");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"><c r=\"B3\" t=\"b\"><v>maybe</v></c></row>")), "Cell '申請'!B3 is a truth value of \"maybe\"; 0 or 1 is needed.");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"><c r=\"B3\" t=\"d\"><v>2026-02-30</v></c></row>")), "Cell '申請'!B3 holds \"2026-02-30\" as a date; a date like 2026-04-01 is needed.");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"><c r=\"B4\"><v>1</v></c></row>")), "Sheet '申請', row 3: the cell 'B4' is out of place.");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"3\"/><row r=\"2\"/>")), "Sheet '申請': the row '2' after row 3 is out of place.");
}

TEST(Workbook, IsRefusedWhereItIsNone) {
    EXPECT_EQ(workbook_fault("a,b\n"), "The file is no .xlsx workbook: it doesn't begin as one. Save it as .xlsx.");
    EXPECT_EQ(workbook_fault("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "The file is an old .xls workbook or has a password; save it as .xlsx without a password.");
    EXPECT_EQ(workbook_fault(zip_of({{"word/document.xml", "<x/>"}})), "The file is a zip archive but no .xlsx workbook. Save it as .xlsx.");
    auto parts = workbook_parts("");
    parts.emplace_back("xl/vbaProject.bin", "x");
    EXPECT_EQ(workbook_fault(zip_of(parts)), "The workbook has macros ('xl/vbaProject.bin'), which are not taken in; save it as .xlsx without macros.");
    parts = workbook_parts("");
    parts[0].second.replace(parts[0].second.find("sheet.main"), 10, "sheet.macroEnabled.main");
    EXPECT_EQ(workbook_fault(zip_of(parts)), "The workbook is one for macros (.xlsm), which is not taken in; save it as .xlsx.");
    const auto whole = workbook_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    EXPECT_NE(workbook_fault(whole.substr(0, whole.size() - 10)), "");
    EXPECT_EQ(workbook_fault(workbook_of("<row r=\"1\">")).substr(0, 50), "The part 'xl/worksheets/sheet1.xml' is damaged: St");
}

TEST(Workbook, IsBounded) {
    std::string rows;
    for (int row = 1; row <= 20'000; ++row) rows += "<row r=\"" + std::to_string(row) + "\" s=\"1\"/>";  // empty rows cost nothing
    EXPECT_EQ(workbook_fault(workbook_of(rows)), "");
    ReadingLimits few;
    few.rows_max = 2;
    const std::string three = "<row><c><v>1</v></c></row><row/><row><c><v>1</v></c></row><row><c><v>1</v></c></row>";
    EXPECT_EQ(workbook_fault(workbook_of(three), few), "Sheet '申請' has more than 2 filled rows; the first too many is row 4. Split the file.");
    few.rows_max = 3;
    EXPECT_EQ(workbook_fault(workbook_of(three), few), "");
    few.cells_max = 2;
    EXPECT_EQ(workbook_fault(workbook_of(three), few), "The workbook has more than 2 filled cells; the last one read is '申請'!A4.");
    const auto bomb = workbook_of("<row/>" + std::string(8 * 1024 * 1024, ' '));
    EXPECT_LT(bomb.size(), 64 * 1024U);
    EXPECT_EQ(workbook_fault(bomb), "The part 'xl/worksheets/sheet1.xml' unpacks to more than 200 times its size, as no honest file does.");
    few = {};
    few.archive.bytes_max = 100;
    EXPECT_EQ(workbook_fault(bomb, few).substr(0, 13), "The file has ");
    few = {};
    few.archive.entries_max = 3;
    EXPECT_EQ(workbook_fault(workbook_of(""), few), "The file has 7 parts; at most 3 are read.");
    few = {};
    few.archive.entry_bytes_max = 300;
    EXPECT_NE(workbook_fault(workbook_of(""), few).find("at most 300 bytes are read."), std::string::npos);
}

TEST(Workbook, FollowsNoLinkToOtherFiles) {
    auto parts = workbook_parts("<row><c><f>[1]x!A1</f><v>5</v></c></row>");
    auto& relations = parts[3].second;
    relations.insert(relations.find("</Relationships>"),
                     "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>");
    const auto workbook = read_workbook(zip_of(parts));
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->notes, std::vector<std::string>{"The workbook refers to other files; they were not followed."});
    EXPECT_EQ(workbook->sheets[0].rows.size(), 1U);
}

NewSheet all_kinds() {
    NewSheet sheet;
    sheet.name = "申請一覧";
    sheet.columns = {{"名前", 20}, {"環境ID", 16}, {"件数", 8}, {"開始", 12}, {"時刻", 18}, {"可否", 8}};
    sheet.header_row = 3;
    sheet.above = {{{1, 1}, std::string("GCASユーザー登録")}, {{1, 3}, day_of(2026, 4, 10)}};
    sheet.rows = {{std::string("髙橋 𠮷田 邉"), std::string("012345678901"), 3.0, day_of(2026, 4, 1), DateTime(std::chrono::local_days(day_of(2026, 4, 1))) + 9h + 30min, true},
                  {std::string("=1+1"), std::string("_x000D_\n\"<&>"), std::monostate{}, day_of(1900, 1, 1)}};
    return sheet;
}

TEST(NewWorkbook, ComesBackAsItWasWritten) {
    const auto sheet = all_kinds();
    const auto bytes = write_workbook({sheet});
    ASSERT_TRUE(bytes) << bytes.error().text;
    const auto workbook = read_workbook(*bytes);
    ASSERT_TRUE(workbook) << workbook.error().text;
    const auto* read = workbook->find("申請一覧");
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(read->find({1, 1})->value, CellValue(std::string("GCASユーザー登録")));
    EXPECT_EQ(read->find({1, 3})->value, CellValue(day_of(2026, 4, 10)));
    for (std::uint32_t column = 0; column < sheet.columns.size(); ++column)
        EXPECT_EQ(read->find({3, column + 1})->value, CellValue(sheet.columns[column].header));
    for (std::uint32_t row = 0; row < sheet.rows.size(); ++row) {
        for (std::uint32_t column = 0; column < sheet.rows[row].size(); ++column) {
            const auto* cell = read->find({row + 4, column + 1});
            EXPECT_EQ(cell ? cell->value : CellValue(), sheet.rows[row][column]) << row << " " << column;
        }
    }
    EXPECT_EQ(*bytes, *write_workbook({sheet}));  // no clock is asked
}

TEST(NewWorkbook, IsRefusedWithTheCell) {
    const auto fault = [](NewSheet sheet) { return write_workbook({std::move(sheet)}).error().text; };
    EXPECT_EQ(fault({.name = "a", .columns = {{"x"}}, .rows = {{std::string("\x01")}}}),
              "Cell 'a'!A2 can't be written: The text holds the control character 1, which a cell can't hold.");
    EXPECT_EQ(fault({.name = "a", .columns = {{"x"}}, .rows = {{1.0, 2.0}}}), "Cell 'a'!B2 can't be written: its column has no header.");
    EXPECT_EQ(fault({.name = "a", .columns = {{"x"}}, .rows = {{day_of(1800, 1, 1)}}}), "Cell 'a'!A2 can't be written: spreadsheets know no 1800-01-01.");
    EXPECT_EQ(fault({.name = "a", .columns = {{"x"}}, .rows = {{std::string(32'768, 'x')}}}),
              "Cell 'a'!A2 can't be written: The text has 32768 characters; a cell holds at most 32767.");
    EXPECT_EQ(fault({.name = "a/b"}), "A sheet can't be named 'a/b': 1 to 31 characters without []:*?/\\ are needed, and no ' at its ends.");
    EXPECT_EQ(fault({.name = "a", .above = {{{1, 1}, 1.0}}}), "Cell 'a'!A1 can't be written: it isn't above the header row 1.");
    EXPECT_EQ(write_workbook({}).error().text, "A workbook needs a sheet.");
    EXPECT_EQ(write_workbook({{.name = "a"}, {.name = "a"}}).error().text, "Two sheets are named 'a'.");
}

}  // namespace
}  // namespace dandori::spreadsheet
