// From XPath's patterns to PCRE2's. What both write alike passes through; class subtraction, blocks of Unicode, `\i`
// and `\c` are rewritten; what only PCRE2 knows is refused.
#include <algorithm>
#include <array>

#include "engine/feel/regex.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

constexpr std::string_view name_start_set = "_:\\p{L}";
constexpr std::string_view name_part_set = "-._:\\p{L}\\p{N}\\p{M}\\x{B7}";
constexpr int class_nesting_max = 20;

struct Block {
    std::string_view name;
    std::string_view range;
};

// Unicode's blocks as patterns name them, those that forms and letters here are written in.
constexpr std::array blocks{Block{"BasicLatin", "\\x{0}-\\x{7F}"},
                            Block{"Latin-1Supplement", "\\x{80}-\\x{FF}"},
                            Block{"LatinExtended-A", "\\x{100}-\\x{17F}"},
                            Block{"LatinExtended-B", "\\x{180}-\\x{24F}"},
                            Block{"IPAExtensions", "\\x{250}-\\x{2AF}"},
                            Block{"SpacingModifierLetters", "\\x{2B0}-\\x{2FF}"},
                            Block{"CombiningDiacriticalMarks", "\\x{300}-\\x{36F}"},
                            Block{"Greek", "\\x{370}-\\x{3FF}"},
                            Block{"GreekandCoptic", "\\x{370}-\\x{3FF}"},
                            Block{"Cyrillic", "\\x{400}-\\x{4FF}"},
                            Block{"Armenian", "\\x{530}-\\x{58F}"},
                            Block{"Hebrew", "\\x{590}-\\x{5FF}"},
                            Block{"Arabic", "\\x{600}-\\x{6FF}"},
                            Block{"Devanagari", "\\x{900}-\\x{97F}"},
                            Block{"Bengali", "\\x{980}-\\x{9FF}"},
                            Block{"Thai", "\\x{E00}-\\x{E7F}"},
                            Block{"HangulJamo", "\\x{1100}-\\x{11FF}"},
                            Block{"LatinExtendedAdditional", "\\x{1E00}-\\x{1EFF}"},
                            Block{"GreekExtended", "\\x{1F00}-\\x{1FFF}"},
                            Block{"GeneralPunctuation", "\\x{2000}-\\x{206F}"},
                            Block{"SuperscriptsandSubscripts", "\\x{2070}-\\x{209F}"},
                            Block{"CurrencySymbols", "\\x{20A0}-\\x{20CF}"},
                            Block{"LetterlikeSymbols", "\\x{2100}-\\x{214F}"},
                            Block{"NumberForms", "\\x{2150}-\\x{218F}"},
                            Block{"Arrows", "\\x{2190}-\\x{21FF}"},
                            Block{"MathematicalOperators", "\\x{2200}-\\x{22FF}"},
                            Block{"EnclosedAlphanumerics", "\\x{2460}-\\x{24FF}"},
                            Block{"BoxDrawing", "\\x{2500}-\\x{257F}"},
                            Block{"GeometricShapes", "\\x{25A0}-\\x{25FF}"},
                            Block{"MiscellaneousSymbols", "\\x{2600}-\\x{26FF}"},
                            Block{"CJKSymbolsandPunctuation", "\\x{3000}-\\x{303F}"},
                            Block{"Hiragana", "\\x{3040}-\\x{309F}"},
                            Block{"Katakana", "\\x{30A0}-\\x{30FF}"},
                            Block{"Bopomofo", "\\x{3100}-\\x{312F}"},
                            Block{"HangulCompatibilityJamo", "\\x{3130}-\\x{318F}"},
                            Block{"EnclosedCJKLettersandMonths", "\\x{3200}-\\x{32FF}"},
                            Block{"CJKCompatibility", "\\x{3300}-\\x{33FF}"},
                            Block{"CJKUnifiedIdeographsExtensionA", "\\x{3400}-\\x{4DBF}"},
                            Block{"CJKUnifiedIdeographs", "\\x{4E00}-\\x{9FFF}"},
                            Block{"HangulSyllables", "\\x{AC00}-\\x{D7AF}"},
                            Block{"PrivateUse", "\\x{E000}-\\x{F8FF}"},
                            Block{"CJKCompatibilityIdeographs", "\\x{F900}-\\x{FAFF}"},
                            Block{"HalfwidthandFullwidthForms", "\\x{FF00}-\\x{FFEF}"},
                            Block{"Emoticons", "\\x{1F600}-\\x{1F64F}"}};

