#pragma once
#include "adapters/mail/alarm.h"
#include "adapters/mail/curl_session.h"
#include "engine/failure.h"

namespace dandori::mail {

/// A connection to a mailbox on which we speak the protocol's lines ourselves. libcurl makes it, with TLS and the sign-in; then it is ours and
/// is never made anew behind our back, so what a number means in it stays true.
class LineSession {
  public:
    /// Connects and signs in; the parameters are CurlSession::set_server's. `name` begins every failure.
    Result<void> open(std::string name, const std::string& url, bool require_tls, const std::string& username, const std::string& password,
                      const std::string& certificate_authorities, int timeout_seconds);

    /// Sends a line; its end is added.
    Result<void> say(const std::string& line);

    /// The next line without its end. Fails after the time limit, when the connection ends, and (Bounds) above `bytes_max`.
    Result<std::string> line(std::size_t bytes_max = 64 * 1024);

    enum class Heard { Line, Nothing, Stop };
    /// Waits until a line is there (`line()` gives it), the time is over, or `stop` rings.
    Result<Heard> wait(const Alarm& stop, std::int64_t milliseconds);

  private:
    Result<bool> receive();  ///< false: nothing there now
    Result<bool> is_readable(int stop_descriptor, std::int64_t milliseconds);
    tl::unexpected<Failure> failure(const std::string& text) const;
    CurlSession session_;
    curl_socket_t socket_ = CURL_SOCKET_BAD;
    std::string name_;
    std::string received_;
    std::size_t at_ = 0;  ///< of `received_`, what was read already
    std::int64_t timeout_ms_ = 0;
};

}  // namespace dandori::mail
