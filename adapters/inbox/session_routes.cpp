#include <boost/json.hpp>

#include "adapters/http/json_body.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

json::value session_as_json(const RouteParts& parts, const engine::User& user, const engine::Session& session) {
    const auto actor = parts.guard.actor_of(session);
    const auto& groups = actor.groups;
    json::array stands_for;
    for (const auto& principal : actor.stands_for) {
        stands_for.push_back({{"username", principal.username}, {"groups", json::array(principal.groups.begin(), principal.groups.end())}});
    }
    return {{"username", user.username},
            {"name", user.name.value_or(user.username)},
            {"post", text_or_null(user.post)},
            {"groups", json::array(groups.begin(), groups.end())},
            {"hasPassword", !user.password_hash.empty()},
            {"standsFor", std::move(stands_for)},
            {"csrfToken", session.csrf_token}};
}

/// Two texts of the body; an answer that says what is missing otherwise.
tl::expected<std::pair<std::string, std::string>, http::Response> two_texts(const http::Request& request,
                                                                            std::string_view first,
                                                                            std::string_view second) {
    const auto body = http::json_body(request);
    if (!body) return tl::unexpected(body.error());
    const auto* object = body->if_object();
    const auto* one = object ? object->if_contains(first) : nullptr;
    const auto* other = object ? object->if_contains(second) : nullptr;
    if (!one || !one->is_string() || !other || !other->is_string()) {
        const auto names = "'" + std::string(first) + "' and '" + std::string(second) + "'";
        return tl::unexpected(refusal(request, Failure{Failure::Kind::Syntax, names + " must be there, as texts."}));
    }
    if (const auto known = nothing_but(*object, {first, second}); !known) return tl::unexpected(refusal(request, known.error()));
    return std::pair{std::string(one->get_string()), std::string(other->get_string())};
}

http::Response sign_in(const RouteParts& parts, const http::Request& request) {
    const auto typed = two_texts(request, "username", "password");
    if (!typed) return typed.error();
    const auto user = parts.accounts.check(typed->first, typed->second);
    if (!user) return sign_in_refusal(request, user.error());
    const auto opened = parts.sessions.open(user->username, request.client_address,
                                            std::string(request.header("User-Agent").value_or("")));
    if (!opened) return refusal(request, opened.error());
    auto response = json_answer(200, session_as_json(parts, *user, opened->session));
    response.headers.emplace_back("Set-Cookie", session_cookie_text(opened->token, parts.is_behind_tls || request.is_encrypted, false));
    return response;
}

http::Response no_session(const http::Request& request) {
    return refusal(request, 401, "サインインしてください。", "Sign in first.");
}

http::Response who_is_signed_in(const RouteParts& parts, const http::Request& request) {
    const auto session = parts.guard.session_of(request);
    const auto user = session ? parts.accounts.find(session->username) : std::nullopt;
    return user ? json_answer(200, session_as_json(parts, *user, *session)) : no_session(request);
}

http::Response sign_out(const RouteParts& parts, const http::Request& request) {
    if (const auto session = parts.guard.session_of(request)) {
        if (const auto closed = parts.sessions.close(session->token_hash); !closed)
            return refusal(request, closed.error());
    }
    auto response = no_content();
    response.headers.emplace_back("Set-Cookie", session_cookie_text("", parts.is_behind_tls || request.is_encrypted, true));
    return response;
}

http::Response change_password(const RouteParts& parts, const http::Request& request) {
    const auto session = parts.guard.session_of(request);
    if (!session) return no_session(request);
    const auto typed = two_texts(request, "current", "new");
    if (!typed) return typed.error();
    if (const auto user = parts.accounts.check(session->username, typed->first); !user)
        return sign_in_refusal(request, user.error());
    const auto changed = parts.accounts.set_password(session->username, typed->second);
    if (!changed && changed.error().code == engine::Rejection::Code::InvalidArgument)
        return refusal(request, 400, "パスワードは12文字から128文字までで、よく使われる言葉・数字やキーの並び・利用者名だけではないものにしてください。", changed.error().text);
    if (!changed) return refusal(request, changed.error());
    // Whoever used the old password elsewhere is out.
    parts.sessions.close_others(session->username, session->token_hash);
    return no_content();
}

}  // namespace

void add_session_routes(http::Router& router, const RouteParts& parts) {
    router.add("POST", "/api/session", [parts](const http::Request& request, const http::Respond& respond) {
        respond(sign_in(parts, request));
    });
    router.add("GET", "/api/session", [parts](const http::Request& request, const http::Respond& respond) {
        respond(who_is_signed_in(parts, request));
    });
    router.add("DELETE", "/api/session",
               guarded(parts.guard, [parts](const auto& request, const auto&) { return sign_out(parts, request); }));
    router.add("POST", "/api/session/password", guarded(parts.guard, [parts](const auto& request, const auto&) {
                   return change_password(parts, request);
               }));
}

}  // namespace dandori::inbox
