#pragma once
// Personal access tokens: with one a program signs in as the person it belongs to.

#include "adapters/inbox/inbox_access.h"

namespace dandori::inbox {

/// What every token's text begins with, so that it is known when it lies where it shouldn't.
inline constexpr std::string_view access_token_prefix = "dandori_";

inline constexpr std::size_t access_tokens_max = 50;  ///< of one person

struct NewAccessToken {
    std::string text;  ///< told once, kept nowhere
    engine::AccessToken row;
};

/// May be used by several threads.
class AccessTokens {
  public:
    explicit AccessTokens(InboxAccess access) : access_(std::move(access)) {}

    /// InvalidArgument: the name is empty or too long, or the person has too many.
    engine::Outcome<NewAccessToken> create(const std::string& username, const std::string& name,
                                           std::optional<Instant> expires_at);
    /// The person whose token this is, while it lasts.
    std::optional<std::string> username_of(std::string_view text) const;
    std::vector<engine::AccessToken> of(const std::string& username) const;
    /// NotFound: the person has no such token.
    engine::Outcome<engine::Done> revoke(const std::string& username, const std::string& id);

  private:
    InboxAccess access_;
};

}  // namespace dandori::inbox
