#include "bpmn/diagram/text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace dandori::bpmn::diagram_detail {
namespace {

// The next character of the text from `at` on, which moves behind it. Nothing but well-formed UTF-8 passes.
char32_t next_code(std::string_view text, std::size_t& at) {
    constexpr char32_t unreadable = 0xFFFD;
    const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 && lead < 0xF5   ? 3
                     : lead >= 0xE0 && lead < 0xF0 ? 2
                     : lead >= 0xC2 && lead < 0xE0 ? 1
                                                   : 0;
    if (more == 0) return unreadable;
    char32_t code = lead & (0x3F >> more);
    for (int each = 0; each < more; ++each) {
        if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return unreadable;
        code = (code << 6) | (byte(at++) & 0x3F);
    }
    const bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return unreadable;
    return code;
}

void append_code(std::string& text, char32_t code) {
    const auto add = [&](char32_t bits) { text += static_cast<char>(bits); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | (code >> 6)), add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | (code >> 12)), add(0x80 | ((code >> 6) & 0x3F)), add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | (code >> 18)), add(0x80 | ((code >> 12) & 0x3F)), add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

bool is_mark(char32_t code) {
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x3099 && code <= 0x309A) || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x20D0 && code <= 0x20FF) ||
           (code >= 0xE0100 && code <= 0xE01EF) || (code >= 0x1F3FB && code <= 0x1F3FF);
}

// East Asian wide and full-width forms, and the ambiguous ones that Japanese fonts draw wide.
bool is_wide(char32_t code) {
    struct Range {
        char32_t first, last;
    };
    static constexpr Range wide[]{
        {0x1100, 0x115F}, {0x2014, 0x2016},   {0x2025, 0x2026},  {0x203B, 0x203B}, {0x2103, 0x2103}, {0x2116, 0x2116},
        {0x2121, 0x2121}, {0x2150, 0x21FF},   {0x2200, 0x22FF},  {0x2312, 0x2312}, {0x2460, 0x27BF}, {0x2900, 0x2BFF},
        {0x2E80, 0x303E}, {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD}};
    for (const Range& range : wide) {
        if (code >= range.first && code <= range.last) return true;
    }
    return code == 0xD7 || code == 0xF7 || code == 0xB1 || code == 0xA7 || code == 0xB6;
}

// In thousandths of the font size, as common sans-serif fonts have them, the wider of several.
int thousandths(char32_t code) {
    if (is_mark(code)) return 0;
    if (is_wide(code)) return 1000;
    if (code >= 0xFF61 && code <= 0xFF9F) return 500;
    if (code < 0x20) return 0;
    if (code >= 0x80) return 620;
    static constexpr std::string_view narrow = "ijl|.,:;!'`I", slim = " ()[]{}/\\ftr-\"*", broad = "mwMWQO@%&GDHNUCA";
    const char letter = static_cast<char>(code);
    if (narrow.find(letter) != narrow.npos) return 290;
    if (slim.find(letter) != slim.npos) return 380;
    if (letter == 'm' || letter == 'M' || letter == 'W' || letter == '@' || letter == '%') return 900;
    if (broad.find(letter) != broad.npos) return 740;
    if (letter >= 'A' && letter <= 'Z') return 660;
    return 570;
}

char32_t first_code(std::string_view character) {
    std::size_t at = 0;
    return character.empty() ? 0 : next_code(character, at);
}

bool contains(std::u32string_view set, char32_t code) { return set.find(code) != set.npos; }

bool may_not_begin(char32_t code) {
    return contains(
        U"、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕〗〙’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
        U"㍻‐゠–〜～…‥,.)]}:;!?%’”｡､｣･ｰﾞﾟ",
        code);
}

bool may_not_end(char32_t code) { return contains(U"（［｛「『【〈《〔〖〘‘“([{｢", code); }

bool is_katakana(char32_t code) { return code >= 0x30A1 && code <= 0x30FE && code != 0x30FB; }

/// What stays on one line.
struct Unit {
    std::string text;
    double width = 0;
    bool space_before = false;
    bool line_before = false;  ///< the file breaks the line here
};

/// Where a line may end: anywhere that kinsoku allows, or only between phrases, so that a word keeps its ending and its
/// particle ("申請書を|確認する").
enum class Breaks { Anywhere, BetweenPhrases };

bool is_hiragana(char32_t code) { return code >= 0x3041 && code <= 0x309F; }

bool is_kanji(char32_t code) {
    return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) || code >= 0x20000 ||
           code == 0x3005;
}

bool same_phrase(char32_t last, char32_t code) {
    if (is_hiragana(code)) return is_hiragana(last) || is_kanji(last) || is_katakana(last);
    return is_kanji(code) && (is_kanji(last) || (last < 0x80 && last >= '0' && last <= '9'));
}

// Such as A10 or M105.
bool is_task_number(std::string_view word) {
    if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z') return false;
    return word.find_first_not_of("0123456789", 1) == word.npos;
}

