#pragma once
// What an identity provider signs with.
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/inbox/json_web_token.h"

namespace dandori::inbox::test {

/// A key of the issuer, with which it signs.
class IssuerKey {
  public:
    explicit IssuerKey(const std::string& kind, std::string id, std::size_t bits = 2048) : id_(std::move(id)), is_rsa_(kind == "RSA") {
        key_ = is_rsa_ ? EVP_RSA_gen(bits) : EVP_EC_gen("P-256");
    }
    ~IssuerKey() { EVP_PKEY_free(key_); }
    IssuerKey(const IssuerKey&) = delete;
    IssuerKey& operator=(const IssuerKey&) = delete;

    std::string jwk() const {
        if (is_rsa_) return R"({"kty":"RSA","kid":")" + id_ + R"(","n":")" + number(OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" + number(OSSL_PKEY_PARAM_RSA_E) + "\"}";
        return R"({"kty":"EC","crv":"P-256","kid":")" + id_ + R"(","x":")" + number(OSSL_PKEY_PARAM_EC_PUB_X, 32) + R"(","y":")" +
               number(OSSL_PKEY_PARAM_EC_PUB_Y, 32) + "\"}";
    }

    std::string token(const boost::json::object& claims, const std::string& algorithm) const {
        const std::string text = to_base64url(R"({"alg":")" + algorithm + R"(","kid":")" + id_ + "\"}") + "." + to_base64url(boost::json::serialize(claims));
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        EVP_PKEY_CTX* of_key = nullptr;
        EVP_DigestSignInit(context, &of_key, EVP_sha256(), nullptr, key_);
        if (algorithm == "PS256") {
            EVP_PKEY_CTX_set_rsa_padding(of_key, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(of_key, RSA_PSS_SALTLEN_DIGEST);
        }
        std::size_t size = 1024;
        std::string signature(size, '\0');
        auto* bytes = reinterpret_cast<unsigned char*>(signature.data());
        EVP_DigestSign(context, bytes, &size, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        EVP_MD_CTX_free(context);
        signature.resize(size);
        return text + "." + to_base64url(is_rsa_ ? signature : side_by_side(signature));
    }

  private:
    std::string number(const char* name, int bytes_min = 0) const {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(key_, name, &value);
        std::string bytes(static_cast<std::size_t>(std::max(BN_num_bytes(value), bytes_min)), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
        BN_free(value);
        return to_base64url(bytes);
    }
    static std::string side_by_side(const std::string& der) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
        ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size()));
        std::string both(64, '\0');
        auto* into = reinterpret_cast<unsigned char*>(both.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), into, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), into + 32, 32);
        ECDSA_SIG_free(pair);
        return both;
    }
    std::string id_;
    bool is_rsa_;
    EVP_PKEY* key_ = nullptr;
};

}  // namespace dandori::inbox::test
