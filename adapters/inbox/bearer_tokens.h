#pragma once
// Programs and people with a token of the identity provider (Entra ID, Keycloak ...): who they are, by its claims.

#include <functional>
#include <mutex>

#include "adapters/inbox/json_web_token.h"
#include "engine/port/clock.h"

namespace dandori::inbox {

struct TokenSettings {
    std::string issuer;  ///< as the claim `iss` has it; empty: no such tokens are taken
    std::string audience;
    std::string keys_url;  ///< where the issuer's JWK set is
    std::string username_claim = "preferred_username";
    std::string client_id_claim = "client_id";  ///< a token that has it belongs to a program
    std::string groups_claim;                   ///< whose texts are groups; empty: only mapping rules give groups
};

/// Reads what is at a URL. May take seconds.
using Fetch = std::function<Result<std::string>(const std::string& url)>;

/// May be used by several threads.
class BearerTokens {
  public:
    /// The clock must outlive it.
    BearerTokens(TokenSettings settings, Fetch fetch, const engine::Clock& clock,
                 std::function<std::shared_ptr<const engine::Directory>()> directory);

    bool is_used() const { return !settings_.issuer.empty(); }

    /// Who shows this token; the failure says what is wrong with it. The issuer's keys are fetched when there are none yet, when
    /// they are an hour old, and for a key that isn't known, but not more often than twice a minute.
    Result<engine::Actor> admit(std::string_view token);

    /// The actor that claims stand for; a failure when they name nobody.
    Result<engine::Actor> actor_of(const boost::json::object& claims) const;

  private:
    Result<bool> is_genuine(const UncheckedToken&);
    Result<void> fetch_keys(Instant now);
    TokenSettings settings_;
    Fetch fetch_;
    const engine::Clock& clock_;
    std::function<std::shared_ptr<const engine::Directory>()> directory_;
    std::mutex fetching_;
    KeySet keys_;
    std::optional<Instant> fetched_at_, tried_at_;
};

}  // namespace dandori::inbox
