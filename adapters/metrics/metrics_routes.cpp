#include "adapters/metrics/metrics_routes.h"

#include "adapters/http/problem.h"

namespace dandori::metrics {

void add_routes(http::Router& router, std::shared_ptr<Metrics> metrics, http::Networks may_ask) {
    router.add("GET", "/metrics", [metrics = std::move(metrics), may_ask = std::move(may_ask)](const http::Request& request, const http::Respond& respond) {
        if (!may_ask.include(request.client_address)) {
            return respond(http::problem(403, "Figures are told to the addresses of --metrics-from only, not to '" + request.client_address + "'.", request));
        }
        respond({200, {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}}, metrics->text()});
    });
}

}  // namespace dandori::metrics
