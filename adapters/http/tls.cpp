#include "adapters/http/tls.h"

#include <openssl/ssl.h>

#include <stdexcept>

namespace dandori::http {
namespace {

/// ALPN (RFC 7301): HTTP/1.1 is what there is; a client that asks for something else only is turned away.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered, unsigned int count, void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, length, ours, sizeof ours - 1, offered, count) != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

}  // namespace

boost::asio::ssl::context tls_context(const TlsSettings& settings) {
    namespace ssl = boost::asio::ssl;
    ssl::context context(ssl::context::tls_server);
    context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
                        ssl::context::no_tlsv1_1 | ssl::context::no_compression);
    SSL_CTX* native = context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!eNULL:!SHA1");
    SSL_CTX_set1_groups_list(native, "X25519:P-256:P-384");
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
    boost::system::error_code error;
    context.use_certificate_chain_file(settings.certificate_file, error);
    if (error) throw std::runtime_error("The certificate '" + settings.certificate_file + "' can't be used: " + error.message() + ".");
    context.use_private_key_file(settings.key_file, ssl::context::pem, error);
    if (error) throw std::runtime_error("The private key '" + settings.key_file + "' can't be used: " + error.message() + ".");
    if (SSL_CTX_check_private_key(native) != 1) {
        throw std::runtime_error("The private key '" + settings.key_file + "' is not that of the certificate '" + settings.certificate_file + "'.");
    }
    return context;
}

}  // namespace dandori::http
