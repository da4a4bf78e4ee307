#include "adapters/mail/line_session.h"

#include <poll.h>

#include <algorithm>
#include <chrono>

namespace dandori::mail {
namespace {

std::int64_t milliseconds_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

tl::unexpected<Failure> LineSession::failure(const std::string& text) const {
    return fail(Failure::Kind::Unspecified, name_ + ": " + text);
}

Result<void> LineSession::open(std::string name, const std::string& url, bool require_tls, const std::string& username,
                               const std::string& password, const std::string& certificate_authorities, int timeout_seconds) {
    name_ = std::move(name);
    timeout_ms_ = timeout_seconds * 1000LL;
    session_.set_server(url, require_tls, username, password, certificate_authorities, timeout_seconds);
    CURL* curl = session_.get();
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
    if (const auto code = curl_easy_perform(curl); code != CURLE_OK) return failure(session_.words_of(code));
    if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket_) != CURLE_OK || socket_ == CURL_SOCKET_BAD)
        return failure("the connection was lost");
    return {};
}

/// True when there may be something to read, false after the time or when the other descriptor is readable.
Result<bool> LineSession::is_readable(int stop_descriptor, std::int64_t milliseconds) {
    pollfd wanted[] = {{socket_, POLLIN, 0}, {stop_descriptor, POLLIN, 0}};
    const int found = ::poll(wanted, 2, static_cast<int>(std::clamp<std::int64_t>(milliseconds, 0, 3'600'000)));
    if (found < 0 && errno != EINTR) return failure("the connection can't be waited for");
    return found > 0 && wanted[0].revents != 0;
}

Result<bool> LineSession::receive() {
    char buffer[16 * 1024];
    std::size_t count = 0;
    const auto code = curl_easy_recv(session_.get(), buffer, sizeof buffer, &count);
    if (code == CURLE_AGAIN) return false;
    if (code != CURLE_OK) return failure(session_.words_of(code));
    if (count == 0) return failure("the server has ended the connection");
    received_.erase(0, std::exchange(at_, 0));
    received_.append(buffer, count);
    return true;
}

Result<void> LineSession::say(const std::string& line) {
    const auto text = line + "\r\n";
    const auto until = milliseconds_now() + timeout_ms_;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t sent = 0;
        const auto code = curl_easy_send(session_.get(), text.data() + at, text.size() - at, &sent);
        at += sent;
        if (code == CURLE_OK) continue;
        if (code != CURLE_AGAIN) return failure(session_.words_of(code));
        pollfd wanted{socket_, POLLOUT, 0};
        if (milliseconds_now() > until || ::poll(&wanted, 1, 1000) < 0) return failure("the server takes nothing any more");
    }
    return {};
}

Result<std::string> LineSession::line(std::size_t bytes_max) {
    const auto until = milliseconds_now() + timeout_ms_;
    for (std::size_t searched = at_;;) {
        if (const auto end = received_.find('\n', searched); end != std::string::npos) {
            auto text = received_.substr(at_, end - at_);
            at_ = end + 1;
            if (text.ends_with('\r')) text.pop_back();
            return text;
        }
        if (received_.size() - at_ > bytes_max) return failure("a line of the server is longer than " + std::to_string(bytes_max) + " bytes");
        searched = received_.size() - at_;
        while (!TRY(receive())) {
            const auto left = until - milliseconds_now();
            if (left <= 0) return failure("no answer within " + std::to_string(timeout_ms_ / 1000) + " seconds");
            TRY(is_readable(-1, left));
        }
        searched += at_;
    }
}

Result<LineSession::Heard> LineSession::wait(const Alarm& stop, std::int64_t milliseconds) {
    const auto until = milliseconds_now() + milliseconds;
    for (;;) {
        if (received_.find('\n', at_) != std::string::npos) return Heard::Line;
        if (TRY(receive())) continue;  // before any wait: TLS may hold what the socket doesn't show
        const auto left = until - milliseconds_now();
        if (left <= 0) return Heard::Nothing;
        if (!TRY(is_readable(stop.descriptor(), left)) && stop.wait(0)) return Heard::Stop;
    }
}

}  // namespace dandori::mail
