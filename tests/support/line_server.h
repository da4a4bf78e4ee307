#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

namespace dandori::test {

/// One connection to a LineServer.
class LineConnection {
  public:
    explicit LineConnection(int socket) : socket_(socket) {}

    /// The next line without its CRLF; none when the client has gone.
    std::optional<std::string> line() {
        for (;;) {
            if (const auto end = received_.find('\n'); end != std::string::npos) {
                auto text = received_.substr(0, end);
                received_.erase(0, end + 1);
                if (text.ends_with('\r')) text.pop_back();
                return text;
            }
            if (!receive()) return std::nullopt;
        }
    }

    /// Exactly so many bytes, or fewer when the client has gone.
    std::string bytes(std::size_t count) {
        while (received_.size() < count && receive()) {
        }
        auto text = received_.substr(0, count);
        received_.erase(0, text.size());
        return text;
    }

    void say(const std::string& text) { (void)!::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }

  private:
    bool receive() {
        char buffer[4096];
        const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
        if (count <= 0) return false;
        received_.append(buffer, static_cast<std::size_t>(count));
        return true;
    }
    int socket_;
    std::string received_;
};

/// A server on a free port of loopback that speaks as `talk` says: for clients of protocols made of lines. One
/// connection after the other, on a thread of its own.
class LineServer {
  public:
    explicit LineServer(std::function<void(LineConnection&)> talk) : talk_(std::move(talk)) {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 8) != 0 ||
            ::getsockname(listener_, plain, &size) != 0) {
            throw std::runtime_error("No free port on loopback.");
        }
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~LineServer() {
        is_stopping_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    LineServer(const LineServer&) = delete;
    LineServer& operator=(const LineServer&) = delete;

    int port() const { return port_; }

  private:
    void serve() {
        while (!is_stopping_) {
            const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0) return;
            LineConnection connection{socket};
            talk_(connection);
            ::close(socket);
        }
    }
    std::function<void(LineConnection&)> talk_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> is_stopping_ = false;
    std::thread thread_;
};

}  // namespace dandori::test
