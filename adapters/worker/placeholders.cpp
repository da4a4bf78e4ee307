#include "adapters/worker/placeholders.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace dandori::worker {
namespace {

namespace json = boost::json;

constexpr std::size_t written_bytes_max = 1024 * 1024;
constexpr std::size_t empty_kept_max = 100;
constexpr std::size_t nesting_max = 20;
constexpr std::string_view opening = "{{=", closing = "}}";

/// Where the expression that begins at `from` ends: at the first `}}` outside of texts and contexts.
std::size_t end_of_expression(std::string_view text, std::size_t from) {
    int depth = 0;
    bool in_text = false;
    for (auto at = from; at < text.size(); ++at) {
        if (in_text) {
            if (text[at] == '\\')
                ++at;
            else if (text[at] == '"')
                in_text = false;
        } else if (text[at] == '"') {
            in_text = true;
        } else if (depth == 0 && text.substr(at).starts_with(closing)) {
            return at;
        } else if (text[at] == '{') {
            ++depth;
        } else if (text[at] == '}') {
            --depth;
        }
    }
    return std::string_view::npos;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string number_text(double number) {
    if (!std::isfinite(number)) return "";
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15g", number);
    return text.data();
}

std::string written(const json::value& value, Years years, std::size_t depth) {
    if (depth > nesting_max) return "";
    switch (value.kind()) {
        case json::kind::null: return "";
        case json::kind::bool_: return value.get_bool() ? "はい" : "いいえ";
        case json::kind::int64: return std::to_string(value.get_int64());
        case json::kind::uint64: return std::to_string(value.get_uint64());
        case json::kind::double_: return number_text(value.get_double());
        case json::kind::string:
            return japanese_time(value.get_string(), years).value_or(std::string(value.get_string()));
        case json::kind::array: break;
        case json::kind::object: break;
    }
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "、") + part;
    };
    if (value.is_array()) {
        for (const auto& entry : value.get_array()) add(written(entry, years, depth + 1));
    } else {
        for (const auto& member : value.get_object())
            add(std::string(member.key()) + ": " + written(member.value(), years, depth + 1));
    }
    return text;
}

tl::unexpected<Failure> no_end(std::string_view text) {
    return fail(Failure::Kind::Syntax, "The placeholder '" + std::string(text.substr(0, 60)) + "' has no end.");
}

}  // namespace

std::string written_for_people(const json::value& value, Years years) { return written(value, years, 0); }

std::size_t find_placeholder(std::string_view text, std::size_t from) { return text.find(opening, from); }

std::size_t end_of_placeholder(std::string_view text, std::size_t start) {
    const auto end = end_of_expression(text, start + opening.size());
    return end == std::string_view::npos ? end : end + closing.size();
}

Result<void> check_placeholders(std::string_view text) {
    for (auto at = find_placeholder(text); at != std::string_view::npos;) {
        const auto end = end_of_placeholder(text, at);
        if (end == std::string_view::npos) return no_end(text.substr(at));
        at = find_placeholder(text, end);
    }
    return {};
}

Result<std::string> Filling::fill(std::string_view text, Escape escape) {
    std::string filled;
    placeholders_ = filled_placeholders_ = 0;
    for (std::size_t from = 0;;) {
        const auto start = find_placeholder(text, from);
        filled += text.substr(from, start - from);
        if (start == std::string_view::npos) return filled;
        const auto end = end_of_placeholder(text, start);
        if (end == std::string_view::npos) return no_end(text.substr(start));
        const auto expression = text.substr(start + opening.size(), end - closing.size() - start - opening.size());
        const auto value = TRY(value_of(without_blanks(expression)));
        filled += escape ? escape(value) : value;
        from = end;
    }
}

Result<std::string> Filling::value_of(std::string_view expression) {
    ++placeholders_;
    auto value = evaluate_(expression, variables_);
    if (!value) return fail(value.error().kind, "{{= " + std::string(expression) + " }}: " + value.error().text);
    auto text = written_for_people(*value, years_);
    written_ += text.size();
    if (written_ > written_bytes_max) return fail(Failure::Kind::Bounds, "The values are longer than 1 MB.");
    if (!text.empty())
        ++filled_placeholders_;
    else if (empty_.size() < empty_kept_max)
        empty_.emplace_back(expression);
    return text;
}

}  // namespace dandori::worker
