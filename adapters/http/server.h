#pragma once
// HTTP/1.1 (RFC 9112) on a TCP port, plain or in TLS.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/router.h"

namespace dandori::http {

/// Where a server's certificate is: PEM files, the certificate first, then those that it was signed by.
struct TlsSettings {
    std::string certificate_file;
    std::string key_file;
};

struct ServerSettings {
    std::string host = "127.0.0.1";                 ///< address to listen on, or a name that has one
    std::uint16_t port = 0;                         ///< 0 = any that is free
    std::size_t threads = 4;                        ///< that run handlers; a waiting connection needs none
    std::size_t header_bytes_max = 64 * 1024;       ///< more: 431
    std::size_t body_bytes_max = 32 * 1024 * 1024;  ///< more: 413
    std::size_t connections_max = 20'000;           ///< more are closed at once
    std::int64_t idle_timeout_ms = 75'000;          ///< between two requests of a connection
    std::int64_t header_timeout_ms = 20'000;        ///< from a request's first byte to the end of its header; then 408
    std::int64_t body_timeout_ms = 120'000;         ///< from there to the end of its body; then 408
    std::int64_t write_timeout_ms = 120'000;        ///< for taking an answer
    std::size_t stream_bytes_max = 1024 * 1024;     ///< of an answer that goes on; what waits for a slow client
    std::optional<TlsSettings> tls{};               ///< TLS 1.2 and 1.3 only; without it: plain
    /// Addresses, or networks such as `10.1.0.0/16`, of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    std::vector<std::string> trusted_proxies{};
    std::int64_t stop_grace_ms = 3'000;  ///< what is being answered when the server stops may still take this
};

/// Answers requests by a router, from its making to its end.
///
/// Connections are kept alive; requests that follow one another without waiting are answered in their order. `HEAD` is
/// answered like `GET` without the body, `Expect: 100-continue` is obeyed, every answer has a `Date`. A request that
/// can't be read gets 400, 408, 413 or 431 and the connection is closed. The router must outlive the server.
class Server {
  public:
    /// Listens when this returns. Throws std::runtime_error, naming the address or the file, when it can't.
    Server(const Router& router, ServerSettings settings);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    /// `http://127.0.0.1:8080`, or `https://...`
    std::string url() const;

    /// Takes no more connections, lets what is being answered finish, then closes everything. May be called twice;
    /// never by a handler.
    void stop();

  private:
    class Core;
    std::shared_ptr<Core> core_;
};

}  // namespace dandori::http
