// What LibreOffice and openpyxl make of our files, and we of theirs.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "adapters/spreadsheet/csv.h"
#include "adapters/spreadsheet/fill_workbook.h"
#include "adapters/spreadsheet/workbook.h"
#include "adapters/spreadsheet/write_workbook.h"

namespace dandori::spreadsheet {
namespace {

namespace fs = std::filesystem;

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "dandori-spreadsheet-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const std::string& name) const { return path_ / name; }

  private:
    fs::path path_;
};

void put(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }
std::string get(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
bool runs(const std::string& command) { return std::system(command.c_str()) == 0; }

NewSheet names_and_ids() {
    NewSheet sheet;
    sheet.name = "申請一覧";
    sheet.columns = {{"姓", 12}, {"環境ID", 16}, {"件数", 8}, {"開始日", 12}, {"可否", 8}};
    sheet.rows = {{std::string("髙橋 𠮷田 邉 ｶﾅ"), std::string("012345678901"), 3.5, Date{std::chrono::year(2026), std::chrono::April, std::chrono::day(1)}, true},
                  {std::string("=1+1"), std::string("two\nlines"), -7.0, Date{std::chrono::year(2027), std::chrono::March, std::chrono::day(31)}, false}};
    return sheet;
}

void expect_values(const Sheet& sheet) {
    const auto expected = names_and_ids();
    for (std::uint32_t row = 0; row < expected.rows.size(); ++row) {
        for (std::uint32_t column = 0; column < expected.columns.size(); ++column) {
            const auto* cell = sheet.find({row + 2, column + 1});
            EXPECT_EQ(cell ? cell->value : CellValue(), expected.rows[row][column]) << to_text(CellPosition{row + 2, column + 1});
        }
    }
}

TEST(LibreOffice, OpensWhatWeWriteAndWeWhatItSaves) {
    if (!runs("command -v soffice > /dev/null")) {
        std::cout << "skipped: LibreOffice is not found\n";
        return;
    }
    const Folder folder;
    put(folder / "ours.xlsx", *write_workbook({names_and_ids()}));
    const auto convert = [&](const std::string& how, const std::string& into) {
        return runs("soffice --headless --norestore -env:UserInstallation=file://" + (folder / "profile").string() + " --convert-to " + how + " --outdir " +
                    (folder / into).string() + " " + (folder / "ours.xlsx").string() + " > " + (folder / "log").string() + " 2>&1");
    };
    ASSERT_TRUE(convert("xlsx:\"Calc MS Excel 2007 XML\"", "theirs")) << get(folder / "log");
    const auto theirs = read_workbook(get(folder / "theirs/ours.xlsx"));
    ASSERT_TRUE(theirs) << theirs.error().text;
    expect_values(theirs->sheets.at(0));
    // Filled in place, what it saved still opens.
    const auto filled = fill_workbook(get(folder / "theirs/ours.xlsx"), {{"申請一覧", {4, 1}, std::string("追加")}});
    ASSERT_TRUE(filled) << filled.error().text;
    put(folder / "ours.xlsx", *filled);
    ASSERT_TRUE(convert("csv:\"Text - txt - csv (StarCalc)\":44,34,76,1", "csv")) << get(folder / "log");
    const auto table = read_csv(get(folder / "csv/ours.csv"));
    ASSERT_TRUE(table) << table.error().text;
    ASSERT_EQ(table->rows.size(), 4U);
    EXPECT_EQ(table->rows[1].cells, (std::vector<std::string>{"髙橋 𠮷田 邉 ｶﾅ", "012345678901", "3.5", "2026/04/01", "TRUE"}));
    EXPECT_EQ(table->rows[3].cells[0], "追加");
}

TEST(Openpyxl, OpensWhatWeWriteAndWeWhatItSaves) {
    if (!runs("/usr/bin/python3 -c 'import openpyxl' 2> /dev/null")) {
        std::cout << "skipped: openpyxl is not found\n";
        return;
    }
    const Folder folder;
    put(folder / "ours.xlsx", *write_workbook({names_and_ids()}));
    put(folder / "check.py", R"py(import datetime, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["申請一覧"]
assert [cell.value for cell in sheet[2]] == ["髙橋 𠮷田 邉 ｶﾅ", "012345678901", 3.5, datetime.datetime(2026, 4, 1), True]
assert sheet["A3"].value == "=1+1" and sheet["A3"].data_type == "s", sheet["A3"].data_type
assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1"
assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
sheet["G1"] = "計"
sheet["G2"] = "=SUM(C2:C3)"
sheet["H2"] = datetime.date(2026, 4, 1)
sheet.column_dimensions["B"].hidden = True
sheet.protection.sheet = True
from openpyxl.worksheet.datavalidation import DataValidation
choice = DataValidation(type="list", formula1='"登録,変更"')
choice.add("I2:I9")
sheet.add_data_validation(choice)
book.save(sys.argv[2])
)py");
    ASSERT_TRUE(runs("/usr/bin/python3 " + (folder / "check.py").string() + " " + (folder / "ours.xlsx").string() + " " + (folder / "theirs.xlsx").string()));
    const auto theirs = read_workbook(get(folder / "theirs.xlsx"));
    ASSERT_TRUE(theirs) << theirs.error().text;
    expect_values(theirs->sheets.at(0));
    const auto filled = fill_workbook(get(folder / "theirs.xlsx"), {{"申請一覧", {2, 8}, Date{std::chrono::year(2026), std::chrono::May, std::chrono::day(1)}},
                                                                   {"申請一覧", {2, 9}, std::string("登録")}});
    ASSERT_TRUE(filled) << filled.error().text;
    put(folder / "filled.xlsx", *filled);
    put(folder / "check.py", R"py(import datetime, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])["申請一覧"]
assert sheet["G2"].value == "=SUM(C2:C3)"
assert sheet["H2"].value == datetime.datetime(2026, 5, 1) and sheet["I2"].value == "登録"
assert sheet.column_dimensions["B"].hidden and sheet.protection.sheet
assert sheet.data_validations.dataValidation[0].formula1 == '"登録,変更"'
)py");
    EXPECT_TRUE(runs("/usr/bin/python3 " + (folder / "check.py").string() + " " + (folder / "filled.xlsx").string()));
}

}  // namespace
}  // namespace dandori::spreadsheet
