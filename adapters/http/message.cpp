#include "adapters/http/message.h"

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

}  // namespace dandori::http
