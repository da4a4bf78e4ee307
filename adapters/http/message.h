#pragma once
// One request and its answer (RFC 9110), as the handlers of rest and inbox see them; the connection is the server's business.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/http/response_stream.h"

namespace dandori::http {

struct Request {
    std::string id;      ///< names it in logs; given by the router
    std::string method;  ///< GET, POST ... in capitals
    std::string target;  ///< as it was sent: path and query, not decoded
    std::string path;    ///< decoded, without the query
    std::vector<std::string> segments;  ///< of the path, each decoded by itself: a slash sent as %2F is part of its segment
    std::vector<std::pair<std::string, std::string>> query;    ///< decoded, in order
    std::vector<std::pair<std::string, std::string>> headers;  ///< as they came; ask by header()
    std::string body;
    std::string client_address;  ///< of the connection's other end, or whom a trusted proxy speaks for
    bool is_encrypted = false;   ///< came by TLS, to us or to a trusted proxy
    std::map<std::string, std::string, std::less<>> parameters;  ///< of the route: {jobKey} -> text
    std::function<bool()> still_connected;                       ///< may be asked by any thread; false = the client has gone

    /// The first header of this name, any case; none if absent.
    std::optional<std::string_view> header(std::string_view name) const;
    /// The cookie of this name.
    std::optional<std::string> cookie(std::string_view name) const;
    /// `traceparent` (W3C Trace Context, 3.2), if it is one.
    std::optional<std::string> trace_parent() const;
    std::optional<std::string_view> query_parameter(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// Given = `body` is only the beginning: called once, by a thread of the server, when that was sent. Not for answers to HEAD.
    std::function<void(std::shared_ptr<ResponseStream>)> go_on{};
};

/// Sends the answer; called once, by any thread. A Respond that is dropped uncalled answers 500.
using Respond = std::function<void(Response)>;

/// Must not block for long; a long poll keeps `respond` and returns.
using Handler = std::function<void(const Request&, Respond respond)>;

}  // namespace dandori::http
