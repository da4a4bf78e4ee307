#pragma once
// Programs and people with a token of the identity provider (Entra ID, Keycloak ...): who they are, by its claims.

#include "adapters/inbox/issuer_keys.h"

namespace dandori::inbox {

struct TokenSettings {
    std::string issuer;  ///< as the claim `iss` has it; empty: no such tokens are taken
    std::string audience;
    std::string keys_url;  ///< where the issuer's JWK set is
    std::string username_claim = "preferred_username";
    std::string client_id_claim = "client_id";  ///< a token that has it belongs to a program
    std::string groups_claim;                   ///< whose texts are groups; empty: only mapping rules give groups
};

/// May be used by several threads.
class BearerTokens {
  public:
    /// The clock must outlive it.
    BearerTokens(TokenSettings settings, Fetch fetch, const engine::Clock& clock,
                 std::function<std::shared_ptr<const engine::Directory>()> directory);

    bool is_used() const { return !settings_.issuer.empty(); }

    /// Who shows this token; the failure says what is wrong with it.
    Result<engine::Actor> admit(std::string_view token);

    /// The actor that claims stand for; a failure when they name nobody.
    Result<engine::Actor> actor_of(const boost::json::object& claims) const;

    /// The user name of a person with these claims; a failure when they name nobody.
    Result<std::string> username_of(const boost::json::object& claims) const;

    /// A person of this name whom the provider gave these claims.
    engine::Actor person(const std::string& username, const boost::json::object& claims) const;

  private:
    engine::Actor actor_of(engine::OwnerType, const std::string& id, const boost::json::object& claims) const;
    TokenSettings settings_;
    const engine::Clock& clock_;
    std::function<std::shared_ptr<const engine::Directory>()> directory_;
    IssuerKeys keys_;
};

}  // namespace dandori::inbox
