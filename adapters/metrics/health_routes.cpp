#include "adapters/metrics/health_routes.h"

#include "adapters/http/problem.h"

namespace dandori::metrics {

void add_health_routes(http::Router& router, std::function<std::optional<std::string>()> what_is_wrong) {
    const auto fine = [](const http::Respond& respond) { respond({200, {{"Content-Type", "application/json"}}, R"({"status":"UP"})"}); };
    router.add("GET", "/health/live", [fine](const http::Request&, const http::Respond& respond) { fine(respond); });
    router.add("GET", "/health/ready", [fine, wrong = std::move(what_is_wrong)](const http::Request& request, const http::Respond& respond) {
        const auto fault = wrong();
        if (!fault) return fine(respond);
        respond(http::problem(503, *fault, request));
    });
}

}  // namespace dandori::metrics
