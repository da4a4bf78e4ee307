#include "adapters/inbox/identity_provider.h"

#include <openssl/evp.h>

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/target.h"
#include "adapters/inbox/password.h"
#include "engine/identity/digest.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr std::int64_t endpoints_ms_max = 60 * 60'000;
constexpr std::size_t claims_bytes_max = 64 * 1024;

std::string form_of(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
    std::string form;
    for (const auto& [name, value] : members) form += (form.empty() ? "" : "&") + std::string(name) + "=" + http::percent_encoded(value);
    return form;
}

std::string to_base64(const std::string& text) {
    std::string encoded(4 * ((text.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()));
    encoded.resize(static_cast<std::size_t>(size));
    return encoded;
}

Result<json::object> object_in(const std::string& text, const std::string& what) {
    boost::system::error_code error;
    auto value = json::parse(text, error, {}, {.max_depth = 16});
    if (error || !value.is_object()) return fail(Failure::Kind::Syntax, what + " is no JSON object.");
    return std::move(value.get_object());
}

std::string text_in(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Secrets and codes go over TLS only; without it, only to this machine.
bool is_protected(std::string_view url) {
    if (url.starts_with("https://")) return true;
    for (const std::string_view here : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (url.starts_with(here) && (url.size() == here.size() || url[here.size()] == ':' || url[here.size()] == '/')) return true;
    }
    return false;
}

Result<std::string> endpoint_in(const json::object& told, std::string_view name) {
    auto url = text_in(told, name);
    if (is_protected(url)) return url;
    return fail(Failure::Kind::Syntax, "The provider's '" + std::string(name) + "' is '" + url.substr(0, 200) + "'; a URL with https is needed.");
}

/// What the token endpoint and userinfo may not change, and what is of no use later.
constexpr std::string_view of_the_token[] = {"iss", "aud", "sub", "azp", "exp", "iat", "nbf", "nonce", "at_hash", "c_hash", "s_hash", "auth_time"};

}  // namespace

IdentityProvider::IdentityProvider(ProviderSettings settings, Fetch fetch, const engine::Clock& clock)
    : settings_(std::move(settings)), fetch_(fetch), clock_(clock), keys_(std::move(fetch), clock), our_secret_(random_text()) {}

std::string IdentityProvider::derived(std::string_view what, const std::string& secret) const {
    const std::string text = std::string(what) + ' ' + secret;
    return to_base64url(engine::hmac_sha256(our_secret_, text));
}

Result<IdentityProvider::Endpoints> IdentityProvider::endpoints() {
    const std::lock_guard lock(asking_);
    const auto now = clock_.now();
    if (asked_at_ && now - *asked_at_ < endpoints_ms_max && now >= *asked_at_) return endpoints_;
    std::string base = settings_.issuer;
    if (base.ends_with('/')) base.pop_back();
    const auto text = fetch_({base + "/.well-known/openid-configuration", "", ""});
    if (!text && asked_at_) return endpoints_;  // they rarely change
    const auto told = TRY(object_in(TRY(text), "The provider's openid-configuration"));
    if (text_in(told, "issuer") != settings_.issuer) {
        return fail(Failure::Kind::Syntax, "The provider calls itself '" + text_in(told, "issuer").substr(0, 200) + "', but --sign-in-issuer is '" +
                                               settings_.issuer + "'; they must be the same to the letter.");
    }
    Endpoints found;
    found.authorization = TRY(endpoint_in(told, "authorization_endpoint"));
    found.token = TRY(endpoint_in(told, "token_endpoint"));
    found.keys = TRY(endpoint_in(told, "jwks_uri"));
    if (told.contains("userinfo_endpoint")) found.user_info = TRY(endpoint_in(told, "userinfo_endpoint"));
    const auto methods = claim_texts(told, "token_endpoint_auth_methods_supported");
    // OpenID Connect Discovery 1.0, 3: without the list, `client_secret_basic` is.
    found.takes_basic = methods.empty() || std::find(methods.begin(), methods.end(), "client_secret_basic") != methods.end();
    endpoints_ = std::move(found);
    asked_at_ = now;
    return endpoints_;
}

Result<std::string> IdentityProvider::sign_in_url(const std::string& secret) {
    const auto known = TRY(endpoints());
    const auto query = form_of({{"response_type", "code"},
                                {"client_id", settings_.client_id},
                                {"redirect_uri", settings_.return_url},
                                {"scope", settings_.scopes},
                                {"state", derived("state", secret)},
                                {"nonce", derived("nonce", secret)},
                                {"code_challenge", to_base64url(engine::sha256(derived("verifier", secret)))},
                                {"code_challenge_method", "S256"}});
    return known.authorization + (known.authorization.find('?') == std::string::npos ? "?" : "&") + query;
}

bool IdentityProvider::is_ours(std::string_view state, const std::string& secret) const {
    return !secret.empty() && equal_secrets(state, derived("state", secret));
}

Result<json::object> IdentityProvider::checked_claims(const std::string& id_token, const Endpoints& known, const std::string& secret) {
    auto token = TRY(read_token(id_token));
    TRY(check_claims(token.claims, {settings_.issuer, settings_.client_id}, clock_.now()));
    if (!equal_secrets(text_in(token.claims, "nonce"), derived("nonce", secret)))
        return fail(Failure::Kind::Syntax, "The ID token is not of the sign-in that this browser began (claim 'nonce').");
    const auto party = text_in(token.claims, "azp");
    if (!party.empty() && party != settings_.client_id)
        return fail(Failure::Kind::Syntax, "The ID token was made for '" + party.substr(0, 200) + "' (claim 'azp').");
    if (text_in(token.claims, "sub").empty()) return fail(Failure::Kind::Syntax, "The ID token doesn't say whom it is about (claim 'sub').");
    if (!TRY(keys_.have_signed(token, known.keys))) return fail(Failure::Kind::Syntax, "The ID token's signature is not the provider's.");
    return std::move(token.claims);
}

Result<json::object> IdentityProvider::claims_for(const std::string& code, const std::string& secret) {
    const auto known = TRY(endpoints());
    const auto verifier = derived("verifier", secret);
    Outgoing redeemed{known.token,
                      form_of({{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", settings_.return_url}, {"code_verifier", verifier}}),
                      ""};
    const bool is_known_by_header = !settings_.client_secret.empty() && known.takes_basic;
    // RFC 6749, 2.3.1: both are encoded as in forms before they are joined.
    if (is_known_by_header) redeemed.authorization = "Basic " + to_base64(http::percent_encoded(settings_.client_id) + ":" + http::percent_encoded(settings_.client_secret));
    else redeemed.form += "&" + form_of({{"client_id", settings_.client_id}});
    if (!is_known_by_header && !settings_.client_secret.empty()) redeemed.form += "&" + form_of({{"client_secret", settings_.client_secret}});
    const auto given = TRY(object_in(TRY(fetch_(redeemed)), "The answer of the provider's token endpoint"));
    auto claims = TRY(checked_claims(text_in(given, "id_token"), known, secret));
    const auto access_token = text_in(given, "access_token");
    if (!known.user_info.empty() && !access_token.empty()) {
        // Where it can't be read, what the ID token says is enough to know who it is.
        const auto text = fetch_({known.user_info, "", "Bearer " + access_token});
        const auto more = text ? object_in(*text, "userinfo") : Result<json::object>(json::object{});
        if (more && text_in(*more, "sub") == text_in(claims, "sub")) {
            for (const auto& member : *more) claims.emplace(member.key(), member.value());
        }
    }
    for (const auto name : of_the_token)
        if (name != "sub" && name != "iss") claims.erase(name);
    if (json::serialize(claims).size() > claims_bytes_max)
        return fail(Failure::Kind::Bounds, "The provider told more than 64 KiB about the person; let it send fewer claims.");
    return claims;
}

}  // namespace dandori::inbox
