#include "adapters/spreadsheet/cell.h"

#include <gtest/gtest.h>

#include "adapters/spreadsheet/number_format.h"

namespace dandori::spreadsheet {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

Date date(int y, unsigned m, unsigned d) { return {year(y), month(m), day(d)}; }

TEST(CellPosition, IsWrittenAndReadAsLettersAndDigits) {
    for (const auto& [text, row, column] : std::vector<std::tuple<std::string, std::uint32_t, std::uint32_t>>{
             {"A1", 1, 1}, {"Z9", 9, 26}, {"AA10", 10, 27}, {"AZ1", 1, 52}, {"BA1", 1, 53}, {"ZZ1", 1, 702}, {"AAA1", 1, 703}, {"XFD1048576", 1'048'576, 16'384}}) {
        EXPECT_EQ(to_text(CellPosition{row, column}), text);
        EXPECT_EQ(read_position(text), (CellPosition{row, column})) << text;
    }
    EXPECT_EQ(read_position("$b$12"), (CellPosition{12, 2}));
    for (const char* text : {"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A 1", "Ａ1", "A-1", "A99999999999"})
        EXPECT_FALSE(read_position(text)) << text;
}

TEST(CellRange, IsTwoCornersInOrder) {
    EXPECT_EQ(read_range("B2:C3"), (CellRange{{2, 2}, {3, 3}}));
    EXPECT_EQ(read_range("B2"), (CellRange{{2, 2}, {2, 2}}));
    EXPECT_FALSE(read_range("C3:B2"));
    EXPECT_FALSE(read_range("B2:"));
}

TEST(NumberText, IsWhatAPersonWouldWrite) {
    for (const auto& [number, text] : std::vector<std::pair<double, std::string>>{
             {0, "0"}, {42, "42"}, {-3.5, "-3.5"}, {0.1, "0.1"}, {123456789012, "123456789012"}, {999999999999999, "999999999999999"}, {1e21, "1e+21"}, {1e-9, "1e-09"}})
        EXPECT_EQ(number_text(number), text);
}

TEST(SerialOfADate, IsThatOfSpreadsheets) {
    EXPECT_EQ(serial_of(date(1900, 1, 1), false), 1);
    EXPECT_EQ(serial_of(date(1900, 2, 28), false), 59);
    EXPECT_EQ(serial_of(date(1900, 3, 1), false), 61);  // 60 is a day that never was
    EXPECT_EQ(serial_of(date(2026, 4, 1), false), 46113);
    EXPECT_EQ(serial_of(date(2026, 4, 1), true), 46113 - 1462);
    EXPECT_EQ(serial_of(date(1904, 1, 1), true), 0);
    EXPECT_EQ(serial_of(date(9999, 12, 31), false), 2958465);
    EXPECT_FALSE(serial_of(date(1899, 12, 31), false));
    EXPECT_FALSE(serial_of(date(2026, 2, 30), false));
    for (const double serial : {1.0, 59.0, 61.0, 46113.0, 2958465.0}) {
        const auto value = date_of_serial(serial, false);
        ASSERT_TRUE(value && std::holds_alternative<Date>(*value)) << serial;
        EXPECT_EQ(serial_of(std::get<Date>(*value), false), serial);
    }
    for (const double serial : {0.5, 60.0, -1.0, 2958466.0, 1e300}) EXPECT_FALSE(date_of_serial(serial, false)) << serial;
    EXPECT_EQ(to_text(*date_of_serial(46113.395833333336, false)), "2026-04-01T09:30:00");
    EXPECT_EQ(to_text(*date_of_serial(46113.9999999, false)), "2026-04-02");  // nearer to midnight than a second
}

TEST(NumberFormat, TellsDatesFromNumbers) {
    using enum NumberMeaning;
    for (const auto& [code, meaning] : std::vector<std::pair<std::string, NumberMeaning>>{
             {"General", Number},
             {"[Red]General", Number},
             {"0.00E+00", Number},
             {"#,##0;[Red]-#,##0", Number},
             {"\"year\"0", Number},
             {"0\\d", Number},
             {"yyyy/mm/dd", Date},
             {"yyyy\"年\"m\"月\"d\"日\"", Date},
             {"[$-411]ggge\"年\"m\"月\"d\"日\"", Date},
             {"mm", Date},
             {"[$-F800]dddd\\,\\ mmmm", Date},
             {"yyyy/mm/dd hh:mm", Date},
             {"h:mm", Time},
             {"[h]:mm:ss", Time},
             {"mm:ss", Time},
             {"@", Number},
             {"", Number},
             {"\"never closed", Number}})
        EXPECT_EQ(meaning_of_format(code), meaning) << code;
    EXPECT_EQ(meaning_of_format(14U), Date);
    EXPECT_EQ(meaning_of_format(57U), Date);
    EXPECT_EQ(meaning_of_format(20U), Time);
    EXPECT_EQ(meaning_of_format(49U), Number);
}

}  // namespace
}  // namespace dandori::spreadsheet