std::vector<Unit> units_of(std::string_view text, double size, Breaks breaks = Breaks::Anywhere) {
    std::vector<Unit> units;
    bool space = false, line = false;
    char32_t last = 0;
    for (const std::string& character : characters(text)) {
        const char32_t code = first_code(character);
        if (code == '\n') {
            line = !units.empty();
            continue;
        }
        if (code == ' ' || code == '\t' || code == '\r' || code == 0x3000 || code < 0x20) {
            space = true;
            continue;
        }
        const bool latin_word = !is_wide(code) && !is_wide(last) && last != 0;
        const bool katakana_word = is_katakana(code) && is_katakana(last);
        const bool phrase = breaks == Breaks::BetweenPhrases && same_phrase(last, code);
        const bool joins = !units.empty() && !space && !line && last != '/' && last != '-' &&
                           (latin_word || katakana_word || phrase || may_not_begin(code) || may_not_end(last));
        // The number of a task stays with the first phrase of its name.
        const bool after_number = breaks == Breaks::BetweenPhrases && space && !line && units.size() == 1 &&
                                  is_task_number(units.front().text);
        if (after_number)
            units.back().text += ' ';
        else if (!joins)
            units.push_back({"", 0, space && !units.empty(), line});
        units.back().text += character;
        space = line = false;
        last = code;
    }
    for (Unit& unit : units) unit.width = text_width(unit.text, size);
    return units;
}

// A word that is wider than the line is cut wherever the line ends.
std::vector<Unit> cut_to(const std::vector<Unit>& units, double width, double size) {
    std::vector<Unit> cut;
    for (const Unit& unit : units) {
        if (unit.width <= width) {
            cut.push_back(unit);
            continue;
        }
        Unit piece{"", 0, unit.space_before, unit.line_before};
        for (const std::string& character : characters(unit.text)) {
            const double its_width = text_width(character, size);
            if (!piece.text.empty() && piece.width + its_width > width) {
                cut.push_back(std::move(piece));
                piece = {};
            }
            piece.text += character;
            piece.width += its_width;
        }
        cut.push_back(std::move(piece));
    }
    return cut;
}

std::vector<std::string> filled(const std::vector<Unit>& units, double width, double size) {
    std::vector<std::string> lines;
    double used = 0;
    for (const Unit& unit : units) {
        const double space = unit.space_before ? text_width(" ", size) : 0;
        if (lines.empty() || unit.line_before || used + space + unit.width > width + 0.01) {
            lines.push_back(unit.text);
            used = unit.width;
        } else {
            lines.back() += (unit.space_before ? " " : "") + unit.text;
            used += space + unit.width;
        }
    }
    return lines;
}

}  // namespace

std::vector<std::string> characters(std::string_view utf8) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t code = next_code(utf8, at);
        if (!is_mark(code) || all.empty()) all.emplace_back();
        append_code(all.back(), code);
    }
    return all;
}

bool is_full_width(std::string_view character) { return is_wide(first_code(character)); }

double text_width(std::string_view utf8, double size) {
    double sum = 0;
    for (std::size_t at = 0; at < utf8.size();) sum += thousandths(next_code(utf8, at));
    return sum * size / 1000;
}

double widest_word(std::string_view utf8, double size) {
    double widest = 0;
    for (const Unit& unit : units_of(utf8, size)) widest = std::max(widest, unit.width);
    return widest;
}

std::vector<std::string> wrapped(std::string_view utf8, double width, double size) {
    auto units = cut_to(units_of(utf8, size), width, size);
    auto lines = filled(units, width, size);
    if (lines.size() < 2) return lines;
    // Between phrases, if that costs no further line.
    const auto phrases = units_of(utf8, size, Breaks::BetweenPhrases);
    const bool fit = std::all_of(phrases.begin(), phrases.end(), [&](const Unit& unit) { return unit.width <= width; });
    if (auto others = filled(phrases, width, size); fit && others.size() <= lines.size()) {
        units = phrases;
        lines = std::move(others);
    }
    // Latin words break well enough; a lone kana in the last line doesn't look well.
    const auto is_latin = [](const Unit& unit) { return !is_wide(first_code(unit.text)); };
    if (2 * std::count_if(units.begin(), units.end(), is_latin) > static_cast<std::ptrdiff_t>(units.size()))
        return lines;
    // As many lines, but none much shorter than the others.
    double narrow = 0, wide = width;
    for (const Unit& unit : units) narrow = std::max(narrow, unit.width);
    for (int each = 0; each < 8; ++each) {
        const double middle = (narrow + wide) / 2;
        auto balanced = filled(units, middle, size);
        if (balanced.size() > lines.size()) {
            narrow = middle;
        } else {
            wide = middle;
            lines = std::move(balanced);
        }
    }
    return lines;
}

FittedText fitted(std::string_view utf8, double width, double height, double size_max, double size_min) {
    constexpr std::size_t bytes_max = 4000;  // more is never legible in a shape
    const std::string_view text = utf8.substr(0, bytes_max);
    width = std::max(width, size_min);
    // A word cut in two is worse than a smaller one, down to nine pixels.
    for (double size = size_max; size >= size_min; size -= 1) {
        const auto units = units_of(text, size);
        const bool whole =
            std::all_of(units.begin(), units.end(), [&](const Unit& unit) { return unit.width <= width; });
        if (!whole && size > 9) continue;
        auto lines = wrapped(text, width, size);
        if (static_cast<double>(lines.size()) * size * line_height <= height + 0.01) return {std::move(lines), size};
    }
    auto lines = wrapped(text, width, size_min);
    const auto fits =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::max(height, 0.0) / (size_min * line_height)));
    if (lines.size() > fits) {
        // Not balanced any more: what is left should hold as much as can be.
        lines = filled(cut_to(units_of(text, size_min), width, size_min), width, size_min);
        lines.resize(std::min(fits, lines.size()));
        auto last = characters(lines.back());
        const double room = width - text_width("…", size_min);
        while (!last.empty()) {
            std::string joined;
            for (const std::string& each : last) joined += each;
            if (text_width(joined, size_min) <= room) break;
            last.pop_back();
        }
        lines.back().clear();
        for (const std::string& each : last) lines.back() += each;
        lines.back() += "…";
    }
    return {std::move(lines), size_min};
}

}  // namespace dandori::bpmn::diagram_detail
