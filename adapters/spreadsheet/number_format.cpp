#include "adapters/spreadsheet/number_format.h"

#include <string>

namespace dandori::spreadsheet {
namespace {

/// The letters of a format code that stand for something, in lower case: without quoted text, escapes, colours and languages.
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '[') {
            const auto end = std::min(code.find(']', at + 1), code.size());
            const auto inside = code.substr(at + 1, end - at - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos) letters += 'h';  // time that has passed
            at = end;
        } else if (c == ';') {
            break;  // what negative numbers look like
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

}  // namespace

NumberMeaning meaning_of_format(unsigned id) {
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58))
        return NumberMeaning::Date;
    if ((id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47)) return NumberMeaning::Time;
    return NumberMeaning::Number;
}

NumberMeaning meaning_of_format(std::string_view code) {
    const auto letters = letters_of(code);
    if (letters.find("general") != letters.npos) return NumberMeaning::Number;
    const auto era = letters.find('e');
    const bool has_era = era != letters.npos && (era + 1 == letters.size() || (letters[era + 1] != '+' && letters[era + 1] != '-'));
    if (letters.find_first_of("yd") != letters.npos || has_era) return NumberMeaning::Date;
    if (letters.find_first_of("hs") != letters.npos) return NumberMeaning::Time;
    return letters.find('m') != letters.npos ? NumberMeaning::Date : NumberMeaning::Number;
}

}  // namespace dandori::spreadsheet
