#pragma once
// What stands in a cell, and where.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace dandori::spreadsheet {

inline constexpr std::uint32_t rows_max = 1'048'576;  ///< of a sheet, by the format
inline constexpr std::uint32_t columns_max = 16'384;

/// Row and column, both counted from 1; written "B12".
struct CellPosition {
    std::uint32_t row = 1;
    std::uint32_t column = 1;
    auto operator<=>(const CellPosition&) const = default;
};

/// "B12"
std::string to_text(CellPosition);
/// "B" for 2.
std::string column_letters(std::uint32_t column);
/// None where the text is no position within a sheet. `$` before letters and digits is let through.
std::optional<CellPosition> read_position(std::string_view text);
/// 2 for "B".
std::optional<std::uint32_t> read_column(std::string_view letters);

/// A rectangle of cells, both corners included; written "B2:C3".
struct CellRange {
    CellPosition first, last;
    bool contains(CellPosition at) const {
        return at.row >= first.row && at.row <= last.row && at.column >= first.column && at.column <= last.column;
    }
    bool operator==(const CellRange&) const = default;
};
std::string to_text(const CellRange&);
std::optional<CellRange> read_range(std::string_view text);

/// What a formula gave instead of a value: "#DIV/0!".
struct CellError {
    std::string code;
    bool operator==(const CellError&) const = default;
};

using Date = std::chrono::year_month_day;
/// On the wall clock: spreadsheets know no time zone.
using DateTime = std::chrono::local_seconds;

/// Empty, text, number, truth, date, date and time, or an error.
using CellValue = std::variant<std::monostate, std::string, double, bool, Date, DateTime, CellError>;

/// What a person reads in the cell: "0042", "3.5", "TRUE", "2026-04-01", "2026-04-01T09:30:00", "#N/A"; empty where it is empty.
std::string to_text(const CellValue&);

/// Numbers as people write them: the shortest digits that give the same number, without an exponent where it has up to 15 digits.
std::string number_text(double);

/// Days since 1899-12-30 (or 1904-01-01), as spreadsheets store dates. None where the calendar of the format lacks the day.
std::optional<double> serial_of(Date, bool is_1904);
std::optional<double> serial_of(DateTime, bool is_1904);
/// A date where the number is whole, else a date and time, rounded to seconds. None outside 1900-01-01 (1904-01-01) to 9999-12-31, and for the
/// 29th of February 1900, a day that spreadsheets believe in.
std::optional<CellValue> date_of_serial(double, bool is_1904);

}  // namespace dandori::spreadsheet
