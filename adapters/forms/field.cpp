#include "adapters/forms/field.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <memory>

#include "adapters/spreadsheet/encoding.h"

namespace dandori::forms {
namespace {

constexpr std::string_view wide_space = "　";

struct FreeText {
    void operator()(char* text) const { ::g_free(text); }
};

bool is_blank(std::string_view text, std::size_t at, std::size_t& length) {
    length = text.substr(at).starts_with(wide_space) ? wide_space.size() : 1;
    return length > 1 || text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n';
}

std::string trimmed(std::string_view text) {
    std::size_t length = 0;
    while (!text.empty() && is_blank(text, 0, length)) text.remove_prefix(length);
    while (!text.empty()) {
        if (text.ends_with(wide_space)) text.remove_suffix(wide_space.size());
        else if (is_blank(text, text.size() - 1, length)) text.remove_suffix(1);
        else break;
    }
    return std::string(text);
}

/// Runs of blanks become one wide space, as names are written.
std::string with_wide_spaces(std::string_view text) {
    std::string out;
    bool was_blank = false;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); at += length) {
        const bool blank = is_blank(text, at, length);
        if (blank && !was_blank) out += wide_space;
        if (!blank) out += text.substr(at, length);
        was_blank = blank;
    }
    return out;
}

/// Next character's code point, and how many bytes it has.
unsigned code_at(std::string_view text, std::size_t at, std::size_t& length) {
    const auto code = ::g_utf8_get_char(text.data() + at);
    length = static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - (text.data() + at));
    return code;
}

bool is_kana(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); at += length) {
        const auto code = code_at(text, at, length);
        if (!(code >= 0x30A1 && code <= 0x30FA) && code != 0x30FB && code != 0x30FC && code != 0x3000) return false;
    }
    return true;
}

std::string with_katakana(std::string_view text) {
    std::string out;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); at += length) {
        const auto code = code_at(text, at, length);
        if (code < 0x3041 || code > 0x3096) {
            out += text.substr(at, length);
            continue;
        }
        std::array<char, 6> bytes{};
        out.append(bytes.data(), static_cast<std::size_t>(::g_unichar_to_utf8(code + 0x60, bytes.data())));
    }
    return out;
}

bool looks_like_formula(std::string_view text) { return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos; }

bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || at > 64 || text.find('@', at + 1) != text.npos) return false;
    const auto domain = text.substr(at + 1);
    const auto is_word = [](std::string_view part, std::string_view others) {
        return !part.empty() && part.front() != '.' && part.back() != '.' && part.find("..") == part.npos && std::ranges::all_of(part, [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != others.npos;
        });
    };
    return is_word(text.substr(0, at), ".!#$%&'*+/=?^_`{|}~-") && is_word(domain, ".-") && domain.find('.') != domain.npos;
}

std::optional<unsigned> number_of(std::string_view digits, unsigned most) {
    unsigned number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || digits.size() > 4 || read.ec != std::errc() || read.ptr != digits.data() + digits.size() || number > most) return std::nullopt;
    return number;
}

bool is_cidr(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == text.npos || !number_of(text.substr(slash + 1), 32)) return false;
    text = text.substr(0, slash);
    for (int part = 0; part < 4; ++part) {
        const auto dot = text.find('.');
        if ((dot == text.npos) != (part == 3) || !number_of(text.substr(0, dot), 255)) return false;
        text.remove_prefix(dot == text.npos ? text.size() : dot + 1);
    }
    return true;
}

bool is_integer(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.size() <= 15 && text.find_first_not_of("0123456789") == text.npos;
}

std::optional<std::string> truth_in(std::string_view text) {
    for (const char* yes : {"true", "TRUE", "はい", "○", "1"})
        if (text == yes) return "true";
    for (const char* no : {"false", "FALSE", "いいえ", "×", "0"})
        if (text == no) return "false";
    return std::nullopt;
}

std::string codes_of(const Column& column) {
    std::string all;
    for (const auto& [code, label] : column.codes) all += (all.empty() ? "" : "、") + label;
    return all;
}

