#pragma once
// Digests of texts, and how secrets are compared.

#include <string>
#include <string_view>

namespace dandori::engine {

/// Two small digits for each byte.
std::string in_hexadecimal(std::string_view bytes);

/// SHA-256 of a text: 32 bytes.
std::string sha256(std::string_view text);

/// The same in hexadecimal.
std::string sha256_hex(std::string_view text);

/// HMAC-SHA256 (RFC 2104): 32 bytes.
std::string hmac_sha256(std::string_view key, std::string_view text);

/// Compares without telling by its time where the texts differ.
bool equal_secrets(std::string_view one, std::string_view other);

}  // namespace dandori::engine
