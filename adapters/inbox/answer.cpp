#include "adapters/inbox/answer.h"

#include <algorithm>
#include <boost/json.hpp>

namespace dandori::inbox {
namespace {

namespace json = boost::json;

tl::unexpected<Failure> wrong_type(std::string_view name, std::string_view expected) {
    return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' must be " + std::string(expected) + ".");
}

}  // namespace

http::Response not_to_be_seen(const http::Request& request) {
    return refusal(request, 404, "見つからないか、見る権限がありません。",
                   "There is no such thing, or you may not see it.");
}

boost::json::value time_or_null(const std::optional<Instant>& time) {
    return time ? boost::json::value(to_iso8601(*time)) : boost::json::value(nullptr);
}

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

Result<const json::object*> object_member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || value->is_null()) return nullptr;
    if (!value->is_object()) return wrong_type(name, "an object");
    return &value->get_object();
}

Result<void> nothing_but(const json::object& object, std::initializer_list<std::string_view> names) {
    for (const auto& member : object) {
        const std::string_view name = member.key();
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        std::string known;
        for (const auto each : names) known += (known.empty() ? "" : ", ") + std::string(each);
        return fail(Failure::Kind::Syntax, "'" + std::string(name.substr(0, 40)) + "' is not known here; known are " + known + ".");
    }
    return {};
}

Result<const json::string*> text_member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || value->is_null()) return nullptr;
    if (!value->is_string()) return wrong_type(name, "a text");
    return &value->get_string();
}

Result<std::int64_t> key_of(std::string_view text, std::string_view name) {
    const bool is_key = !text.empty() && text.size() <= 18 &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_key) return wrong_type(name, "a key (a number as text)");
    return std::stoll(std::string(text));
}

}  // namespace dandori::inbox
