#pragma once
#include "adapters/http/guard.h"
#include "adapters/inbox/access_tokens.h"
#include "adapters/inbox/accounts.h"
#include "adapters/inbox/bearer_tokens.h"
#include "adapters/inbox/sessions.h"

namespace dandori::inbox {

/// Name of the cookie of a session. Over TLS it begins so that browsers keep other hosts and unencrypted pages from setting it
/// (RFC 6265bis, 4.1.3.2).
constexpr std::string_view session_cookie(bool is_encrypted) { return is_encrypted ? "__Host-dandori_session" : "dandori_session"; }

struct GuardSettings {
    std::string mail_token;  ///< lets `dandori mail deliver` hand in mails, and nothing else; empty: nobody
    bool is_behind_tls = false;           ///< browsers speak TLS with us, also where a request came without
    bool admits_without_sign_in = false;  ///< `--auth none`: who shows nothing is admitted as the program itself
};

/// Admits people of a browser by the session cookie (with `X-CSRF-Token` for everything but GET and HEAD), programs by
/// HTTP Basic with an account, a personal access token or a token of the identity provider, and mails by their bearer token.
class SessionGuard final : public http::Guard {
  public:
    /// What it is given must outlive it.
    SessionGuard(Accounts& accounts, Sessions& sessions, AccessTokens& access_tokens, BearerTokens& bearer_tokens, GuardSettings settings)
        : accounts_(accounts), sessions_(sessions), access_tokens_(access_tokens), bearer_tokens_(bearer_tokens), settings_(std::move(settings)) {}

    tl::expected<http::Caller, http::Response> admit(const http::Request&) override;

    /// Who is behind a session: a local account, or whom the identity provider gave its claims.
    engine::Actor actor_of(const engine::Session&) const;

    /// The session of the request's cookie, if it lasts.
    std::optional<engine::Session> session_of(const http::Request&);

  private:
    tl::expected<http::Caller, http::Response> admit_program(const http::Request&, std::string_view authorization);
    tl::expected<http::Caller, http::Response> admit_bearer(const http::Request&, std::string_view token);
    http::Caller caller_of(const engine::User&, const http::Request&) const;
    tl::expected<http::Caller, http::Response> admit_browser(const http::Request&, const engine::Session&);
    Accounts& accounts_;
    Sessions& sessions_;
    AccessTokens& access_tokens_;
    BearerTokens& bearer_tokens_;
    GuardSettings settings_;
};

/// The header that gives a browser its session, or takes it away.
std::string session_cookie_text(const std::string& token, bool is_encrypted, bool is_over);

/// 401 for a wrong name or password, 429 with `Retry-After` while the account rests.
http::Response sign_in_refusal(const http::Request&, const SignInRefused&);

}  // namespace dandori::inbox