constexpr std::array<std::string_view, 37> categories{
    "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd", "Nl", "No", "P",  "Pc", "Pd", "Ps", "Pe",
    "Pi", "Pf", "Po", "Z",  "Zs", "Zl", "Zp", "S",  "Sm", "Sc", "Sk", "So", "C",  "Cc", "Cf", "Co", "Cn", "Cs"};

class PatternReader {
  public:
    PatternReader(std::string_view pattern, bool ignores_space, bool dot_all) : dot_all_(dot_all) {
        for (std::size_t at = 0; at < pattern.size();) pattern_.push_back(next_code_point(pattern, at));
        if (ignores_space) drop_space();
    }

    Result<std::string> whole() {
        while (at_ < pattern_.size()) {
            const char32_t c = pattern_[at_];
            if (c == '\\') {
                ++at_;
                TRY(escape());
            } else if (c == '[') {
                ++at_;
                result_ += TRY(character_class(0));
            } else if (c == '.') {
                ++at_;
                // Without the flag s a carriage return ends a line too.
                result_ += dot_all_ ? "." : "[^\\n\\r]";
            } else if (c == '(') {
                ++at_;
                TRY(open_group());
            } else if (c == ')') {
                ++at_;
                if (open_groups_.empty()) return refuse("a ')' without its '('");
                if (open_groups_.back() > 0) closed_[static_cast<std::size_t>(open_groups_.back() - 1)] = true;
                open_groups_.pop_back();
                result_ += ')';
            } else if (c == ']' || c == '}') {
                return refuse(std::string("a '") + static_cast<char>(c) + "' without its beginning");
            } else if (c == '*' || c == '+' || c == '?') {
                TRY(quantifier(std::string(1, static_cast<char>(c))));
            } else if (c == '{') {
                TRY(counted_quantifier());
            } else {
                ++at_;
                if (c == '#') result_ += '\\';
                append_code_point(result_, c);
            }
        }
        if (!open_groups_.empty()) return refuse("a '(' without its ')'");
        return std::move(result_);
    }

