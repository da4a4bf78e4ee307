#pragma once
// Bearer tokens that somebody else has signed (RFC 7519, 7515, 7517): read, their signature and claims checked. OpenSSL does the
// cryptography.

#include <boost/json/object.hpp>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"
#include "engine/identity/directory.h"
#include "engine/instant.h"

namespace dandori::inbox {

/// Tokens longer than this are refused unread, in bytes.
inline constexpr std::size_t token_bytes_max = 16 * 1024;

/// The public keys of an issuer by their id. A small value: copies share the keys.
class KeySet {
  public:
    struct Key;

    /// Reads a JWK set: the RSA keys (2048 bits or more) and those on P-256, without those meant for encryption. Others are left
    /// out; a failure where there is none left.
    static Result<KeySet> read(const std::string& jwks);

    /// Null pointer where there is none. Without an id: the only key there is.
    const Key* find(const std::string& id) const;

  private:
    std::map<std::string, std::shared_ptr<const Key>> keys_;
};

/// A token as it came, its signature not looked at yet.
struct UncheckedToken {
    std::string algorithm;
    std::string key_id;  ///< empty: not named
    boost::json::object claims;
    std::string signed_text, signature;
};

/// Three parts of base64url. Refuses every algorithm but RS256, PS256 and ES256, `none` among them.
Result<UncheckedToken> read_token(std::string_view token);

/// Whether the key made the signature, by the token's algorithm, which must fit the kind of key.
bool is_signed_by(const UncheckedToken&, const KeySet::Key&);

/// What a token's claims must say.
struct ClaimRules {
    std::string issuer;
    std::string audience;
    std::int64_t leeway_ms = 60'000;  ///< by which the clocks may differ
};

/// Issuer, audience, `exp` (which must be there) and `nbf`.
Result<void> check_claims(const boost::json::object& claims, const ClaimRules&, Instant now);

/// The claim of this name, `a.b` being member b of the object a: its text, or each text of a list; empty where there is none.
std::vector<std::string> claim_texts(const boost::json::object& claims, std::string_view name);

/// All claims for the mapping rules.
engine::Claims flat_claims(const boost::json::object& claims);

/// RFC 4648, section 5, without padding; none for what isn't.
std::optional<std::string> from_base64url(std::string_view);
std::string to_base64url(std::string_view);

}  // namespace dandori::inbox
