#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A personal access token: a program signs in with it as the person it belongs to. Only its hash is kept.
struct AccessToken {
    std::string token_hash;  ///< SHA-256 in hexadecimal of the token's text
    std::string id;          ///< by which it is listed and revoked
    std::string username;
    std::string name;  ///< what the person calls it
    Instant created_at;
    std::optional<Instant> expires_at;

    static constexpr std::string_view table = "access_token";
    static constexpr auto fields() {
        using R = AccessToken;
        return Fields{field("tokenHash", &R::token_hash, FieldUse::Internal), field("tokenId", &R::id, FieldUse::Indexed),
                      field("username", &R::username, FieldUse::Indexed), field("name", &R::name),
                      field("createdAt", &R::created_at), field("expiresAt", &R::expires_at)};
    }
    bool operator==(const AccessToken&) const = default;
};

}  // namespace dandori::engine
