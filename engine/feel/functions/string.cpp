// Strings (DMN 1.5, 10.3.4.3).
#include "engine/feel/functions/arguments.h"
#include "engine/feel/regex.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

/// Calls `compute` with two strings.
template <class Compute>
auto of_two_strings(Compute compute) {
    return [compute](Call& call) -> Value {
        if (!call[0].is_string()) return needs(call, 0, "a string");
        if (!call[1].is_string()) return needs(call, 1, "a string");
        return compute(call[0].as_string(), call[1].as_string());
    };
}

template <class Compute>
auto of_string(Compute compute) {
    return [compute](Call& call) -> Value {
        if (!call[0].is_string()) return needs(call, 0, "a string");
        return compute(call[0].as_string());
    };
}

Value substring(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    const std::string& text = call[0].as_string();
    const auto count = static_cast<std::int64_t>(code_point_count(text));
    const auto start = cut_integer(call[1]);
    if (!start || *start == 0 || *start > count || *start < -count) {
        return needs(call, 1,
                     "a position from 1 to " + std::to_string(count) + " or, from the end, from -1 to -" +
                         std::to_string(count));
    }
    const std::int64_t first = *start > 0 ? *start - 1 : count + *start;
    const std::size_t begin = byte_offset(text, static_cast<std::size_t>(first));
    if (!given(call, 2)) return text.substr(begin);
    const auto length = cut_integer(call[2]);
    if (!length || *length < 1) return needs(call, 2, "a number from 1");
    const std::string_view rest = std::string_view(text).substr(begin);
    return rest.substr(0, byte_offset(rest, static_cast<std::size_t>(std::min(*length, count))));
}

Value before(const std::string& text, const std::string& match) {
    const std::size_t at = text.find(match);
    return at == std::string::npos ? Value("") : Value(text.substr(0, at));
}

Value after(const std::string& text, const std::string& match) {
    const std::size_t at = text.find(match);
    return at == std::string::npos ? Value("") : Value(text.substr(at + match.size()));
}

Value join(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list of strings");
    for (std::size_t index = 1; index < call.arguments().size(); ++index) {
        if (!call[index].is_null() && !call[index].is_string()) return needs(call, index, "a string");
    }
    const std::string_view delimiter = call[1].is_string() ? std::string_view(call[1].as_string()) : "";
    std::string result = call[2].is_string() ? call[2].as_string() : "";
    bool first = true;
    for (const Value& item : *items) {
        if (item.is_null()) continue;
        if (!item.is_string())
            return call.null("The list given to 'string join' holds " + described(item) + "; strings are needed.");
        if (!first) result += delimiter;
        first = false;
        result += item.as_string();
        if (result.size() > string_size_max) {
            return call.null("Strings of more than " + std::to_string(string_size_max) + " bytes are not made.");
        }
    }
    return call[3].is_string() ? result + call[3].as_string() : result;
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (is_white_space(next_code_point(text, at))) continue;
        begin = std::min(begin, here);
        end = at;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

void add_string_functions(FunctionLibrary& library) {
    library.add("substring", {"string", "start position", "length"}, substring, 2);
    library.add("string length", {"string"}, of_string([](const std::string& text) -> Value {
                    return static_cast<std::int64_t>(code_point_count(text));
                }));
    library.add("upper case", {"string"},
                of_string([](const std::string& text) -> Value { return in_upper_case(text); }));
    library.add("lower case", {"string"},
                of_string([](const std::string& text) -> Value { return in_lower_case(text); }));
    library.add("trim", {"string"}, of_string([](const std::string& text) -> Value { return trimmed(text); }));
    library.add("is blank", {"string"},
                of_string([](const std::string& text) -> Value { return trimmed(text).empty(); }));
    library.add("substring before", {"string", "match"}, of_two_strings(before));
    library.add("substring after", {"string", "match"}, of_two_strings(after));
    library.add("contains", {"string", "match"},
                of_two_strings([](const std::string& text, const std::string& match) -> Value {
                    return text.find(match) != std::string::npos;
                }));
    library.add("starts with", {"string", "match"},
                of_two_strings([](const std::string& text, const std::string& match) -> Value {
                    return text.starts_with(match);
                }));
    library.add("ends with", {"string", "match"},
                of_two_strings(
                    [](const std::string& text, const std::string& match) -> Value { return text.ends_with(match); }));
    library.add("string join", {"list", "delimiter", "prefix", "suffix"}, join, 1);
}

}  // namespace dandori::feel
