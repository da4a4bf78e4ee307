#pragma once
#include <chrono>
#include <functional>
#include <string>

namespace dandori::http {

/// One request and what came of it, for logs and figures. Holds nothing secret: no query, no headers, no bodies.
struct Exchange {
    std::string request_id;  ///< the client's `X-Request-Id` where it is 1 to 64 of A-Z a-z 0-9 . _ -; else made
    std::string method;
    std::string path;
    std::string route;  ///< the pattern that fits; empty: none
    std::string client_address;
    int status = 0;
    std::size_t answer_bytes = 0;       ///< of the body; of an answer that goes on, of its beginning
    std::chrono::microseconds took{};   ///< until it was answered, long polls with their waiting
};

/// Called by whatever thread answers: must be quick and not throw.
using Observer = std::function<void(const Exchange&)>;

}  // namespace dandori::http
