#pragma once
// A client that sends exactly the bytes it is told to, and reads answers off one connection.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace dandori::test {

struct HttpAnswer {
    int status = 0;                              ///< 0 = the connection was closed before an answer came
    std::map<std::string, std::string> headers;  ///< names in small letters
    std::string body;
};

class HttpClient {
  public:
    explicit HttpClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        is_connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~HttpClient() { disconnect(); }
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    bool is_connected() const { return is_connected_; }

    void disconnect() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }

    /// Says that nothing more will be sent, and goes on listening.
    void finish_sending() { ::shutdown(socket_, SHUT_WR); }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    /// The next answer; `to_head` = its header speaks of a body that doesn't come.
    HttpAnswer read(bool to_head = false) {
        HttpAnswer answer;
        while (received_.find("\r\n\r\n") == std::string::npos)
            if (!receive()) return answer;
        const auto head_end = received_.find("\r\n\r\n");
        read_head(received_.substr(0, head_end + 2), answer);
        received_.erase(0, head_end + 4);
        const auto it = answer.headers.find("content-length");
        const std::size_t size =
            it == answer.headers.end() || to_head ? 0 : std::strtoull(it->second.c_str(), nullptr, 10);
        while (received_.size() < size)
            if (!receive()) break;
        answer.body = received_.substr(0, size);
        received_.erase(0, size);
        return answer;
    }

    /// The next chunk of a body that comes in chunks; empty with the last, or when the connection has ended.
    std::string next_chunk() {
        const auto size_line = take_until("\r\n");
        const auto size = std::strtoull(size_line.c_str(), nullptr, 16);
        while (received_.size() < size + 2)
            if (!receive()) return {};
        const std::string chunk = received_.substr(0, size);
        received_.erase(0, size + 2);
        return chunk;
    }
    /// Everything until the connection ends.
    std::string rest() {
        while (receive()) {
        }
        return std::exchange(received_, {});
    }

    HttpAnswer ask(std::string_view method, std::string_view target, std::string_view body = {},
                   std::string_view content_type = "application/json", std::string_view more_headers = {}) {
        std::string request =
            std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more_headers);
        if (!body.empty()) request += "Content-Type: " + std::string(content_type) + "\r\n";
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
        send(request);
        return read(method == "HEAD");
    }

    /// Whether the other end closes without sending anything more.
    bool is_closed_by_server() { return received_.empty() && !receive(); }

  private:
    std::string take_until(std::string_view end) {
        while (received_.find(end) == std::string::npos)
            if (!receive()) return {};
        const auto at = received_.find(end);
        std::string text = received_.substr(0, at);
        received_.erase(0, at + end.size());
        return text;
    }
    bool receive() {
        char buffer[16 * 1024];
        const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
        if (count <= 0) return false;
        received_.append(buffer, static_cast<std::size_t>(count));
        return true;
    }

    static void read_head(const std::string& head, HttpAnswer& answer) {
        answer.status = std::atoi(head.substr(head.find(' ') + 1, 3).c_str());
        for (auto at = head.find("\r\n") + 2; at < head.size();) {
            const auto end = head.find("\r\n", at);
            const auto colon = head.find(':', at);
            std::string name = head.substr(at, colon - at);
            for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
            answer.headers[name] = head.substr(colon + 2, end - colon - 2);
            at = end + 2;
        }
    }

    int socket_;
    bool is_connected_ = false;
    std::string received_;
};

}  // namespace dandori::test
