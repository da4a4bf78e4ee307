#include "adapters/http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace dandori::http {
namespace {

Handler says(std::string text) {
    return [text](const Request& request, const Respond& respond) {
        std::string body = text;
        for (const auto& [name, value] : request.parameters) body += " " + name + "=" + value;
        respond({200, {}, body});
    };
}

class RouterTest : public testing::Test {
  protected:
    RouterTest() {
        router.add("GET", "/users/{username}", says("user"));
        router.add("POST", "/users/search", says("search"));
        router.add("POST", "/d/{key}/statistics/e", says("of one"));
        router.add("POST", "/d/statistics/e", says("of all"));
        router.add("DELETE", "/d/{definition}/x/{other}", says("both"));
        router.add("GET", "/", says("home"));
    }
    Response ask(std::string method, std::string path) {
        Request request;
        request.method = std::move(method);
        request.path = std::move(path);
        Response answer{0, {}, {}};
        router.handle(std::move(request), [&](Response response) { answer = std::move(response); });
        return answer;
    }
    Router router;
};

TEST_F(RouterTest, TakesLiteralSegmentsBeforeParameters) {
    EXPECT_EQ(ask("POST", "/users/search").body, "search");
    EXPECT_EQ(ask("GET", "/users/search").body, "user username=search");
    EXPECT_EQ(ask("POST", "/d/statistics/e").body, "of all");
    EXPECT_EQ(ask("POST", "/d/5/statistics/e").body, "of one key=5");
    EXPECT_EQ(ask("DELETE", "/d/5/x/6").body, "both definition=5 other=6");
    EXPECT_EQ(ask("GET", "/").body, "home");
}

TEST_F(RouterTest, AnswersHeadByGet) { EXPECT_EQ(ask("HEAD", "/users/a").body, "user username=a"); }

TEST_F(RouterTest, NamesTheMethodsThatAreAllowed) {
    const auto answer = ask("PUT", "/users/search");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.headers.at(answer.headers.size() - 2), (std::pair<std::string, std::string>{"Allow", "GET, HEAD, POST"}));
}

TEST_F(RouterTest, Answers404OrWhatElseIsThere) {
    EXPECT_EQ(ask("GET", "/nothing").status, 404);
    EXPECT_EQ(ask("GET", "/users/").status, 404);
    EXPECT_EQ(ask("GET", "/users").status, 404);
    router.otherwise(says("file"));
    EXPECT_EQ(ask("GET", "/nothing").body, "file");
    EXPECT_EQ(ask("PUT", "/users/search").status, 405);
}

TEST_F(RouterTest, AnswersAnExceptionWith500AndKeepsItsWordsBack) {
    router.add("GET", "/fault",
               [](const Request&, const Respond&) { throw std::runtime_error("a secret of the database"); });
    const auto answer = ask("GET", "/fault");
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST_F(RouterTest, RefusesTheSameRouteTwice) {
    EXPECT_THROW(router.add("GET", "/users/{other}", says("")), std::invalid_argument);
}

TEST_F(RouterTest, NamesEachRequestAndTellsWhoLooksOn) {
    std::vector<Exchange> seen;
    router.observed_by([&](const Exchange& exchange) { seen.push_back(exchange); });
    router.add("GET", "/named/{key}", [](const Request& request, const Respond& respond) { respond({201, {}, request.id}); });
    const auto answer = [&](const std::string& id) {
        Request request;
        request.method = "GET";
        request.path = "/named/7";
        request.client_address = "198.51.100.7";
        if (!id.empty()) request.headers.emplace_back("X-Request-ID", id);
        Response given;
        router.handle(std::move(request), [&](Response response) { given = std::move(response); });
        return given;
    };
    EXPECT_EQ(answer("mine-1.2_3").body, "mine-1.2_3");
    EXPECT_EQ(answer("mine-1.2_3").headers.back(), (std::pair<std::string, std::string>("X-Request-Id", "mine-1.2_3")));
    for (const std::string& bad : {std::string(), std::string(65, 'a'), std::string("a b"), std::string("a\r\nSet-Cookie: x")}) {
        const auto id = answer(bad).body;
        EXPECT_NE(id, bad);
        EXPECT_EQ(id.size(), 24u);
    }
    EXPECT_NE(answer("").body, answer("").body);
    ASSERT_GE(seen.size(), 1u);
    EXPECT_EQ(seen[0].route, "/named/{key}");
    EXPECT_EQ(seen[0].path, "/named/7");
    EXPECT_EQ(seen[0].status, 201);
    EXPECT_EQ(seen[0].answer_bytes, 10u);
    EXPECT_EQ(seen[0].client_address, "198.51.100.7");
}

}  // namespace
}  // namespace dandori::http
