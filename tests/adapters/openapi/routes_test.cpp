// The description against the routes of the whole server: neither has one that the other lacks, and what a route
// answers to bad requests is told.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <future>

#include "adapters/inbox/inbox.h"
#include "adapters/openapi/description.h"
#include "adapters/openapi/openapi.h"
#include "adapters/rest/change_events.h"
#include "adapters/rest/rest.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::openapi {
namespace {

/// There are no mails; only their routes must be there.
class NoMails final : public inbox::MailAccess {
    inbox::MailAnswer take(const std::string&, const std::string&, std::size_t) override { return none(); }
    inbox::MailAnswer search(const std::string&, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer get(engine::MailKey, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer raw(engine::MailKey, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer assign(engine::MailKey, const std::string&, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer start(engine::MailKey, const std::string&, const inbox::MailVisitor&) override { return none(); }
    static inbox::MailAnswer none() { return {400, "application/problem+json", "{}", ""}; }
};

class DescribedRoutes : public testing::Test {
  protected:
    DescribedRoutes() {
        inbox::InboxSettings settings;
        settings.admits_without_sign_in = true;
        inbox_ = inbox::add_routes(router, desk_.engine(), desk_.clock, settings, std::make_shared<NoMails>());
        rest::RestSettings rest_settings;
        rest_settings.now = [this] { return desk_.clock.now(); };
        rest_settings.pin_clock = [this](Instant at) { desk_.clock.set(at); };
        rest_settings.reset_clock = [] {};
        rest::add_routes(router, desk_.engine(), inbox_->guard(), rest_settings);
        changes_.emplace(desk_.engine().reader(), inbox_->guard());
        changes_->add_routes(router);
        parts = rest::description_parts();
        parts.insert(parts.begin(), common_part());
        parts.insert(parts.end(), inbox::openapi_parts.begin(), inbox::openapi_parts.end());
    }

    http::Response ask(std::string method, std::string path, std::string body = "",
                       std::string content_type = "application/json") {
        http::Request request;
        request.method = std::move(method);
        request.path = std::move(path);
        request.body = std::move(body);
        if (!request.body.empty()) request.headers.emplace_back("Content-Type", std::move(content_type));
        request.still_connected = [] { return true; };
        std::promise<http::Response> answer;
        router.handle(std::move(request), [&](http::Response response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }

    http::Router router;
    std::vector<std::string_view> parts;

  private:
    test::Desk desk_;
    std::unique_ptr<inbox::Inbox> inbox_;
    std::optional<rest::ChangeEvents> changes_;
};

std::string names_of(std::vector<http::RouteName> routes, const std::vector<http::RouteName>& others) {
    std::string text;
    for (const auto& route : routes)
        if (std::find(others.begin(), others.end(), route) == others.end())
            text += route.method + " " + route.pattern + "\n";
    return text;
}

/// The path with something that can't be there in each place.
std::string path_with(std::string pattern, const std::string& place) {
    for (auto at = pattern.find('{'); at != std::string::npos; at = pattern.find('{'))
        pattern.replace(at, pattern.find('}') - at + 1, place);
    return pattern;
}

TEST_F(DescribedRoutes, AreThoseOfTheRouter) {
    const auto described = described_routes(parts);
    EXPECT_EQ(names_of(router.routes(), described), "") << "have no line in adapters/*/openapi/*.json";
    EXPECT_EQ(names_of(described, router.routes()), "") << "are described, but not registered";
    auto sorted = described;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end()) << "a route is described twice";
}

TEST_F(DescribedRoutes, AnswerBadRequestsAsDescribed) {
    const auto document = describe(parts, router.routes());
    std::size_t answers = 0;
    for (const auto& path : document.at("paths").as_object()) {
        for (const auto& operation : path.value().as_object()) {
            std::string method(operation.key());
            std::transform(method.begin(), method.end(), method.begin(),
                           [](char c) { return static_cast<char>(c - 'a' + 'A'); });
            const auto& described = operation.value().at("responses").as_object();
            for (const auto& place : {"2251799813699999", "no-key"}) {
                for (const auto& [body, type] : {std::pair{"", ""},
                                                 {"{}", "application/json"},
                                                 {"[1]", "application/json"},
                                                 {"{\"nobodyKnowsThis\": 1}", "application/json"},
                                                 {"{", "application/json"},
                                                 {"x", "text/plain"}}) {
                    if (method == "GET" && *body) continue;
                    const auto name = path_with(std::string(path.key()), place);
                    const auto response = ask(method, name, body, type);
                    ++answers;
                    const auto* answer = described.if_contains(std::to_string(response.status));
                    EXPECT_TRUE(answer) << method << " " << name << " " << body << " answers " << response.status << " "
                                        << response.body;
                    const auto type_of = [](const http::Response& it) {
                        for (const auto& [header, value] : it.headers)
                            if (header == "Content-Type") return value;
                        return std::string();
                    };
                    if (answer && answer->as_object().contains("content")) {
                        EXPECT_TRUE(answer->at("content").as_object().contains(type_of(response)) ||
                                    answer->at("content").as_object().contains("*/*"))
                            << method << " " << name << " answers " << type_of(response);
                    }
                }
            }
        }
    }
    EXPECT_GT(answers, 1'000U);
}

TEST_F(DescribedRoutes, RefuseMembersThatAreNotDescribed) {
    const auto document = describe(parts, router.routes());
    for (const auto& path : document.at("paths").as_object()) {
        if (!std::string_view(path.key()).starts_with("/v2")) continue;
        for (const auto& operation : path.value().as_object()) {
            const auto* body = operation.value().as_object().if_contains("requestBody");
            if (!body || !body->at("content").as_object().contains("application/json")) continue;
            std::string method(operation.key());
            std::transform(method.begin(), method.end(), method.begin(),
                           [](char c) { return static_cast<char>(c - 'a' + 'A'); });
            const auto response =
                ask(method, path_with(std::string(path.key()), "2251799813699999"), R"({"nobodyKnowsThis": 1})");
            EXPECT_TRUE(response.status == 400 || response.status == 404)
                << method << " " << path.key() << " answers " << response.status;
        }
    }
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