  private:
    // With the flag x white space has no meaning but within a class.
    void drop_space() {
        std::u32string kept;
        int depth = 0;
        for (std::size_t at = 0; at < pattern_.size(); ++at) {
            const char32_t c = pattern_[at];
            if (depth == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
            if (c == '\\' && at + 1 < pattern_.size() && depth > 0) {
                kept += c;
                kept += pattern_[++at];
                continue;
            }
            // An escaped bracket opens nothing; white space between the backslash and it is gone already.
            const bool escaped =
                !kept.empty() && kept.back() == '\\' && !(kept.size() > 1 && kept[kept.size() - 2] == '\\');
            if (c == '[' && !escaped) ++depth;
            if (c == ']' && !escaped && depth > 0) --depth;
            kept += c;
        }
        pattern_ = std::move(kept);
    }

    tl::unexpected<Failure> refuse(const std::string& what) const {
        return fail(Failure::Kind::Syntax, "The pattern has " + what + " (at character " +
                                               std::to_string(std::min(at_, pattern_.size()) + 1) + ").");
    }

    Result<void> quantifier(const std::string& sign) {
        at_ += sign.size();
        result_ += sign;
        if (at_ < pattern_.size() && pattern_[at_] == '?') {
            ++at_;
            result_ += '?';
        } else if (at_ < pattern_.size() && (pattern_[at_] == '+' || pattern_[at_] == '*')) {
            return refuse("a quantifier behind a quantifier");
        }
        return {};
    }

    Result<void> counted_quantifier() {
        std::string text;
        std::size_t at = at_;
        while (at < pattern_.size() && pattern_[at] != '}' && text.size() < 20)
            text += static_cast<char>(pattern_[at++]);
        const auto body = text.substr(1);
        const bool fine = at < pattern_.size() && pattern_[at] == '}' && !body.empty() && body.front() >= '0' &&
                          body.front() <= '9' && body.find_first_not_of("0123456789,") == std::string::npos &&
                          std::count(body.begin(), body.end(), ',') <= 1;
        if (!fine) return refuse("a '{' that begins no count");
        return quantifier(text + "}");
    }

    Result<void> open_group() {
        if (at_ < pattern_.size() && pattern_[at_] == '?') {
            if (at_ + 1 >= pattern_.size() || pattern_[at_ + 1] != ':') return refuse("a group of an unknown kind");
            at_ += 2;
            result_ += "(?:";
            open_groups_.push_back(0);
            return {};
        }
        if (at_ < pattern_.size() && pattern_[at_] == '*') return refuse("a quantifier without what it repeats");
        result_ += '(';
        closed_.push_back(false);
        open_groups_.push_back(static_cast<int>(closed_.size()));
        return {};
    }

    /// What a letter behind a backslash stands for, in the form of a class's content; none if XPath has no such.
    std::optional<std::string> set_of(char32_t c) const {
        switch (c) {
            case 'd': return "\\p{Nd}";
            case 'D': return "\\P{Nd}";
            case 's': return " \\t\\n\\r";
            case 'w': return "\\p{L}\\p{M}\\p{N}\\p{S}";
            case 'i': return std::string(name_start_set);
            case 'c': return std::string(name_part_set);
            default: return {};
        }
    }

    /// The same, negated.
    std::optional<std::string> negated_set_of(char32_t c) const {
        switch (c) {
            case 'S': return " \\t\\n\\r";
            case 'W': return "\\p{L}\\p{M}\\p{N}\\p{S}";
            case 'I': return std::string(name_start_set);
            case 'C': return std::string(name_part_set);
            default: return {};
        }
    }

    std::optional<std::string> single_of(char32_t c) const {
        if (c == 'n' || c == 'r' || c == 't') return std::string("\\") + static_cast<char>(c);
        if (std::u32string_view(U"\\|.-^?*+{}()[]$").find(c) != std::u32string_view::npos) {
            return std::string("\\") + static_cast<char>(c);
        }
        return {};
    }

    /// `\p{...}` or `\P{...}`, the letter taken already; as a class's content and whether it is negated.
    Result<std::pair<std::string, bool>> property(bool negated) {
        if (at_ >= pattern_.size() || pattern_[at_] != '{') return refuse("a \\p without '{'");
        std::string name;
        for (++at_; at_ < pattern_.size() && pattern_[at_] != '}'; ++at_) append_code_point(name, pattern_[at_]);
        if (at_ >= pattern_.size()) return refuse("a \\p{ without '}'");
        ++at_;
        if (name.starts_with("Is")) {
            const auto block = std::find_if(blocks.begin(), blocks.end(),
                                            [&](const Block& each) { return each.name == name.substr(2); });
            if (block == blocks.end()) return refuse("the unknown block '" + shortened(name, 40) + "'");
            return std::pair(std::string(block->range), negated);
        }
        if (std::find(categories.begin(), categories.end(), name) == categories.end()) {
            return refuse("the unknown category '" + shortened(name, 40) + "'");
        }
        return std::pair((negated ? "\\P{" : "\\p{") + name + "}", false);
    }

    Result<void> escape() {
        if (at_ >= pattern_.size()) return refuse("a backslash at its end");
        const char32_t c = pattern_[at_++];
        if (c >= '1' && c <= '9') return back_reference(static_cast<int>(c - '0'));
        if (c == 'p' || c == 'P') {
            const auto [set, negated] = TRY(property(c == 'P'));
            result_ += (negated ? "[^" : "[") + set + "]";
            return {};
        }
        if (const auto set = set_of(c)) {
            result_ += "[" + *set + "]";
        } else if (const auto negated = negated_set_of(c)) {
            result_ += "[^" + *negated + "]";
        } else if (const auto single = single_of(c)) {
            result_ += *single;
        } else {
            std::string what = "the unknown escape \\";
            append_code_point(what, c);
            return refuse(what);
        }
        return {};
    }

    Result<void> back_reference(int number) {
        while (at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9') {
            const int longer = number * 10 + static_cast<int>(pattern_[at_] - '0');
            if (longer > static_cast<int>(closed_.size())) break;
            number = longer;
            ++at_;
        }
        if (number > static_cast<int>(closed_.size()) || !closed_[static_cast<std::size_t>(number - 1)]) {
            return refuse("\\" + std::to_string(number) + ", but no such group before it");
        }
        result_ += "\\g{" + std::to_string(number) + "}";
        return {};
    }

    /// Behind the opening bracket, to behind the closing one. A subtraction becomes a look ahead.
    Result<std::string> character_class(int depth) {
        if (depth > class_nesting_max) return refuse("classes nested too deep");
        bool negated = false;
        if (at_ < pattern_.size() && pattern_[at_] == '^') {
            negated = true;
            ++at_;
        }
        std::string content;
        std::vector<std::string> beside;  // parts that a class can't hold: negated sets of several
        std::string subtracted;
        bool empty = true;
        while (true) {
            if (at_ >= pattern_.size()) return refuse("a '[' without its ']'");
            const char32_t c = pattern_[at_++];
            if (c == ']') {
                if (empty) return refuse("an empty class");
                break;
            }
            if (c == '-' && at_ < pattern_.size() && pattern_[at_] == '[') {
                if (empty) return refuse("a class that only takes away");
                ++at_;
                subtracted = TRY(character_class(depth + 1));
                if (at_ >= pattern_.size() || pattern_[at_] != ']')
                    return refuse("a subtraction that doesn't end its class");
                ++at_;
                break;
            }
            empty = false;
            if (c == '[') return refuse("a '[' within a class");
            if (c == '\\') {
                if (at_ >= pattern_.size()) return refuse("a backslash at its end");
                const char32_t letter = pattern_[at_++];
                if (letter == 'p' || letter == 'P') {
                    const auto [set, is_negated] = TRY(property(letter == 'P'));
                    if (is_negated) {
                        beside.push_back("[^" + set + "]");
                    } else {
                        content += set;
                    }
                } else if (const auto set = set_of(letter)) {
                    content += *set;
                } else if (const auto negated_set = negated_set_of(letter)) {
                    beside.push_back("[^" + *negated_set + "]");
                } else if (const auto single = single_of(letter)) {
                    content += *single;
                } else {
                    std::string what = "the unknown escape \\";
                    append_code_point(what, letter);
                    return refuse(what + " within a class");
                }
                continue;
            }
            if (c == '-') {
                // Between two characters it makes a range; at an end it stands for itself.
                const bool at_end = at_ < pattern_.size() && pattern_[at_] == ']';
                content += content.empty() || at_end ? "\\-" : "-";
                continue;
            }
            if (c == '^' || c == '&' || c == '~' || c == '|' || c == '#') content += '\\';
            append_code_point(content, c);
        }
        std::string result = "[" + std::string(negated && beside.empty() ? "^" : "") + content + "]";
        if (!beside.empty()) {
            std::string either = "(?:";
            for (const std::string& part : beside) either += part + "|";
            either = content.empty() ? either.substr(0, either.size() - 1) + ")" : either + "[" + content + "])";
            result = negated ? "(?:(?!" + either + ")(?s:.))" : either;
        }
        return subtracted.empty() ? result : "(?:(?!" + subtracted + ")" + result + ")";
    }

    bool dot_all_;
    std::u32string pattern_;
    std::size_t at_ = 0;
    std::string result_;
    std::vector<int> open_groups_;  // their numbers; 0 for those that capture nothing
    std::vector<bool> closed_;
};

}  // namespace

Result<std::string> translated_pattern(std::string_view pattern, bool ignores_space, bool dot_all) {
    return PatternReader(pattern, ignores_space, dot_all).whole();
}

}  // namespace dandori::feel
