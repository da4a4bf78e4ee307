#pragma once
#include <mutex>

#include "adapters/inbox/json_web_token.h"
#include "adapters/inbox/outgoing.h"
#include "engine/port/clock.h"

namespace dandori::inbox {

/// The keys with which an issuer signs, fetched when they are needed: when there are none yet, when they are an hour old, and for
/// a key that isn't known, but not more often than twice a minute. May be used by several threads.
class IssuerKeys {
  public:
    /// The clock must outlive it.
    IssuerKeys(Fetch fetch, const engine::Clock& clock) : fetch_(std::move(fetch)), clock_(clock) {}

    /// Whether one of the keys at this URL made the token's signature. Failure: there are no keys.
    Result<bool> have_signed(const UncheckedToken&, const std::string& keys_url);

  private:
    Result<void> fetch_keys(const std::string& keys_url, Instant now);
    Fetch fetch_;
    const engine::Clock& clock_;
    std::mutex fetching_;
    KeySet keys_;
    std::optional<Instant> fetched_at_, tried_at_;
};

}  // namespace dandori::inbox
