#include "engine/feel/lexer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_decimal_digit(text[at])) ++at;
    return at;
}

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_decimal_digit(text[at]); }

std::size_t number_end(std::string_view text, std::size_t at) {
    at = digits_end(text, at);
    if (at < text.size() && text[at] == '.' && digit_at(text, at + 1)) at = digits_end(text, at + 1);
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const bool signed_power = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-');
        const std::size_t power = at + (signed_power ? 2 : 1);
        if (digit_at(text, power)) at = digits_end(text, power);
    }
    return at;
}

/// Behind the closing quote; none if there isn't one.
std::optional<std::size_t> string_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
        }
    }
    return {};
}

std::size_t symbol_size(std::string_view rest) {
    constexpr std::array<std::string_view, 7> long_symbols{"..", "**", "<=", ">=", "!=", "->", "=="};
    for (const auto symbol : long_symbols) {
        if (rest.starts_with(symbol)) return symbol == "==" ? 1 : 2;
    }
    return std::string_view("()[]{},:.+-*/=<>@?").find(rest.front()) == std::string_view::npos ? 0 : 1;
}

std::optional<char32_t> hexadecimal(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return {};
    char32_t number = 0;
    for (const char c : text.substr(at, count)) {
        number <<= 4;
        if (is_decimal_digit(c)) {
            number |= static_cast<char32_t>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            number |= static_cast<char32_t>(c - 'a' + 10);
        } else if (c >= 'A' && c <= 'F') {
            number |= static_cast<char32_t>(c - 'A' + 10);
        } else {
            return {};
        }
    }
    return number;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Adds what an escape of a code point stands for and gives its size; 0 if it is none.
std::size_t add_code_point(std::string& result, std::string_view text, std::size_t at) {
    const bool long_form = text[at] == 'U';
    const auto code = hexadecimal(text, at + 1, long_form ? 6 : 4);
    if (!code || *code > 0x10FFFF) return 0;
    if (is_high_surrogate(*code) && text.substr(std::min(text.size(), at + 5), 2) == "\\u") {
        const auto low = hexadecimal(text, at + 7, 4);
        if (low && is_low_surrogate(*low)) {
            append_code_point(result, 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00));
            return 11;
        }
    }
    append_code_point(result, is_high_surrogate(*code) || is_low_surrogate(*code) ? 0xFFFD : *code);
    return long_form ? 7 : 5;
}

}  // namespace

std::size_t Lexer::skip_space(std::size_t at) const {
    while (at < text_.size()) {
        std::size_t behind = at;
        if (is_white_space(next_code_point(text_, behind))) {
            at = behind;
        } else if (text_.substr(at, 2) == "//") {
            at = std::min(text_.find_first_of("\n\r", at), text_.size());
        } else if (text_.substr(at, 2) == "/*") {
            const std::size_t end = text_.find("*/", at + 2);
            if (end == std::string_view::npos) return at;  // the parser meets it as a division without operand
            at = end + 2;
        } else {
            break;
        }
    }
    return at;
}

std::size_t Lexer::word_end(std::size_t at) const {
    while (at < text_.size()) {
        std::size_t behind = at;
        const char32_t c = next_code_point(text_, behind);
        // An apostrophe within a word belongs to it: no operator is written so.
        std::size_t after_apostrophe = behind;
        const bool joins = c == '\'' && behind < text_.size() && is_name_part(next_code_point(text_, after_apostrophe));
        if (!is_name_part(c) && !joins) break;
        at = behind;
    }
    return at;
}

Token Lexer::at(std::size_t offset) const {
    const std::size_t begin = skip_space(offset);
    const auto token = [&](Token::Kind kind, std::size_t end) {
        return Token{kind, begin, end, text_.substr(begin, end - begin)};
    };
    if (begin >= text_.size()) return token(Token::Kind::End, text_.size());
    const char c = text_[begin];
    if (is_decimal_digit(c)) return token(Token::Kind::Number, number_end(text_, begin));
    if (c == '.' && digit_at(text_, begin + 1)) return token(Token::Kind::Number, number_end(text_, begin));
    if (c == '"') {
        const auto end = string_end(text_, begin);
        return end ? token(Token::Kind::String, *end) : token(Token::Kind::Bad, text_.size());
    }
    if (const std::size_t size = symbol_size(text_.substr(begin))) return token(Token::Kind::Symbol, begin + size);
    std::size_t behind = begin;
    if (is_name_start(next_code_point(text_, behind))) return token(Token::Kind::Word, word_end(begin));
    return token(Token::Kind::Bad, behind);
}

std::string unescaped(std::string_view literal) {
    const auto inner = literal.substr(1, literal.size() - 2);
    std::string result;
    result.reserve(inner.size());
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] != '\\' || at + 1 == inner.size()) {
            result += inner[at];
            continue;
        }
        switch (const char c = inner[++at]; c) {
            case '"':
            case '\'':
            case '\\': result += c; break;
            case 'n': result += '\n'; break;
            case 'r': result += '\r'; break;
            case 't': result += '\t'; break;
            case 'u':
            case 'U':
                if (const std::size_t size = add_code_point(result, inner, at)) {
                    at += size - 1;
                    break;
                }
                [[fallthrough]];
            // What is no escape stands for itself: regular expressions are full of them.
            default: result += '\\'; result += c;
        }
    }
    return result;
}

}  // namespace dandori::feel
