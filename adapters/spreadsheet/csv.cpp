#include "adapters/spreadsheet/csv.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "adapters/spreadsheet/encoding.h"

namespace dandori::spreadsheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct CsvReading {
    std::string_view text;
    const CsvLimits& limits;
    std::size_t at = 0;
    std::size_t line = 1;

    bool is_at_end() const { return at == text.size(); }
    char next() const { return is_at_end() ? '\0' : text[at]; }
    bool is_at_line_end() const { return is_at_end() || text[at] == '\n' || text[at] == '\r'; }

    /// CRLF counts as one.
    void pass_line_end() {
        if (next() == '\r') ++at;
        if (next() == '\n') ++at;
        ++line;
    }
    std::string place() const { return "Line " + std::to_string(line); }
};

Result<std::string> read_quoted(CsvReading& reading) {
    const auto began = reading.line;
    ++reading.at;
    std::string cell;
    while (!reading.is_at_end()) {
        const char c = reading.next();
        ++reading.at;
        if (c == '"') {
            if (reading.next() != '"') return cell;
            ++reading.at;
        }
        if (c == '\n' || (c == '\r' && reading.next() != '\n')) ++reading.line;
        cell += c;
        if (cell.size() > reading.limits.cell_bytes_max)
            return fail(Failure::Kind::Bounds, "Line " + std::to_string(began) + ": a cell has more than " + std::to_string(reading.limits.cell_bytes_max) + " bytes. Is a closing quote missing?");
    }
    return fail(Failure::Kind::Syntax, "Line " + std::to_string(began) + ": the quote that begins a cell here is never closed.");
}

Result<std::string> read_cell(CsvReading& reading) {
    if (reading.next() == '"') {
        auto cell = TRY(read_quoted(reading));
        if (!reading.is_at_line_end() && reading.next() != ',')
            return fail(Failure::Kind::Syntax, reading.place() + ": behind the closing quote a comma or the end of the line is needed; found '" + std::string(1, reading.next()) + "'. A quote within a cell is written twice.");
        return cell;
    }
    const auto end = std::min(reading.text.find_first_of(",\r\n", reading.at), reading.text.size());
    std::string cell(reading.text.substr(reading.at, end - reading.at));
    reading.at = end;
    if (cell.size() > reading.limits.cell_bytes_max)
        return fail(Failure::Kind::Bounds, reading.place() + ": a cell has more than " + std::to_string(reading.limits.cell_bytes_max) + " bytes.");
    return cell;
}

Result<CsvRow> read_row_of_csv(CsvReading& reading) {
    CsvRow row{reading.line, {}};
    while (true) {
        row.cells.push_back(TRY(read_cell(reading)));
        if (row.cells.size() > reading.limits.columns_max)
            return fail(Failure::Kind::Bounds, reading.place() + ": a row has more than " + std::to_string(reading.limits.columns_max) + " cells.");
        if (reading.is_at_line_end()) break;
        ++reading.at;  // the comma
    }
    if (!reading.is_at_end()) reading.pass_line_end();
    return row;
}

/// The character that begins at `at`, and how Unicode numbers it.
std::string character_at(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const auto first = static_cast<unsigned char>(text[at]);
    unsigned code = first < 0x80 ? first : first < 0xE0 ? first & 0x1FU : first < 0xF0 ? first & 0x0FU : first & 0x07U;
    for (std::size_t index = at + 1; index < end; ++index) code = (code << 6) | (static_cast<unsigned char>(text[index]) & 0x3FU);
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X", code);
    return "'" + std::string(text.substr(at, end - at)) + "' (" + number.data() + ")";
}

/// The first character that code page 932 lacks.
std::string lacking(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        if (!cp932_of_utf8(text.substr(at, end - at))) return character_at(text, at);
        at = end;
    }
    return "a character";
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

Result<std::string> encoded(const std::string& cell, CsvEncoding encoding, std::size_t line, std::size_t column) {
    const auto place = [&] { return "Line " + std::to_string(line) + ", column " + std::to_string(column) + ": "; };
    if (!is_utf8(cell)) return fail(Failure::Kind::Syntax, place() + "the text is no valid UTF-8.");
    if (encoding == CsvEncoding::Utf8WithMark) return cell;
    if (auto bytes = cp932_of_utf8(cell)) return std::move(*bytes);
    return fail(Failure::Kind::Syntax, place() + "Shift_JIS has no " + lacking(cell) + ". Write it in another way, or hand in UTF-8.");
}

}  // namespace

Result<CsvTable> read_csv(std::string_view bytes, const CsvLimits& limits) {
    if (bytes.size() > limits.bytes_max)
        return fail(Failure::Kind::Bounds, "The file has " + std::to_string(bytes.size()) + " bytes; at most " + std::to_string(limits.bytes_max) + " are read.");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return fail(Failure::Kind::Syntax, "The file is UTF-16; save it as 「CSV UTF-8」 or CSV.");
    CsvTable table;
    std::string converted_text;
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
        if (!is_utf8(bytes)) return fail(Failure::Kind::Syntax, "The file says that it is UTF-8, but isn't all through; save it anew.");
    } else if (!is_utf8(bytes)) {
        auto text = utf8_of_cp932(bytes);
        if (!text) return fail(Failure::Kind::Syntax, "The file is neither UTF-8 nor Shift_JIS; save it as 「CSV UTF-8」.");
        converted_text = std::move(*text);
        bytes = converted_text;
        table.is_cp932 = true;
    }
    if (const auto nul = bytes.find('\0'); nul != bytes.npos)
        return fail(Failure::Kind::Syntax, "Line " + std::to_string(1 + std::ranges::count(bytes.substr(0, nul), '\n')) + " holds a NUL; the file is no CSV.");
    CsvReading reading{bytes, limits};
    while (!reading.is_at_end()) {
        auto row = TRY(read_row_of_csv(reading));
        if (std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); })) continue;
        if (table.rows.size() > limits.rows_max)
            return fail(Failure::Kind::Bounds, "Line " + std::to_string(row.line) + ": the file has more than " + std::to_string(limits.rows_max) + " rows. Split it.");
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<std::string> write_csv(const std::vector<std::vector<std::string>>& rows, CsvEncoding encoding) {
    std::string out(encoding == CsvEncoding::Utf8WithMark ? byte_order_mark : "");
    std::size_t line = 0;
    for (const auto& row : rows) {
        ++line;
        std::size_t column = 0;
        for (const auto& cell : row) {
            if (column++ > 0) out += ',';
            out += quoted(TRY(encoded(cell, encoding, line, column)));
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace dandori::spreadsheet
