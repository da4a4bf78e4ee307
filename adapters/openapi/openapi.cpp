#include "adapters/openapi/openapi.h"

#include <boost/json.hpp>

#include "adapters/openapi/description.h"
#include "adapters/openapi/page.h"

namespace dandori::openapi {

extern const std::vector<std::string_view> own_assets;  ///< common.json, page.css

namespace {

http::Handler answer_with(std::string_view content_type, std::string body) {
    http::Response response{
        200,
        {{"Content-Type", std::string(content_type)},
         {"Cache-Control", "no-cache"},
         {"X-Content-Type-Options", "nosniff"},
         {"Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"}},
        std::move(body)};
    return [response = std::move(response)](const http::Request&, const http::Respond& respond) { respond(response); };
}

}  // namespace

std::string_view common_part() { return own_assets[0]; }

void add_routes(http::Router& router, std::span<const std::string_view> parts) {
    std::vector<std::string_view> all{common_part()};
    all.insert(all.end(), parts.begin(), parts.end());
    const auto document = describe(all, router.routes());
    router.add("GET", "/openapi.json", answer_with("application/json", boost::json::serialize(document)));
    router.add("GET", "/api-docs", answer_with("text/html; charset=utf-8", page_of(document)));
    router.add("GET", "/api-docs/page.css", answer_with("text/css; charset=utf-8", std::string(own_assets[1])));
}

}  // namespace dandori::openapi
