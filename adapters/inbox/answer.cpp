#include "adapters/inbox/answer.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/problem.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

int status_of(engine::Rejection::Code code) {
    using Code = engine::Rejection::Code;
    switch (code) {
        case Code::InvalidArgument: return 400;
        case Code::Forbidden: return 403;
        case Code::NotFound: return 404;
        case Code::InvalidState:
        case Code::AlreadyExists: return 409;
        case Code::ResourceExhausted:
        case Code::Unavailable: return 503;
        case Code::Timeout: return 504;
        case Code::Internal: return 500;
    }
    return 500;
}

tl::unexpected<Failure> wrong_type(std::string_view name, std::string_view expected) {
    return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' must be " + std::string(expected) + ".");
}

}  // namespace

http::Response json_answer(int status, const json::value& body) {
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, json::serialize(body)};
}

http::Response no_content() { return {204, {{"Cache-Control", "no-store"}}, ""}; }

std::string_view in_language_of(const http::Request& request, std::string_view ja, std::string_view en) {
    return request.header("Accept-Language").value_or("").starts_with("ja") ? ja : en;
}

http::Response refusal(const http::Request& request, int status, std::string_view ja, std::string_view en) {
    return http::problem(status, in_language_of(request, ja, en), request);
}

http::Response refusal(const http::Request& request, const engine::Rejection& rejection) {
    return http::problem(status_of(rejection.code), rejection.text, request);
}

http::Response refusal(const http::Request& request, const Failure& failure) {
    return http::problem(400, failure.text, request);
}

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