void read_plain(const Column& column, Field& field) {
    switch (column.type) {
        case ColumnType::Text: break;
        case ColumnType::Name: field.value = with_wide_spaces(field.value); break;
        case ColumnType::Id: field.value = to_nfkc(field.value); break;
        case ColumnType::Mail:
            field.value = to_nfkc(field.value);
            if (!is_mail_address(field.value)) field.fault = "メールアドレスではありません";
            break;
        case ColumnType::Kana:
            field.value = with_wide_spaces(with_katakana(to_nfkc(field.value)));
            if (!is_kana(field.value)) field.fault = "全角カタカナで書いてください";
            break;
        case ColumnType::Integer:
            field.value = to_nfkc(field.value);
            if (!is_integer(field.value)) field.fault = "整数ではありません";
            break;
        case ColumnType::Cidr:
            field.value = to_nfkc(field.value);
            if (!is_cidr(field.value)) field.fault = "CIDR（例 10.0.0.0/16）ではありません";
            break;
        case ColumnType::Date:
            if (const auto date = date_in(field.value)) field.value = *date;
            else field.fault = "日付（例 2026/04/01）ではありません";
            break;
        case ColumnType::Boolean:
            if (const auto truth = truth_in(to_nfkc(field.value))) field.value = *truth;
            else field.fault = "「はい」か「いいえ」ではありません";
            break;
        case ColumnType::Code: {
            const auto given = comparable(field.value);
            const auto found = std::ranges::find_if(column.codes, [&](const CodeOfList& it) { return it.code == given || comparable(it.label) == given; });
            if (found != column.codes.end()) field.value = found->code;
            else field.fault = "選べる値（" + codes_of(column) + "）ではありません";
            break;
        }
    }
}

}  // namespace

std::string to_nfkc(std::string_view text) {
    const std::unique_ptr<char, FreeText> plain(::g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_NFKC));
    return plain ? std::string(plain.get()) : std::string(text);
}

std::string comparable(std::string_view text) {
    std::string one_line;
    for (const char c : to_nfkc(text))
        if (c != '\n' && c != '\r') one_line += c;
    return trimmed(one_line);
}

std::optional<std::string> date_in(std::string_view given) {
    auto text = comparable(given.substr(0, 100));
    unsigned era = 0;
    for (const char* name : {"令和", "R", "r"}) {
        if (!text.starts_with(name)) continue;
        era = 2018;
        text.erase(0, std::string_view(name).size());
        if (text.starts_with("元")) text.replace(0, std::string_view("元").size(), "1");
        break;
    }
    std::array<unsigned, 3> parts{};
    std::string_view left = text;
    for (std::size_t index = 0; index < 3; ++index) {
        const auto end = std::min(left.find_first_not_of("0123456789"), left.size());
        const auto number = number_of(left.substr(0, end), 9999);
        if (!number) return std::nullopt;
        parts[index] = *number;
        left.remove_prefix(end);
        static constexpr std::string_view marks[] = {"年", "月", "日"};
        if (left.starts_with(marks[index])) left.remove_prefix(marks[index].size());
        else if (index < 2 && (left.starts_with('-') || left.starts_with('/') || left.starts_with('.'))) left.remove_prefix(1);
        else if (index < 2) return std::nullopt;
    }
    if (!left.empty() && left.front() != 'T' && left.front() != ' ') return std::nullopt;
    if (era == 0 && parts[0] < 1900) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(parts[0] + era)), std::chrono::month(parts[1]), std::chrono::day(parts[2])};
    if (!date.ok()) return std::nullopt;
    return spreadsheet::to_text(spreadsheet::CellValue(date));
}

Field read_field(const Column& column, std::string_view given) {
    Field field;
    if (!spreadsheet::is_utf8(given)) {
        field.fault = "文字として読めません";
        return field;
    }
    field.value = trimmed(given);
    if (field.value.empty()) {
        field.is_changed = !given.empty();
        return field;
    }
    read_plain(column, field);
    const bool is_exact = column.type == ColumnType::Id || column.type == ColumnType::Mail || column.type == ColumnType::Cidr;
    if (is_exact && looks_like_formula(field.value)) field.fault = "= + - @ で始まる値は書けません";
    const auto characters = static_cast<std::size_t>(::g_utf8_strlen(field.value.data(), static_cast<gssize>(field.value.size())));
    if (field.fault.empty() && column.length_max > 0 && characters > column.length_max)
        field.fault = std::to_string(characters) + "文字あります。" + std::to_string(column.length_max) + "文字までにしてください";
    field.is_changed = field.value != given;
    return field;
}

spreadsheet::CellValue cell_of(const Column& column, const std::string& value) {
    if (value.empty()) return {};
    switch (column.type) {
        case ColumnType::Integer: return std::stod(value);
        case ColumnType::Boolean: return value == "true";
        case ColumnType::Date: {
            const auto part = [&](std::size_t at, std::size_t digits) { return static_cast<unsigned>(std::stoul(value.substr(at, digits))); };
            return std::chrono::year_month_day{std::chrono::year(static_cast<int>(part(0, 4))), std::chrono::month(part(5, 2)), std::chrono::day(part(8, 2))};
        }
        case ColumnType::Code: {
            const auto found = std::ranges::find(column.codes, value, &CodeOfList::code);
            return found == column.codes.end() ? value : found->label;
        }
        default: return value;
    }
}

std::string csv_text_of(const Column& column, const std::string& value) {
    if (column.type == ColumnType::Integer || column.type == ColumnType::Boolean) return value;
    auto text = spreadsheet::to_text(cell_of(column, value));
    if (column.type == ColumnType::Date) std::ranges::replace(text, '-', '/');
    return looks_like_formula(text) ? "'" + text : text;
}

}  // namespace dandori::forms
