#include "adapters/inbox/json_web_token.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <boost/json.hpp>

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr int rsa_bits_min = 2048;
constexpr std::size_t keys_max = 100;
constexpr std::size_t coordinate_bytes = 32;  ///< of P-256

template <class T, void (*free_it)(T*)>
struct Freed {
    void operator()(T* it) const { free_it(it); }
};
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM, OSSL_PARAM_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>>;

const unsigned char* unsigned_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Number number_of(std::string_view bytes) { return Number(BN_bin2bn(unsigned_bytes(bytes), static_cast<int>(bytes.size()), nullptr)); }

PublicKey key_from(const char* kind, OSSL_PARAM_BLD* builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
    if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) return nullptr;
    return PublicKey(key);
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::string bytes_member(const json::object& key, std::string_view name) { return from_base64url(text_of(key, name)).value_or(""); }

PublicKey rsa_key(const json::object& key) {
    const auto modulus = number_of(bytes_member(key, "n")), exponent = number_of(bytes_member(key, "e"));
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (BN_num_bits(modulus.get()) < rsa_bits_min || BN_is_zero(exponent.get())) return nullptr;
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return key_from("RSA", builder.get());
}

PublicKey ec_key(const json::object& key) {
    const auto x = bytes_member(key, "x"), y = bytes_member(key, "y");
    if (text_of(key, "crv") != "P-256" || x.size() != coordinate_bytes || y.size() != coordinate_bytes) return nullptr;
    const std::string point = '\4' + x + y;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return key_from("EC", builder.get());
}

/// A signature of JWS, two numbers side by side, as OpenSSL wants it.
std::string der_of(std::string_view signature) {
    if (signature.size() != 2 * coordinate_bytes) return {};
    const EcSignature pair(ECDSA_SIG_new());
    auto r = number_of(signature.substr(0, coordinate_bytes)), s = number_of(signature.substr(coordinate_bytes));
    if (ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release()), static_cast<void>(s.release());
    unsigned char* bytes = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &bytes);
    if (size <= 0) return {};
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

Result<json::object> object_of_part(std::string_view part, std::string_view name) {
    const auto text = from_base64url(part);
    boost::system::error_code error;
    auto value = json::parse(text.value_or(""), error, {}, {.max_depth = 16});
    if (!text || error || !value.is_object())
        return fail(Failure::Kind::Syntax, "The token's " + std::string(name) + " is no JSON object in base64url.");
    return std::move(value.get_object());
}

