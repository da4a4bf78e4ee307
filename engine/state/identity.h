#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A person with a local account. Groups and roles are rows of Membership.
struct User {
    std::string username;
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::string> post;  ///< what the person is (係長, 運用監視担当 ...), as shown beside the name
    std::string password_hash;  ///< argon2id, as libsodium writes it; never shown
    std::int32_t failed_sign_ins = 0;
    std::optional<Instant> locked_until;

    static constexpr std::string_view table = "user_account";
    static constexpr auto fields() {
        using R = User;
        return Fields{field("username", &R::username),
                      field("name", &R::name),
                      field("email", &R::email, FieldUse::Indexed),
                      field("post", &R::post),
                      field("passwordHash", &R::password_hash, FieldUse::Internal),
                      field("failedSignIns", &R::failed_sign_ins, FieldUse::Internal),
                      field("lockedUntil", &R::locked_until, FieldUse::Internal)};
    }
    bool operator==(const User&) const = default;
};

/// Somebody signed in. The cookie holds a random text; only its hash is kept.
struct Session {
    std::string token_hash;  ///< SHA-256 in hexadecimal of the cookie's text
    std::string username;
    std::string csrf_token;
    Instant created_at;
    Instant expires_at;
    std::optional<std::string> address;     ///< where it was opened from
    std::optional<std::string> user_agent;  ///< what the browser calls itself
    Json claims;  ///< what an identity provider said at the sign-in: they give groups, roles and tenants; `{}`: a local account

    static constexpr std::string_view table = "session";
    static constexpr auto fields() {
        using R = Session;
        return Fields{field("tokenHash", &R::token_hash), field("username", &R::username, FieldUse::Indexed),
                      field("csrfToken", &R::csrf_token), field("createdAt", &R::created_at),
                      field("expiresAt", &R::expires_at, FieldUse::Indexed), field("address", &R::address),
                      field("userAgent", &R::user_agent),
                      field("claims", &R::claims, FieldUse::Internal)};
    }
    bool operator==(const Session&) const = default;
};

/// What somebody typed into a form and has not sent yet. `id` is `username` and the form's place, joined by a slash.
struct Draft {
    std::string id;
    Json content;
    Instant saved_at;

    static constexpr std::string_view table = "draft";
    static constexpr auto fields() {
        using R = Draft;
        return Fields{field("draftId", &R::id), field("content", &R::content), field("savedAt", &R::saved_at)};
    }
    bool operator==(const Draft&) const = default;
};

}  // namespace dandori::engine
