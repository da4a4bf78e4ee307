// The description against the routes of the whole server: neither has one that the other lacks, and what a route
// answers to bad requests is told.
#include "tests/adapters/openapi/whole_server.h"

namespace dandori::openapi {
namespace {

using DescribedRoutes = WholeServer;

std::string names_of(std::vector<http::RouteName> routes, const std::vector<http::RouteName>& others) {
    std::string text;
    for (const auto& route : routes)
        if (std::find(others.begin(), others.end(), route) == others.end())
            text += route.method + " " + route.pattern + "\n";
    return text;
}

TEST_F(DescribedRoutes, AreThoseOfTheRouter) {
    const auto described = described_routes(parts);
    EXPECT_EQ(names_of(router.routes(), described), "") << "have no line in adapters/*/openapi/*.json";
    EXPECT_EQ(names_of(described, router.routes()), "") << "are described, but not registered";
    auto sorted = described;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end()) << "a route is described twice";
}

std::string content_type_of(const http::Response& response) {
    for (const auto& [header, value] : response.headers)
        if (header == "Content-Type") return value;
    return {};
}

TEST_F(DescribedRoutes, AnswerBadRequestsAsDescribed) {
    std::size_t answers = 0;
    for_each_operation(document(), [&](const auto& method, const auto& path, const boost::json::object& operation) {
        const auto& described = operation.at("responses").as_object();
        for (const auto& place : {"2251799813699999", "no-key"}) {
            for (const auto& [body, type] : {std::pair{"", ""},
                                             {"{}", "application/json"},
                                             {"[1]", "application/json"},
                                             {"{\"nobodyKnowsThis\": 1}", "application/json"},
                                             {"{", "application/json"},
                                             {"x", "text/plain"}}) {
                if (method == "GET" && *body) continue;
                const auto name = path_with(path, place);
                const auto response = ask(method, name, body, type);
                ++answers;
                const auto* answer = described.if_contains(std::to_string(response.status));
                EXPECT_TRUE(answer) << method << " " << name << " " << body << " answers " << response.status << " "
                                    << response.body;
                if (!answer || !answer->as_object().contains("content")) continue;
                const auto& content = answer->at("content").as_object();
                EXPECT_TRUE(content.contains(content_type_of(response)) || content.contains("*/*"))
                    << method << " " << name << " answers " << content_type_of(response);
            }
        }
    });
    EXPECT_GT(answers, 1'000U);
}

TEST_F(DescribedRoutes, AreServedToPeopleAndPrograms) {
    openapi::add_routes(router, {parts.begin() + 1, parts.end()});
    const auto document = boost::json::parse(ask("GET", "/openapi.json").body);
    EXPECT_EQ(document.at("openapi"), "3.1.0");
    EXPECT_TRUE(document.at("paths").as_object().contains("/v2/jobs/activation"));
    const auto page = ask("GET", "/api-docs");
    EXPECT_NE(page.body.find("POST /v2/jobs/activation"), std::string::npos);
    EXPECT_EQ(ask("GET", "/api-docs/page.css").status, 200);
}

}  // namespace
}  // namespace dandori::openapi
