// Functions of regular expressions (DMN 1.5, 10.3.4.3): matches, replace, split; Camunda's extract.
#include "engine/feel/regex.h"

#include <algorithm>

#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

using Pattern = std::shared_ptr<const Regex>;

/// The pattern and flags given at two places; none, and `why` is set, if they are no such.
Pattern pattern_of(Call& call, std::size_t at, std::size_t flags_at, Value& why) {
    if (!call[at].is_string()) {
        why = needs(call, at, "a string");
        return {};
    }
    if (!call[flags_at].is_null() && !call[flags_at].is_string()) {
        why = needs(call, flags_at, "a string");
        return {};
    }
    auto regex = Regex::compiled(call[at].as_string(), call[flags_at].is_string() ? call[flags_at].as_string() : "");
    if (regex) return std::move(*regex);
    why = call.null(std::move(regex).error().text);
    return {};
}

/// The first match from the offset on. Its steps count as operations of the evaluation.
Result<std::optional<Regex::Groups>> found_in(Call& call, const Regex& regex, const std::string& text,
                                              std::size_t from) {
    constexpr std::size_t steps_of_operation = 8;
    const std::size_t allowed =
        std::min(match_steps_max, call.evaluator().operations_left() * steps_of_operation);
    std::size_t left = allowed;
    auto found = regex.find(text, from, left);
    if (!call.evaluator().may_operate(nullptr, (allowed - left) / steps_of_operation)) return std::optional<Regex::Groups>();
    return found;
}

/// Calls `visit` for each match from left to right; false, and `why` is set, if matching can't go on.
template <class Visit>
bool for_each_match(Call& call, const Regex& regex, const std::string& text, Value& why, const Visit& visit) {
    for (std::size_t from = 0; from <= text.size();) {
        if (!call.evaluator().may_iterate_at_call(1)) return false;
        const auto found = found_in(call, regex, text, from);
        if (!found) {
            why = call.null(found.error().text);
            return false;
        }
        if (!*found) break;
        const auto [begin, end] = (*found)->front();
        if (!visit(**found)) return false;
        from = end;
        if (end == begin) {
            ++from;
            while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
        }
    }
    return true;
}

Value does_match(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    Value why;
    const Pattern regex = pattern_of(call, 1, 2, why);
    if (!regex) return why;
    const auto found = found_in(call, *regex, call[0].as_string(), 0);
    return found ? Value(found->has_value()) : call.null(found.error().text);
}

/// The replacement's pieces: text, or the number of a group.
struct Piece {
    std::string text;
    std::size_t group = 0;
    bool is_group = false;
};

std::optional<std::vector<Piece>> pieces_of(std::string_view replacement, std::size_t group_count, bool literal) {
    std::vector<Piece> pieces(1);
    for (std::size_t at = 0; at < replacement.size(); ++at) {
        const char c = replacement[at];
        const char next = at + 1 < replacement.size() ? replacement[at + 1] : '\0';
        if (literal || (c != '\\' && c != '$')) {
            pieces.back().text += c;
        } else if (c == '\\') {
            if (next != '\\' && next != '$') return {};
            pieces.back().text += next;
            ++at;
        } else {
            if (next < '0' || next > '9') return {};
            std::size_t group = static_cast<std::size_t>(next - '0');
            ++at;
            // As many digits as there are groups for.
            while (at + 1 < replacement.size() && replacement[at + 1] >= '0' && replacement[at + 1] <= '9') {
                const std::size_t longer = group * 10 + static_cast<std::size_t>(replacement[at + 1] - '0');
                if (longer > group_count) break;
                group = longer;
                ++at;
            }
            pieces.push_back({{}, group, true});
            pieces.emplace_back();
        }
    }
    return pieces;
}

Value replace(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    if (!call[2].is_string()) return needs(call, 2, "a string");
    Value why;
    const Pattern regex = pattern_of(call, 1, 3, why);
    if (!regex) return why;
    if (regex->matches_empty())
        return call.null("The pattern of 'replace' is " + described(call[1]) +
                         "; one that matches no empty text is needed.");
    const bool literal = call[3].is_string() && call[3].as_string().find('q') != std::string::npos;
    const auto pieces = pieces_of(call[2].as_string(), regex->group_count(), literal);
    if (!pieces) return needs(call, 2, "a text in which '$' stands before a digit and '\\' before '$' or '\\'");
    const std::string& text = call[0].as_string();
    std::string result;
    std::size_t copied = 0;
    const bool whole = for_each_match(call, *regex, text, why, [&](const Regex::Groups& groups) {
        result.append(text, copied, groups.front().first - copied);
        copied = groups.front().second;
        for (const Piece& piece : *pieces) {
            if (!piece.is_group) {
                result += piece.text;
            } else if (piece.group < groups.size() && groups[piece.group].first != std::string::npos) {
                result.append(text, groups[piece.group].first, groups[piece.group].second - groups[piece.group].first);
            }
        }
        if (result.size() <= string_size_max) return true;
        why = call.null("Strings of more than " + std::to_string(string_size_max) + " bytes are not made.");
        return false;
    });
    if (!whole) return why;
    result.append(text, copied);
    return result;
}

Value split(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    Value why;
    const Pattern regex = pattern_of(call, 1, 2, why);
    if (!regex) return why;
    if (regex->matches_empty())
        return call.null("The delimiter of 'split' is " + described(call[1]) +
                         "; one that matches no empty text is needed.");
    const std::string& text = call[0].as_string();
    List parts;
    std::size_t begin = 0;
    const bool whole = for_each_match(call, *regex, text, why, [&](const Regex::Groups& groups) {
        parts.emplace_back(text.substr(begin, groups.front().first - begin));
        begin = groups.front().second;
        return parts.size() <= list_size_max;
    });
    if (!whole) return why;
    parts.emplace_back(text.substr(begin));
    return parts;
}

Value extract(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    Value why;
    const Pattern regex = pattern_of(call, 1, 2, why);
    if (!regex) return why;
    const std::string& text = call[0].as_string();
    List found;
    const bool whole = for_each_match(call, *regex, text, why, [&](const Regex::Groups& groups) {
        found.emplace_back(text.substr(groups.front().first, groups.front().second - groups.front().first));
        return found.size() <= list_size_max;
    });
    return whole ? Value(std::move(found)) : why;
}

}  // namespace

void add_regex_functions(FunctionLibrary& library) {
    library.add("matches", {"input", "pattern", "flags"}, does_match, 2);
    library.add("replace", {"input", "pattern", "replacement", "flags"}, replace, 3);
    library.add("split", {"string", "delimiter"}, split);
    library.add("extract", {"string", "pattern"}, extract);
}

}  // namespace dandori::feel
