// Signing in at an identity provider, as a browser goes through it: there, back, and into a session.
#include <algorithm>
#include <boost/json.hpp>

#include "adapters/inbox/answer.h"
#include "adapters/inbox/password.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr std::string_view sign_in_cookie = "dandori_sign_in";
constexpr std::string_view way_in = "/api/session/provider";
constexpr std::size_t page_bytes_max = 500;
constexpr std::size_t code_bytes_max = 4'096;
constexpr std::size_t name_bytes_max = 300;

/// A page of ours to go to afterwards; the first one for whatever isn't a plain path.
std::string safe_page(std::string_view page) {
    const auto is_plain = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("-._~/?=&%+,@").find(c) != std::string_view::npos;
    };
    const bool is_ours = page.size() <= page_bytes_max && page.starts_with('/') && !page.starts_with("//") && std::all_of(page.begin(), page.end(), is_plain);
    return is_ours ? std::string(page) : "/";
}

/// What the browser keeps while it is at the provider: a secret, and where to go afterwards. Lax, since the way back begins there.
std::string sign_in_cookie_text(const std::string& value, bool is_encrypted) {
    return std::string(sign_in_cookie) + "=" + value + "; Path=" + std::string(way_in) + "; HttpOnly; SameSite=Lax; Max-Age=" + (value.empty() ? "0" : "600") +
           (is_encrypted ? "; Secure" : "");
}

http::Response sent_to(const std::string& url) {
    return {303, {{"Location", url}, {"Cache-Control", "no-store"}, {"Referrer-Policy", "no-referrer"}}, ""};
}

/// Back to the page, which says in the person's words that it wasn't possible; whoever runs the server is told why.
http::Response not_signed_in(const RouteParts& parts, const std::string& why) {
    if (parts.log) parts.log("Signing in at " + parts.provider.settings().issuer + ": " + why);
    return sent_to("/?signIn=refused");
}

/// A request's data that is still needed when the provider has answered.
struct Returning {
    std::string secret, page, code, address, user_agent;
    bool is_encrypted = false;
};

std::optional<std::string> short_text(const json::object& claims, std::string_view name) {
    auto texts = claim_texts(claims, name);
    if (texts.empty() || texts.front().empty() || texts.front().size() > name_bytes_max) return {};
    return std::move(texts.front());
}

/// The row of a person who comes from the provider: added at the first time, then as the provider says.
Result<void> know_person(const RouteParts& parts, const std::string& username, const json::object& claims) {
    const auto known = parts.accounts.find(username);
    if (known && !known->password_hash.empty()) {
        return fail(Failure::Kind::Unspecified, "'" + username + "' is a local account with a password. It isn't handed over to whom the provider calls so: "
                                                "remove the account first, or choose another --token-username-claim.");
    }
    engine::User user = known.value_or(engine::User{});
    user.username = username;
    if (auto name = short_text(claims, "name")) user.name = std::move(name);
    if (auto email = short_text(claims, "email")) user.email = std::move(email);
    if (known == user) return {};
    const auto written = parts.access.put_person({.entry = std::move(user), .is_new = !known});
    if (!written) return fail(Failure::Kind::Unspecified, written.error().text);
    return {};
}

Result<http::Response> signed_in(const RouteParts& parts, const Returning& returning) {
    const auto claims = TRY(parts.provider.claims_for(returning.code, returning.secret));
    const auto username = TRY(parts.bearer_tokens.username_of(claims));
    TRY(know_person(parts, username, claims));
    const auto opened = parts.sessions.open(username, returning.address, returning.user_agent, {json::serialize(claims)});
    if (!opened) return fail(Failure::Kind::Unspecified, opened.error().text);
    auto response = sent_to(returning.page);
    response.headers.emplace_back("Set-Cookie", session_cookie_text(opened->token, returning.is_encrypted, false));
    return response;
}

/// Lets somebody else's server be waited for.
void later(const RouteParts& parts, const http::Request& request, const http::Respond& respond, std::function<http::Response()> answer) {
    if (parts.errands.take([respond, answer = std::move(answer)] { respond(answer()); })) return;
    respond(refusal(request, 503, "混み合っています。少し待ってから、もう一度お試しください。", "Too many sign in at the provider at once; try again in a moment."));
}

