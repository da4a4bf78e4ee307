#include "adapters/inbox/session_guard.h"

#include <boost/json.hpp>

#include "adapters/http/text.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/password.h"

namespace dandori::inbox {
namespace {

/// The rest of `text` behind a scheme such as `Basic `, in any case.
std::optional<std::string_view> behind_scheme(std::string_view text, std::string_view scheme) {
    if (text.size() <= scheme.size() || text[scheme.size()] != ' ') return std::nullopt;
    if (!http::equal_in_any_case(text.substr(0, scheme.size()), scheme)) return std::nullopt;
    return http::trimmed(text.substr(scheme.size()));
}

http::Response must_sign_in(const http::Request& request) {
    auto response = refusal(request, 401, "サインインしてください。", "Sign in first.");
    // Not `Basic`: a browser would ask for a password in a window of its own, over the page's own sign-in.
    response.headers.emplace_back("WWW-Authenticate", "Session");
    return response;
}

http::Response wrong_credentials(const http::Request& request) {
    auto response = refusal(request, 401, "認証できません。", "The credentials in 'Authorization' are not valid here.");
    response.headers.emplace_back("WWW-Authenticate", R"(Basic realm="Dandori", charset="UTF-8")");
    return response;
}

}  // namespace

tl::expected<http::Caller, http::Response> SessionGuard::admit(const http::Request& request) {
    if (const auto authorization = request.header("Authorization"); authorization && !settings_.admits_without_sign_in)
        return admit_program(request, *authorization);
    if (const auto session = session_of(request)) return admit_browser(request, *session);
    if (settings_.admits_without_sign_in) return http::Caller{};
    return tl::unexpected(must_sign_in(request));
}

http::Caller SessionGuard::caller_of(const engine::User& user, const http::Request& request) const {
    auto actor = accounts_.actor_of(user.username);
    actor.address = request.client_address;
    return {std::move(actor)};
}

engine::Actor SessionGuard::actor_of(const engine::Session& session) const {
    boost::system::error_code error;
    const auto claims = boost::json::parse(session.claims.text, error);
    const bool is_of_provider = !error && claims.is_object() && !claims.get_object().empty();
    return is_of_provider ? bearer_tokens_.person(session.username, claims.get_object()) : accounts_.actor_of(session.username);
}

std::optional<engine::Session> SessionGuard::session_of(const http::Request& request) {
    const auto token = request.cookie(session_cookie(settings_.is_behind_tls || request.is_encrypted));
    return token ? sessions_.find(*token) : std::nullopt;
}

tl::expected<http::Caller, http::Response> SessionGuard::admit_program(const http::Request& request,
                                                                       std::string_view authorization) {
    if (const auto token = behind_scheme(authorization, "Bearer")) return admit_bearer(request, *token);
    const auto encoded = behind_scheme(authorization, "Basic");
    const auto credentials = encoded ? from_base64(*encoded) : std::string();
    const auto colon = credentials.find(':');
    if (colon == std::string::npos) return tl::unexpected(wrong_credentials(request));
    const auto user = accounts_.check_again(credentials.substr(0, colon), credentials.substr(colon + 1));
    if (user) return caller_of(*user, request);
    return tl::unexpected(user.error().retry_after_ms ? sign_in_refusal(request, user.error())
                                                      : wrong_credentials(request));
}

tl::expected<http::Caller, http::Response> SessionGuard::admit_bearer(const http::Request& request, std::string_view token) {
    const bool is_mail = request.method == "POST" && request.path == "/api/mails";
    if (is_mail && !settings_.mail_token.empty() && equal_secrets(token, settings_.mail_token)) return http::Caller{};
    if (const auto username = access_tokens_.username_of(token)) {
        const auto user = accounts_.find(*username);
        if (user) return caller_of(*user, request);
    } else if (bearer_tokens_.is_used() && !token.starts_with(access_token_prefix)) {
        auto actor = bearer_tokens_.admit(token);
        if (actor) {
            actor->address = request.client_address;
            return http::Caller{std::move(*actor)};
        }
        auto response = refusal(request, 401, "トークンが無効です。", actor.error().text);
        response.headers.emplace_back("WWW-Authenticate", R"(Bearer realm="Dandori", error="invalid_token")");
        return tl::unexpected(std::move(response));
    }
    return tl::unexpected(wrong_credentials(request));
}

tl::expected<http::Caller, http::Response> SessionGuard::admit_browser(const http::Request& request,
                                                                       const engine::Session& session) {
    const auto user = accounts_.find(session.username);
    if (!user) return tl::unexpected(must_sign_in(request));
    const bool changes_something = request.method != "GET" && request.method != "HEAD";
    if (changes_something && !equal_secrets(request.header("X-CSRF-Token").value_or(""), session.csrf_token)) {
        return tl::unexpected(refusal(request, 403, "この画面の有効期限が切れています。画面を読み込み直してください。",
                                      "'X-CSRF-Token' must be the csrfToken of GET /api/session."));
    }
    auto actor = actor_of(session);
    actor.address = request.client_address;
    return http::Caller{std::move(actor)};
}

std::string session_cookie_text(const std::string& token, bool is_encrypted, bool is_over) {
    return std::string(session_cookie(is_encrypted)) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (is_encrypted ? "; Secure" : "") +
           (is_over ? "; Max-Age=0" : "");
}

http::Response sign_in_refusal(const http::Request& request, const SignInRefused& refused) {
    if (refused.retry_after_ms == 0) {
        return refusal(request, 401, "利用者名またはパスワードが違います。", "The user name or the password is wrong.");
    }
    const auto seconds = std::to_string((refused.retry_after_ms + 999) / 1'000);
    auto response = refusal(request, 429, "続けて失敗したため、" + seconds + "秒後にもう一度お試しください。",
                            "Too many failures; try again in " + seconds + " seconds.");
    response.headers.emplace_back("Retry-After", seconds);
    return response;
}

}  // namespace dandori::inbox
