// How a person is signed in elsewhere: sessions of browsers and access tokens of programs, to be looked at and ended.
#include <boost/json.hpp>

#include "adapters/http/json_body.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr std::int64_t day_ms = 24 * 60 * 60'000;
constexpr std::int64_t days_max = 3'660;

json::value token_as_json(const engine::AccessToken& row) {
    return {{"tokenId", row.id},
            {"name", row.name},
            {"createdAt", to_iso8601(row.created_at)},
            {"expiresAt", time_or_null(row.expires_at)}};
}

http::Response list_tokens(const RouteParts& parts, const std::string& username) {
    json::array items;
    for (const auto& row : parts.access_tokens.of(username)) items.push_back(token_as_json(row));
    return json_answer(200, {{"items", std::move(items)}});
}

/// Who finds a browser open must not make themselves a way in that lasts: with a password one types it again. 403 where it is wrong, so
/// that the page doesn't take it for a session that is over.
std::optional<http::Response> doubt_who_asks(const RouteParts& parts, const http::Request& request, const json::object& body,
                                             const std::string& username) {
    const auto user = parts.accounts.find(username);
    if (!parts.guard.session_of(request) || !user || user->password_hash.empty()) return {};
    const auto password = text_member(body, "password");
    if (!password) return refusal(request, password.error());
    if (!*password)
        return refusal(request, Failure{Failure::Kind::Syntax, "'password' is missing: from a browser, one's own is needed once more."});
    const auto checked = parts.accounts.check(username, std::string(**password));
    if (checked) return {};
    if (checked.error().retry_after_ms) return sign_in_refusal(request, checked.error());
    return refusal(request, 403, "パスワードが違います。", "The password is wrong.");
}

http::Response create_token(const RouteParts& parts, const http::Request& request, const std::string& username) {
    const auto body = http::json_body(request);
    if (!body) return body.error();
    const auto* object = body->if_object();
    if (!object) return refusal(request, Failure{Failure::Kind::Syntax, "The body must be a JSON object."});
    if (const auto known = nothing_but(*object, {"name", "expiresInDays", "password"}); !known) return refusal(request, known.error());
    const auto name = text_member(*object, "name");
    if (!name) return refusal(request, name.error());
    std::optional<Instant> expires_at;
    if (const auto* days = object->if_contains("expiresInDays"); days && !days->is_null()) {
        if (!days->is_int64() || days->get_int64() < 1 || days->get_int64() > days_max)
            return refusal(request, Failure{Failure::Kind::Bounds, "'expiresInDays' must be a whole number from 1 to 3660."});
        expires_at = parts.access.clock->now() + days->get_int64() * day_ms;
    }
    if (auto refused = doubt_who_asks(parts, request, *object, username)) return std::move(*refused);
    const auto made = parts.access_tokens.create(username, *name ? std::string(**name) : std::string(), expires_at);
    if (!made) return refusal(request, made.error());
    auto answer = token_as_json(made->row);
    answer.get_object()["token"] = made->text;
    return json_answer(201, answer);
}

http::Response list_sessions(const RouteParts& parts, const http::Request& request, const std::string& username) {
    const auto here = parts.guard.session_of(request);
    json::array items;
    for (const auto& session : parts.sessions.of(username)) {
        items.push_back(json::value{{"sessionId", session.token_hash},
                                    {"createdAt", to_iso8601(session.created_at)},
                                    {"expiresAt", to_iso8601(session.expires_at)},
                                    {"address", text_or_null(session.address)},
                                    {"userAgent", text_or_null(session.user_agent)},
                                    {"isThis", here && here->token_hash == session.token_hash}});
    }
    return json_answer(200, {{"items", std::move(items)}});
}

http::Response end_session(const RouteParts& parts, const http::Request& request, const std::string& username) {
    const auto& id = request.parameters.at("sessionId");
    for (const auto& session : parts.sessions.of(username)) {
        if (session.token_hash != id) continue;
        const auto closed = parts.sessions.close(id);
        return closed ? no_content() : refusal(request, closed.error());
    }
    return not_to_be_seen(request);
}

/// A request about what is the caller's own. A program that is not signed in as a person has nothing.
template <class Answer>
http::Handler about_oneself(const RouteParts& parts, Answer answer) {
    return guarded(parts.guard, [parts, answer](const http::Request& request, const http::Caller& caller) {
        if (!caller.actor || caller.actor->is_client)
            return refusal(request, 403, "サインインした利用者だけが使えます。", "Only a person who is signed in has these.");
        return answer(parts, request, caller.actor->username);
    });
}

}  // namespace

void add_access_routes(http::Router& router, const RouteParts& parts) {
    router.add("GET", "/api/access-tokens", about_oneself(parts, [](const RouteParts& all, const http::Request&, const std::string& username) {
                   return list_tokens(all, username);
               }));
    router.add("POST", "/api/access-tokens", about_oneself(parts, create_token));
    router.add("DELETE", "/api/access-tokens/{tokenId}",
               about_oneself(parts, [](const RouteParts& all, const http::Request& request, const std::string& username) {
                   const auto revoked = all.access_tokens.revoke(username, request.parameters.at("tokenId"));
                   return revoked ? no_content() : refusal(request, revoked.error());
               }));
    router.add("GET", "/api/sessions", about_oneself(parts, list_sessions));
    router.add("DELETE", "/api/sessions/{sessionId}", about_oneself(parts, end_session));
}

}  // namespace dandori::inbox
