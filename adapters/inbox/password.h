#pragma once
// What keeps secrets: password hashes and random texts, by libsodium; digests.

#include <string>
#include <string_view>

#include "engine/identity/digest.h"

namespace dandori::inbox {

/// Passwords longer than this are refused before they are hashed, in bytes.
inline constexpr std::size_t password_bytes_max = 1024;

/// What hashing one password costs whoever tries many. A hash carries its own cost.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = 64 * 1024 * 1024;  ///< at least 8192
};

/// Argon2id (RFC 9106) with its cost and a salt of its own, as libsodium writes it. Throws std::bad_alloc when the
/// memory is not there.
std::string hash_password(std::string_view password, const PasswordCost& = {});

/// Whether the hash was made of this password. Takes as long as hashing; false for a hash that can't be read.
bool password_fits(const std::string& hash, std::string_view password);

/// 256 random bits as 43 characters that may stand in a cookie or a header.
std::string random_text();

using engine::equal_secrets;
using engine::sha256_hex;

/// RFC 4648 base64 as in `Authorization: Basic`; empty for what is none.
std::string from_base64(std::string_view);

}  // namespace dandori::inbox