http::Response no_provider(const http::Request& request) {
    return refusal(request, 404, "この入口は使われていません。", "There is no identity provider: the server was started without --sign-in-issuer.");
}

void go_to_provider(const RouteParts& parts, const http::Request& request, const http::Respond& respond) {
    if (!parts.provider.is_used()) return respond(no_provider(request));
    const auto page = safe_page(request.query_parameter("to").value_or("/"));
    const auto secret = random_text() + "." + to_base64url(page);
    const bool is_encrypted = parts.is_behind_tls || request.is_encrypted;
    later(parts, request, respond, [parts, secret, is_encrypted] {
        const auto url = parts.provider.sign_in_url(secret);
        if (!url) return not_signed_in(parts, url.error().text);
        auto response = sent_to(*url);
        response.headers.emplace_back("Set-Cookie", sign_in_cookie_text(secret, is_encrypted));
        return response;
    });
}

/// What comes back, or why it is no answer to a sign-in of this browser.
Result<Returning> read_return(const RouteParts& parts, const http::Request& request) {
    Returning returning;
    returning.secret = request.cookie(sign_in_cookie).value_or("");
    if (!parts.provider.is_ours(request.query_parameter("state").value_or(""), returning.secret))
        return fail(Failure::Kind::Unspecified, "Somebody came back who did not begin here, or too long ago (parameter 'state').");
    const auto issuer = request.query_parameter("iss");
    if (issuer && *issuer != parts.provider.settings().issuer)
        return fail(Failure::Kind::Unspecified, "The answer is of '" + std::string(issuer->substr(0, 200)) + "' (parameter 'iss').");
    if (const auto error = request.query_parameter("error"))
        return fail(Failure::Kind::Unspecified, "The provider refused: " + std::string(error->substr(0, 100)) + " " +
                                                    std::string(request.query_parameter("error_description").value_or("").substr(0, 300)));
    returning.code = request.query_parameter("code").value_or("");
    if (returning.code.empty() || returning.code.size() > code_bytes_max)
        return fail(Failure::Kind::Unspecified, "The provider's answer has no code.");
    returning.page = safe_page(from_base64url(std::string_view(returning.secret).substr(returning.secret.find('.') + 1)).value_or("/"));
    returning.address = request.client_address;
    returning.user_agent = std::string(request.header("User-Agent").value_or(""));
    returning.is_encrypted = parts.is_behind_tls || request.is_encrypted;
    return returning;
}

void come_back(const RouteParts& parts, const http::Request& request, const http::Respond& respond) {
    if (!parts.provider.is_used()) return respond(no_provider(request));
    const bool is_encrypted = parts.is_behind_tls || request.is_encrypted;
    const auto forget = [is_encrypted](http::Response response) {
        response.headers.emplace_back("Set-Cookie", sign_in_cookie_text("", is_encrypted));
        return response;
    };
    const auto returning = read_return(parts, request);
    if (!returning) return respond(forget(not_signed_in(parts, returning.error().text)));
    later(parts, request, respond, [parts, forget, returning = *returning] {
        auto response = signed_in(parts, returning);
        return forget(response ? std::move(*response) : not_signed_in(parts, response.error().text));
    });
}

}  // namespace

void add_provider_routes(http::Router& router, const RouteParts& parts) {
    router.add("GET", "/api/session/ways", [parts](const http::Request&, const http::Respond& respond) {
        const auto name = parts.provider.is_used() ? json::value(parts.provider.settings().name) : json::value(nullptr);
        respond(json_answer(200, {{"provider", name}}));
    });
    router.add("GET", std::string(way_in), [parts](const http::Request& request, const http::Respond& respond) { go_to_provider(parts, request, respond); });
    router.add("GET", std::string(way_in) + "/return",
               [parts](const http::Request& request, const http::Respond& respond) { come_back(parts, request, respond); });
}

}  // namespace dandori::inbox
