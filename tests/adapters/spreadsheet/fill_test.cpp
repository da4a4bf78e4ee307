#include <gtest/gtest.h>

#include "adapters/spreadsheet/fill_workbook.h"
#include "adapters/spreadsheet/workbook.h"
#include "adapters/spreadsheet/zip_archive.h"
#include "tests/adapters/spreadsheet/zip_of.h"

namespace dandori::spreadsheet {
namespace {

// A form of somebody's own: a title over merged cells, a date, a formula, a hidden column, a drop-down list, protection.
test::Parts form_parts() {
    auto parts = test::workbook_parts(
        "<row r=\"1\" ht=\"30\"><c r=\"A1\" t=\"s\" s=\"2\"><v>0</v></c><c r=\"B1\" s=\"2\"/></row>\n"
        "<row r=\"3\"><c r=\"A3\" s=\"2\"/><c r=\"C3\" s=\"1\"/><c r=\"D3\"><f>COUNTA(A3:A9)</f><v>0</v></c></row>"
        "<row r=\"5\" s=\"2\" customFormat=\"1\"><c r=\"B5\" s=\"2\"><v>9</v></c></row>",
        "<sheetProtection sheet=\"1\" objects=\"1\"/><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"
        "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"B3:B9\"><formula1>\"登録,変更\"</formula1></dataValidation></dataValidations>",
        "", "<si><t>見出し &amp; 題</t></si>", "<dimension ref=\"A1:D5\"/><cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\" style=\"2\"/></cols>");
    parts.emplace_back("xl/media/seal.png", std::string("\x89PNG\0\r\n\x1a\n", 9));
    return parts;
}

std::string part_in(const std::string& bytes, const std::string& name) {
    auto archive = ZipArchive::open(bytes);
    EXPECT_TRUE(archive);
    const auto content = archive->read(name);
    EXPECT_TRUE(content) << content.error().text;
    return content.value_or("");
}

std::string sheet_after(const std::vector<FilledCell>& cells) {
    const auto original = test::zip_of(form_parts());
    const auto filled = fill_workbook(original, cells);
    EXPECT_TRUE(filled) << filled.error().text;
    return filled ? part_in(*filled, "xl/worksheets/sheet1.xml") : "";
}

std::string filling_fault(const char* at, CellValue value, const char* sheet = "申請") {
    const auto original = test::zip_of(form_parts());
    const auto filled = fill_workbook(original, {{sheet, *read_position(at), std::move(value)}});
    return filled ? "" : filled.error().text;
}

Date first_of_april() { return Date{std::chrono::year(2026), std::chrono::April, std::chrono::day(1)}; }

TEST(FilledWorkbook, HasOnlyTheCellsChanged) {
    const auto original = test::zip_of(form_parts());
    const auto filled = fill_workbook(original, {{"申請", {3, 1}, std::string("髙橋 <&> _x000D_")},
                                                {"申請", {3, 2}, std::string("登録")},
                                                {"申請", {3, 3}, first_of_april()},
                                                {"申請", {4, 2}, std::string("0042")},
                                                {"申請", {5, 1}, 3.5},
                                                {"申請", {5, 2}, std::monostate{}},
                                                {"申請", {6, 5}, true}});
    ASSERT_TRUE(filled) << filled.error().text;
    EXPECT_EQ(part_in(*filled, "xl/worksheets/sheet1.xml"),
              "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:E6\"/>"
              "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\" style=\"2\"/></cols><sheetData>"
              "<row r=\"1\" ht=\"30\"><c r=\"A1\" t=\"s\" s=\"2\"><v>0</v></c><c r=\"B1\" s=\"2\"/></row>\n"
              "<row r=\"3\"><c r=\"A3\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">髙橋 &lt;&amp;&gt; _x005F_x000D_</t></is></c>"
              "<c r=\"B3\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">登録</t></is></c><c r=\"C3\" s=\"1\"><v>46113</v></c>"
              "<c r=\"D3\"><f>COUNTA(A3:A9)</f><v>0</v></c></row>"
              "<row r=\"4\"><c r=\"B4\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">0042</t></is></c></row>"
              "<row r=\"5\" s=\"2\" customFormat=\"1\"><c r=\"A5\" s=\"2\"><v>3.5</v></c><c r=\"B5\" s=\"2\"/></row>"
              "<row r=\"6\"><c r=\"E6\" t=\"b\"><v>1</v></c></row></sheetData>"
              "<sheetProtection sheet=\"1\" objects=\"1\"/><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"
              "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"B3:B9\"><formula1>\"登録,変更\"</formula1></dataValidation></dataValidations></worksheet>");
    // Told to work the formula out anew; all else byte for byte.
    EXPECT_NE(part_in(*filled, "xl/workbook.xml").find("</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"), std::string::npos);
    for (const auto& [name, content] : form_parts()) {
        if (name == "xl/worksheets/sheet1.xml" || name == "xl/workbook.xml") continue;
        EXPECT_EQ(part_in(*filled, name), content) << name;
    }
    const auto read = read_workbook(*filled);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->sheets[0].find({3, 1})->value, CellValue(std::string("髙橋 <&> _x000D_")));
    EXPECT_EQ(read->sheets[0].find({3, 3})->value, CellValue(first_of_april()));
}

TEST(FilledWorkbook, IsTheSameWhenFilledAgain) {
    const auto original = test::zip_of(form_parts());
    const std::vector<FilledCell> cells{{"申請", {3, 1}, std::string("x")}};
    EXPECT_EQ(*fill_workbook(original, cells), *fill_workbook(original, cells));
}

TEST(FilledWorkbook, RefusesWhatWouldSpoilTheForm) {
    EXPECT_EQ(filling_fault("D3", 1.0), "Cell '申請'!D3 of the original holds a formula, which must stay; name another cell in the template.");
    EXPECT_EQ(filling_fault("B1", 1.0), "Cell '申請'!B1 of the original lies in the merged cells A1:B1; only A1 of them can be filled.");
    EXPECT_EQ(filling_fault("A1", std::string("x")), "");
    EXPECT_EQ(filling_fault("A3", first_of_april()),
              "Cell '申請'!A3 of the original isn't formatted as a date, so 2026-04-01 would show as a number; format it as a date, or let the template write dates as text.");
    EXPECT_EQ(filling_fault("A3", std::string("\x02")), "Cell '申請'!A3 of the original can't be filled: The text holds the control character 2, which a cell can't hold.");
    EXPECT_EQ(filling_fault("A3", 1.0, "一覧"), "The original has no sheet '一覧'; it has '申請'.");
}

TEST(FilledWorkbook, CountsRowsAndCellsThatHaveNoNumbers) {
    const auto original = test::workbook_of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    const auto filled = fill_workbook(original, {{"申請", {2, 1}, 4.0}, {"申請", {1, 2}, 5.0}});
    ASSERT_TRUE(filled);
    const auto read = read_workbook(*filled);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->sheets[0].find({1, 1})->value, CellValue(1.0));
    EXPECT_EQ(read->sheets[0].find({1, 2})->value, CellValue(5.0));
    EXPECT_EQ(read->sheets[0].find({2, 1})->value, CellValue(4.0));
    EXPECT_NE(sheet_after({{"申請", {9, 9}, 1.0}}).find("<dimension ref=\"A1:I9\"/>"), std::string::npos);
}

}  // namespace
}  // namespace dandori::spreadsheet
