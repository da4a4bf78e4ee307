#include "adapters/http/message.h"

#include <gtest/gtest.h>

#include "adapters/http/problem.h"

namespace dandori::http {
namespace {

TEST(Request, FindsHeadersInAnyCase) {
    Request request;
    request.headers = {{"Content-Type", "text/plain"}, {"content-type", "second"}};
    EXPECT_EQ(request.header("CONTENT-TYPE"), "text/plain");
    EXPECT_FALSE(request.header("Accept"));
}

TEST(Request, FindsCookiesInAllTheirHeaders) {
    Request request;
    request.headers = {{"Cookie", "a=1; session=\"x y\" ;b"}, {"cookie", "late=2=3"}};
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("session"), "x y");
    EXPECT_EQ(request.cookie("late"), "2=3");
    EXPECT_FALSE(request.cookie("b"));
    EXPECT_FALSE(request.cookie("A"));
}

TEST(Request, FindsTheFirstQueryParameter) {
    Request request;
    request.query = {{"q", "1"}, {"q", "2"}};
    EXPECT_EQ(request.query_parameter("q"), "1");
    EXPECT_FALSE(request.query_parameter("r"));
}

TEST(Problem, HasAllFiveMembers) {
    const auto response = problem(409, "INVALID_STATE", "It is \"done\"\n段取り\x01.", "/v2/jobs/1/completion");
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.headers.front(),
              (std::pair<std::string, std::string>{"Content-Type", "application/problem+json"}));
    EXPECT_EQ(
        response.body,
        R"({"type":"about:blank","title":"INVALID_STATE","status":409,"detail":"It is \"done\"\n段取り\u0001.","instance":"/v2/jobs/1/completion"})");
}

TEST(Problem, IsTitledAsClientsExpect) {
    Request request;
    request.path = "/v2/topology";
    const auto title = [&](int status) {
        const auto body = problem(status, "", request).body;
        const auto from = body.find("title\":\"") + 8;
        return body.substr(from, body.find('"', from) - from);
    };
    EXPECT_EQ(title(401), "UNAUTHORIZED");
    EXPECT_EQ(title(403), "FORBIDDEN");
    EXPECT_EQ(title(404), "NOT_FOUND");
    EXPECT_EQ(title(415), "Unsupported Media Type");
}

}  // namespace
}  // namespace dandori::http
