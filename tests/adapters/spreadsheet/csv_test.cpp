#include "adapters/spreadsheet/csv.h"

#include <gtest/gtest.h>

#include "adapters/spreadsheet/encoding.h"

namespace dandori::spreadsheet {
namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells csv_cells(const std::string& bytes) {
    Cells cells;
    const auto table = read_csv(bytes);
    EXPECT_TRUE(table) << table.error().text;
    if (table) {
        for (const auto& row : table->rows) cells.push_back(row.cells);
    }
    return cells;
}

std::string csv_fault(const std::string& bytes, const CsvLimits& limits = {}) {
    const auto table = read_csv(bytes, limits);
    return table ? "" : table.error().text;
}

TEST(Csv, IsReadWithQuotesCommasAndLineEnds) {
    EXPECT_EQ(csv_cells("a,b\r\n1,2\r\n"), (Cells{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(csv_cells("a,b\n1,\n"), (Cells{{"a", "b"}, {"1", ""}}));
    EXPECT_EQ(csv_cells("a\rb"), (Cells{{"a"}, {"b"}}));
    EXPECT_EQ(csv_cells("\"a,\"\"x\"\"\",\"two\r\nlines\"\n"), (Cells{{"a,\"x\"", "two\r\nlines"}}));
    EXPECT_EQ(csv_cells("in \"the\" middle\n"), (Cells{{"in \"the\" middle"}}));
    EXPECT_EQ(csv_cells("a\n\n,,\nb"), (Cells{{"a"}, {"b"}}));  // empty rows are none
    EXPECT_EQ(csv_cells(""), Cells{});
}

TEST(Csv, KnowsTheLineOfARowBehindLineEndsInCells) {
    const auto table = read_csv("h\r\n\"a\r\nb\"\r\nc\r\n");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_EQ(table->rows[1].line, 2U);
    EXPECT_EQ(table->rows[2].line, 4U);
}

TEST(Csv, IsReadAsUtf8OrElseShiftJis) {
    EXPECT_EQ(csv_cells("\xEF\xBB\xBF髙橋,𠮷田\n"), (Cells{{"髙橋", "𠮷田"}}));
    EXPECT_EQ(csv_cells("邉\n"), (Cells{{"邉"}}));
    const auto bytes = cp932_of_utf8("髙橋,ｶﾅ,①㈱,～\r\n");
    ASSERT_TRUE(bytes);
    EXPECT_EQ(csv_cells(*bytes), (Cells{{"髙橋", "ｶﾅ", "①㈱", "～"}}));
    EXPECT_TRUE(read_csv(*bytes)->is_cp932);
}

TEST(Csv, ComesBackAsItWasWritten) {
    const Cells rows{{"姓", "名"}, {"髙橋", "=1+1"}, {"邉", "two\r\nlines, \"quoted\""}, {"ｶﾅ", "0042"}, {"", " x "}};
    for (const auto encoding : {CsvEncoding::Utf8WithMark, CsvEncoding::Cp932}) {
        const auto bytes = write_csv(rows, encoding);
        ASSERT_TRUE(bytes);
        EXPECT_EQ(bytes->starts_with("\xEF\xBB\xBF"), encoding == CsvEncoding::Utf8WithMark);
        EXPECT_EQ(csv_cells(*bytes), rows);
    }
}

TEST(Csv, SaysWhichCharacterShiftJisLacks) {
    const auto bytes = write_csv({{"姓", "名"}, {"吉田", "𠮷"}}, CsvEncoding::Cp932);
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().text, "Line 2, column 2: Shift_JIS has no '𠮷' (U+20BB7). Write it in another way, or hand in UTF-8.");
    EXPECT_TRUE(write_csv({{"𠮷"}}, CsvEncoding::Utf8WithMark));
    EXPECT_FALSE(write_csv({{"\xFF"}}, CsvEncoding::Utf8WithMark));
}

TEST(Csv, IsRefusedWithTheLineAndWhatIsWrong) {
    EXPECT_EQ(csv_fault("a\n\"b"), "Line 2: the quote that begins a cell here is never closed.");
    EXPECT_EQ(csv_fault("\"a\"b\n"), "Line 1: behind the closing quote a comma or the end of the line is needed; found 'b'. A quote within a cell is written twice.");
    EXPECT_EQ(csv_fault(std::string("a\nb\0", 4)), "Line 2 holds a NUL; the file is no CSV.");
    EXPECT_EQ(csv_fault("\xFF\xFEx"), "The file is UTF-16; save it as 「CSV UTF-8」 or CSV.");
    EXPECT_EQ(csv_fault("\xEF\xBB\xBF\x83\x65"), "The file says that it is UTF-8, but isn't all through; save it anew.");
    EXPECT_EQ(csv_fault("\x81\n"), "The file is neither UTF-8 nor Shift_JIS; save it as 「CSV UTF-8」.");
    EXPECT_EQ(csv_fault("a\nb\nc\n", {.rows_max = 1}), "Line 3: the file has more than 1 rows. Split it.");
    EXPECT_EQ(csv_fault("a,b,c\n", {.columns_max = 2}), "Line 1: a row has more than 2 cells.");
    EXPECT_EQ(csv_fault("abc", {.bytes_max = 2}), "The file has 3 bytes; at most 2 are read.");
}

TEST(Utf8, IsReadStrictly) {
    for (const char* text : {"", "a", "é", "髙", "𠮷", "\xF4\x8F\xBF\xBF"}) EXPECT_TRUE(is_utf8(text)) << text;
    for (const char* text : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xE9\xAB", "\xFF"}) EXPECT_FALSE(is_utf8(text));
}

}  // namespace
}  // namespace dandori::spreadsheet
