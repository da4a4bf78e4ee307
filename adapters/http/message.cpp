#include "adapters/http/message.h"

#include <algorithm>

#include "adapters/http/text.h"

namespace dandori::http {

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const auto& [each, value] : headers)
        if (equal_in_any_case(each, name)) return value;
    return {};
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (const auto& [each, value] : headers) {
        if (!equal_in_any_case(each, "Cookie")) continue;
        for (std::string_view rest = value; !rest.empty();) {
            const auto end = rest.find(';');
            const auto pair = trimmed(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
            auto text = pair.substr(equals + 1);
            if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
            return std::string(text);
        }
    }
    return {};
}

std::optional<std::string_view> Request::query_parameter(std::string_view name) const {
    for (const auto& [each, value] : query)
        if (each == name) return value;
    return {};
}

std::optional<std::string> Request::trace_parent() const {
    const auto text = header("traceparent");
    // 00-<32 digits>-<16 digits>-<2 digits>, no number all zeros; later versions may have more behind.
    if (!text || text->size() < 55 || text->size() > 512) return std::nullopt;
    const auto digits = [&](std::size_t from, std::size_t count) {
        return std::ranges::all_of(text->substr(from, count), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    };
    const bool has_parts = digits(0, 2) && (*text)[2] == '-' && digits(3, 32) && (*text)[35] == '-' && digits(36, 16) && (*text)[52] == '-' && digits(53, 2);
    const bool is_known = text->starts_with("00") ? text->size() == 55 : !text->starts_with("ff") && (text->size() == 55 || (*text)[55] == '-');
    if (!has_parts || !is_known || text->substr(3, 32) == std::string(32, '0') || text->substr(36, 16) == std::string(16, '0')) return std::nullopt;
    return std::string(text->substr(0, 55));
}

}  // namespace dandori::http
