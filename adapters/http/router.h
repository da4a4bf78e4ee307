#pragma once
// Which handler answers a request.

#include <memory>

#include "adapters/http/exchange.h"
#include "adapters/http/message.h"

namespace dandori::http {

/// A route as it was added.
struct RouteName {
    std::string method;
    std::string pattern;
    auto operator<=>(const RouteName&) const = default;
};

/// Routes by method and path. `{name}` stands for one segment; a path's literal segments go before it. Made before the
/// server starts, then only read.
class Router {
  public:
    Router();
    ~Router();
    /// `add("POST", "/v2/jobs/{jobKey}/completion", handler)`. Throws std::invalid_argument when it is there already.
    void add(std::string_view method, std::string_view pattern, Handler handler);
    /// What answers where no route fits (static files); without it: 404.
    void otherwise(Handler handler);
    /// Asked before each route's handler: true if it answers the request itself. It may change the request.
    using Divert = std::function<bool(Request&, Respond&)>;
    void diverted_by(Divert);
    /// Who is told of each request once it is answered.
    void observed_by(Observer observer);
    /// All that were added, in that order.
    const std::vector<RouteName>& routes() const;
    /// Gives the request its id, which the answer carries as `X-Request-Id`. Calls the handler, or answers 404, or 405 with `Allow`. A handler's exception is answered with 500.
    void handle(Request request, Respond respond) const;

  private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

}  // namespace dandori::http
