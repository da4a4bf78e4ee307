#pragma once
// Signing in at an identity provider (OpenID Connect Core 1.0, authorization code flow; PKCE: RFC 7636; RFC 9207).

#include "adapters/inbox/issuer_keys.h"

namespace dandori::inbox {

struct ProviderSettings {
    std::string issuer;      ///< as its claim `iss` has it; empty: nobody signs in at a provider
    std::string client_id;
    std::string client_secret;  ///< empty: the provider knows us as a public client
    std::string scopes = "openid profile email";
    std::string return_url;  ///< our page to which it sends people back, as it was told to the provider
    std::string name;        ///< what people call it
};

/// The provider as a browser meets it. Whatever fails says why, for whoever runs the server. May be used by several threads.
class IdentityProvider {
  public:
    /// The clock must outlive it.
    IdentityProvider(ProviderSettings settings, Fetch fetch, const engine::Clock& clock);

    bool is_used() const { return !settings_.issuer.empty(); }
    const ProviderSettings& settings() const { return settings_; }

    /// Where to send a browser, which keeps `secret` in a cookie meanwhile. Asks the provider, so it may take seconds.
    Result<std::string> sign_in_url(const std::string& secret);

    /// Whether this answer is to the sign-in that this browser began here. Asks nobody.
    bool is_ours(std::string_view state, const std::string& secret) const;

    /// What the provider says about who comes back with this code: the claims of the ID token and of its userinfo endpoint.
    Result<boost::json::object> claims_for(const std::string& code, const std::string& secret);

  private:
    struct Endpoints {
        std::string authorization, token, keys, user_info;
        bool takes_basic = true;  ///< how we say who we are
    };
    Result<Endpoints> endpoints();
    Result<boost::json::object> checked_claims(const std::string& id_token, const Endpoints&, const std::string& secret);
    std::string derived(std::string_view what, const std::string& secret) const;

    ProviderSettings settings_;
    Fetch fetch_;
    const engine::Clock& clock_;
    IssuerKeys keys_;
    std::string our_secret_;  ///< of this run: state, nonce and verifier are derived from it and from the browser's
    std::mutex asking_;
    Endpoints endpoints_;
    std::optional<Instant> asked_at_;
};

}  // namespace dandori::inbox
