#include "adapters/http/response_head.h"

#include <chrono>
#include <cstdio>

#include "adapters/http/date.h"
#include "adapters/http/status.h"
#include "adapters/http/text.h"

namespace dandori::http {

std::string head_of(const Response& response, bool keep_alive, Framing framing) {
    std::string head =
        "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason_phrase(response.status)) + "\r\n";
    const auto add = [&](std::string_view name, std::string_view value) {
        head += name;
        head += ": ";
        // A line end in a value would begin a header of somebody else's making.
        for (const char c : value) head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
        head += "\r\n";
    };
    for (const auto& [name, value] : response.headers) {
        const bool is_ours = equal_in_any_case(name, "Content-Length") || equal_in_any_case(name, "Connection") ||
                             equal_in_any_case(name, "Transfer-Encoding") || equal_in_any_case(name, "Date");
        if (!is_ours) add(name, value);
    }
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    add("Date", http_date(Instant{now.count()}));
    // RFC 9110, 8.6: 1xx and 204 have no Content-Length, 304 needs none.
    const bool has_length = framing == Framing::Length && response.status != 204 && response.status != 304;
    if (has_length) add("Content-Length", std::to_string(response.body.size()));
    if (framing == Framing::Chunked) add("Transfer-Encoding", "chunked");
    add("Connection", keep_alive ? "keep-alive" : "close");
    head += "\r\n";
    return head;
}

std::string chunk_of(std::string_view part) {
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", part.size());
    std::string chunk = size;
    chunk += part;
    chunk += "\r\n";
    return chunk;
}

}  // namespace dandori::http
