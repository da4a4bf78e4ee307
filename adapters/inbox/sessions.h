#pragma once
// Who is signed in at a browser.

#include <mutex>

#include "adapters/inbox/inbox_access.h"

namespace dandori::inbox {

struct SessionSettings {
    std::int64_t idle_ms = 30 * 60'000;        ///< a session not used for so long is over; a page that is open uses it
    std::int64_t total_ms = 12 * 60 * 60'000;  ///< and so is one that began so long ago
    std::int64_t renew_ms = 5 * 60'000;  ///< how far its end may lag behind its use; saves writing at every request
};

struct OpenedSession {
    std::string token;  ///< the cookie's text; kept nowhere here
    engine::Session session;
};

/// The sessions of the engine's rows. May be used by several threads.
class Sessions {
  public:
    explicit Sessions(InboxAccess access, SessionSettings settings = {})
        : access_(std::move(access)), settings_(settings) {}

    /// `address` and `user_agent` tell the person later where it was opened; `claims` are those of an identity provider.
    engine::Outcome<OpenedSession> open(const std::string& username, const std::string& address = {},
                                        const std::string& user_agent = {}, engine::Json claims = {});

    /// The session of a cookie, if it lasts; its use makes it last longer.
    std::optional<engine::Session> find(const std::string& token);

    /// Ends the session; it is no fault when it is over already.
    engine::Outcome<engine::Done> close(const std::string& token_hash);

    /// Those of a person that last.
    std::vector<engine::Session> of(const std::string& username) const;

    /// Ends all sessions of a person but that one: after a new password.
    void close_others(const std::string& username, const std::string& token_hash_kept);

  private:
    void remove_expired();
    InboxAccess access_;
    SessionSettings settings_;
    std::mutex writing_;  ///< so that renewing doesn't bring back what was just closed
};

}  // namespace dandori::inbox
