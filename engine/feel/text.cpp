#include "engine/feel/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace dandori::feel {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

int sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// The code point at the start, or none; its length in bytes.
std::optional<char32_t> decode(std::string_view text, int& length) {
    const auto lead = static_cast<unsigned char>(text[0]);
    length = sequence_length(lead);
    if (length == 1) return lead;
    if (length == 0 || text.size() < static_cast<std::size_t>(length)) return {};
    char32_t code_point = lead & (0x7FU >> length);
    for (int index = 1; index < length; ++index) {
        const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(index)]);
        if ((byte & 0xC0) != 0x80) return {};
        code_point = (code_point << 6) | (byte & 0x3F);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (code_point < least[static_cast<std::size_t>(length)] || code_point > 0x10FFFF) return {};
    if (code_point >= 0xD800 && code_point <= 0xDFFF) return {};
    return code_point;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    int length = 0;
    if (const auto code_point = decode(text.substr(at), length)) {
        at += static_cast<std::size_t>(length);
        return *code_point;
    }
    ++at;
    return replacement_character;
}

void append_code_point(std::string& text, char32_t code_point) {
    const auto byte = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (code_point < 0x80) {
        byte(code_point);
    } else if (code_point < 0x800) {
        byte(0xC0 | (code_point >> 6));
        byte(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        byte(0xE0 | (code_point >> 12));
        byte(0x80 | ((code_point >> 6) & 0x3F));
        byte(0x80 | (code_point & 0x3F));
    } else {
        byte(0xF0 | (code_point >> 18));
        byte(0x80 | ((code_point >> 12) & 0x3F));
        byte(0x80 | ((code_point >> 6) & 0x3F));
        byte(0x80 | (code_point & 0x3F));
    }
}

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
    return count;
}

std::size_t byte_offset(std::string_view text, std::size_t index) {
    std::size_t at = 0;
    for (; index > 0 && at < text.size(); --index) next_code_point(text, at);
    return at;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        int length = 0;
        if (!decode(text.substr(at), length)) return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

bool is_name_start(char32_t c) {
    if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    struct Span {
        char32_t first;
        char32_t last;
    };
    static constexpr std::array spans{Span{0xC0, 0xD6},     Span{0xD8, 0xF6},     Span{0xF8, 0x2FF},
                                      Span{0x370, 0x37D},   Span{0x37F, 0x1FFF},  Span{0x200C, 0x200D},
                                      Span{0x2070, 0x218F}, Span{0x2C00, 0x2FEF}, Span{0x3001, 0xD7FF},
                                      Span{0xF900, 0xFDCF}, Span{0xFDF0, 0xFFFC}, Span{0x10000, 0xEFFFF}};
    if (is_white_space(c)) return false;
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return c >= span.first && c <= span.last; });
}

bool is_name_part(char32_t c) {
    return is_name_start(c) || (c >= '0' && c <= '9') || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0x203F && c <= 0x2040);
}

bool is_white_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

bool is_plain_name(std::string_view text) {
    bool at_start = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == ' ' && !at_start) {
            at_start = true;
            continue;
        }
        if (at_start ? !is_name_start(c) : !is_name_part(c)) return false;
        at_start = false;
    }
    return !at_start;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        switch (c) {
            case '"': result += "\\\""; break;
            case '\\': result += "\\\\"; break;
            case '\n': result += "\\n"; break;
            case '\r': result += "\\r"; break;
            case '\t': result += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    std::array<char, 8> code;
                    std::snprintf(code.data(), code.size(), "\\u%04x",
                                  static_cast<unsigned>(static_cast<unsigned char>(c)));
                    result += code.data();
                } else {
                    result += c;
                }
        }
    }
    return result + "\"";
}

std::string shortened(std::string_view text, std::size_t size_max) {
    if (text.size() <= size_max) return std::string(text);
    std::size_t cut = size_max;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    return std::string(text.substr(0, cut)) + "…";
}

}  // namespace dandori::feel
