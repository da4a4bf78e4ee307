#include "adapters/spreadsheet/cell.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace dandori::spreadsheet {
namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr std::int64_t serial_max = 2'958'465;  // 9999-12-31
constexpr std::int64_t seconds_of_day = 86'400;

local_days first_day(bool is_1904) {
    using namespace std::chrono;
    return is_1904 ? local_days(year(1904) / 1 / 1) : local_days(year(1899) / 12 / 30);
}

/// Before March 1900 the numbers are one less: spreadsheets count a 29th of February 1900.
std::optional<std::int64_t> serial_of_day(local_days day, bool is_1904) {
    auto serial = static_cast<std::int64_t>((day - first_day(is_1904)).count());
    if (!is_1904 && serial <= 60) --serial;
    if (serial < (is_1904 ? 0 : 1) || serial > serial_max) return std::nullopt;
    return serial;
}

std::string date_text(Date date) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return text.data();
}

std::string date_time_text(DateTime at) {
    const auto day = std::chrono::floor<days>(at);
    const std::chrono::hh_mm_ss time(at - day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return date_text(Date(day)) + text.data();
}

}  // namespace

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string to_text(CellPosition at) { return column_letters(at.column) + std::to_string(at.row); }

std::optional<std::uint32_t> read_column(std::string_view letters) {
    if (letters.empty() || letters.size() > 3) return std::nullopt;
    std::uint32_t column = 0;
    for (const char c : letters) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z') return std::nullopt;
        column = column * 26 + static_cast<std::uint32_t>(upper - 'A' + 1);
    }
    if (column > columns_max) return std::nullopt;
    return column;
}

std::optional<CellPosition> read_position(std::string_view text) {
    if (text.starts_with('$')) text.remove_prefix(1);
    const auto digits = text.find_first_of("0123456789$");
    if (digits == text.npos) return std::nullopt;
    const auto column = read_column(text.substr(0, digits));
    text.remove_prefix(digits);
    if (text.starts_with('$')) text.remove_prefix(1);
    std::uint32_t row = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), row);
    if (!column || read.ec != std::errc() || read.ptr != text.data() + text.size() || row < 1 || row > rows_max) return std::nullopt;
    return CellPosition{row, *column};
}

std::string to_text(const CellRange& range) { return to_text(range.first) + ":" + to_text(range.last); }

std::optional<CellRange> read_range(std::string_view text) {
    const auto colon = text.find(':');
    const auto first = read_position(text.substr(0, colon));
    const auto last = colon == text.npos ? first : read_position(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
    return CellRange{*first, *last};
}

std::string number_text(double number) {
    std::array<char, 64> text{};
    const double size = std::abs(number);
    const auto format = size != 0 && (size >= 1e15 || size < 1e-6) ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, format);
    return {text.data(), end.ptr};
}

std::string to_text(const CellValue& value) {
    struct Text {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(double number) const { return number_text(number); }
        std::string operator()(bool truth) const { return truth ? "TRUE" : "FALSE"; }
        std::string operator()(Date date) const { return date_text(date); }
        std::string operator()(DateTime at) const { return date_time_text(at); }
        std::string operator()(const CellError& error) const { return error.code; }
    };
    return std::visit(Text{}, value);
}

std::optional<double> serial_of(Date date, bool is_1904) {
    if (!date.ok()) return std::nullopt;
    const auto serial = serial_of_day(local_days(date), is_1904);
    return serial ? std::optional(static_cast<double>(*serial)) : std::nullopt;
}

std::optional<double> serial_of(DateTime at, bool is_1904) {
    const auto day = std::chrono::floor<days>(at);
    const auto serial = serial_of_day(day, is_1904);
    if (!serial) return std::nullopt;
    return static_cast<double>(*serial) + static_cast<double>((at - day).count()) / static_cast<double>(seconds_of_day);
}

std::optional<CellValue> date_of_serial(double serial, bool is_1904) {
    if (!(serial >= (is_1904 ? 0 : 1)) || serial >= static_cast<double>(serial_max + 1)) return std::nullopt;
    const auto seconds = std::llround(serial * static_cast<double>(seconds_of_day));
    auto day = seconds / seconds_of_day;
    if (!is_1904 && day == 60) return std::nullopt;
    if (!is_1904 && day < 60) ++day;
    const auto date = first_day(is_1904) + days(day);
    const auto rest = seconds % seconds_of_day;
    if (rest == 0) return CellValue(Date(date));
    return CellValue(DateTime(date) + std::chrono::seconds(rest));
}

}  // namespace dandori::spreadsheet