/// Seconds since 1970 as a claim has them, in milliseconds.
std::optional<std::int64_t> time_claim(const json::object& claims, std::string_view name) {
    const auto* value = claims.if_contains(name);
    if (!value || !value->is_number()) return {};
    const double seconds = value->to_number<double>();
    constexpr double seconds_max = 253'402'300'800;  // the year 10000
    if (!(seconds >= 0 && seconds < seconds_max)) return {};
    return static_cast<std::int64_t>(seconds * 1'000);
}

std::string plain_text(const json::value& value) {
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

std::vector<std::string> texts_of(const json::value& value) {
    std::vector<std::string> texts;
    if (value.is_array()) {
        for (const auto& each : value.get_array())
            if (!each.is_structured()) texts.push_back(plain_text(each));
    } else if (!value.is_object() && !value.is_null()) {
        texts.push_back(plain_text(value));
    }
    return texts;
}

void add_claims(const json::object& object, const std::string& prefix, engine::Claims& claims) {
    for (const auto& member : object) {
        const std::string name = prefix + std::string(member.key());
        if (member.value().is_object()) add_claims(member.value().get_object(), name + ".", claims);
        else claims.emplace_back(name, texts_of(member.value()));
    }
}

}  // namespace

struct KeySet::Key {
    PublicKey key;
    bool is_rsa = false;
    std::string algorithm;  ///< the only one it is for; empty: any that fits
};

Result<KeySet> KeySet::read(const std::string& jwks) {
    boost::system::error_code error;
    const auto value = json::parse(jwks, error, {}, {.max_depth = 8});
    const auto* keys = !error && value.is_object() ? value.get_object().if_contains("keys") : nullptr;
    if (!keys || !keys->is_array()) return fail(Failure::Kind::Syntax, "The issuer's keys are no JWK set: an object with the list 'keys' is needed.");
    KeySet set;
    for (const auto& each : keys->get_array()) {
        if (!each.is_object() || set.keys_.size() >= keys_max) continue;
        const auto& object = each.get_object();
        if (text_of(object, "use") == "enc") continue;
        const bool is_rsa = text_of(object, "kty") == "RSA";
        auto key = is_rsa ? rsa_key(object) : text_of(object, "kty") == "EC" ? ec_key(object) : nullptr;
        if (key) set.keys_[text_of(object, "kid")] = std::make_shared<const Key>(Key{std::move(key), is_rsa, text_of(object, "alg")});
    }
    if (set.keys_.empty()) return fail(Failure::Kind::Syntax, "The issuer has no key that we know: RSA of 2048 bits, or P-256, is needed.");
    return set;
}

const KeySet::Key* KeySet::find(const std::string& id) const {
    if (id.empty()) return keys_.size() == 1 ? keys_.begin()->second.get() : nullptr;
    const auto found = keys_.find(id);
    return found == keys_.end() ? nullptr : found->second.get();
}

Result<UncheckedToken> read_token(std::string_view token) {
    if (token.size() > token_bytes_max) return fail(Failure::Kind::Bounds, "The token is longer than 16 KiB.");
    const auto first = token.find('.');
    const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return fail(Failure::Kind::Syntax, "A signed token has three parts with dots between.");
    const auto header = TRY(object_of_part(token.substr(0, first), "header"));
    UncheckedToken read;
    read.algorithm = text_of(header, "alg");
    if (read.algorithm != "RS256" && read.algorithm != "PS256" && read.algorithm != "ES256")
        return fail(Failure::Kind::Syntax, "The token's algorithm must be RS256, PS256 or ES256; found '" + read.algorithm.substr(0, 50) + "'.");
    // RFC 7515, 4.1.11: extensions that must be understood; we know none.
    if (header.contains("crit")) return fail(Failure::Kind::Syntax, "The token has critical extensions, which are not known here.");
    read.key_id = text_of(header, "kid");
    read.claims = TRY(object_of_part(token.substr(first + 1, second - first - 1), "claims"));
    read.signed_text = token.substr(0, second);
    auto signature = from_base64url(token.substr(second + 1));
    if (!signature || signature->empty()) return fail(Failure::Kind::Syntax, "The token's signature is missing.");
    read.signature = std::move(*signature);
    return read;
}

bool is_signed_by(const UncheckedToken& token, const KeySet::Key& key) {
    const bool is_rsa = token.algorithm != "ES256";
    if (is_rsa != key.is_rsa || (!key.algorithm.empty() && key.algorithm != token.algorithm)) return false;
    const std::string signature = is_rsa ? token.signature : der_of(token.signature);
    if (signature.empty()) return false;
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* of_key = nullptr;
    if (EVP_DigestVerifyInit(context.get(), &of_key, EVP_sha256(), nullptr, key.key.get()) != 1) return false;
    if (token.algorithm == "PS256" && (EVP_PKEY_CTX_set_rsa_padding(of_key, RSA_PKCS1_PSS_PADDING) <= 0 ||
                                       EVP_PKEY_CTX_set_rsa_pss_saltlen(of_key, RSA_PSS_SALTLEN_DIGEST) <= 0))
        return false;
    return EVP_DigestVerify(context.get(), unsigned_bytes(signature), signature.size(), unsigned_bytes(token.signed_text),
                            token.signed_text.size()) == 1;
}

Result<void> check_claims(const json::object& claims, const ClaimRules& rules, Instant now) {
    if (text_of(claims, "iss") != rules.issuer)
        return fail(Failure::Kind::Syntax, "The token was issued by '" + text_of(claims, "iss").substr(0, 200) + "', not by '" + rules.issuer + "'.");
    const auto audiences = claim_texts(claims, "aud");
    if (std::find(audiences.begin(), audiences.end(), rules.audience) == audiences.end())
        return fail(Failure::Kind::Syntax, "The token is not meant for '" + rules.audience + "' (claim 'aud').");
    const auto expires = time_claim(claims, "exp");
    if (!expires) return fail(Failure::Kind::Syntax, "The token doesn't say when it expires (claim 'exp').");
    if (*expires + rules.leeway_ms <= now.milliseconds) return fail(Failure::Kind::Syntax, "The token has expired.");
    const auto begins = time_claim(claims, "nbf");
    if (begins && *begins - rules.leeway_ms > now.milliseconds) return fail(Failure::Kind::Syntax, "The token doesn't hold yet.");
    return {};
}

std::vector<std::string> claim_texts(const json::object& claims, std::string_view name) {
    if (const auto* value = claims.if_contains(name)) return texts_of(*value);
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return {};
    const auto* inner = claims.if_contains(name.substr(0, dot));
    return inner && inner->is_object() ? claim_texts(inner->get_object(), name.substr(dot + 1)) : std::vector<std::string>{};
}

engine::Claims flat_claims(const json::object& claims) {
    engine::Claims flat;
    add_claims(claims, "", flat);
    return flat;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        int digit = -1;
        if (c >= 'A' && c <= 'Z') digit = c - 'A';
        else if (c >= 'a' && c <= 'z') digit = c - 'a' + 26;
        else if (c >= '0' && c <= '9') digit = c - '0' + 52;
        else if (c == '-') digit = 62;
        else if (c == '_') digit = 63;
        if (digit < 0) return {};
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xFF);
    }
    if (count == 6 || (bits & ((1u << count) - 1)) != 0) return {};
    return bytes;
}

std::string to_base64url(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6) text += digits[bits >> (count - 6) & 0x3F];
    }
    if (count > 0) text += digits[bits << (6 - count) & 0x3F];
    return text;
}

}  // namespace dandori::inbox
