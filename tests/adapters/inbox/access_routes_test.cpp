#include <gtest/gtest.h>

#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using test::Wire;

class AccessRoutes : public testing::Test {
  protected:
    AccessRoutes() {
        wire_.add_user("tanto", {"iom.operator"});
        wire_.add_user("joho", {});
        tanto_ = wire_.sign_in("tanto");
        joho_ = wire_.sign_in("joho");
    }
    http::Response with_token(const std::string& token, const std::string& method, const std::string& path) {
        auto request = Wire::request_of(method, path);
        request.headers.emplace_back("Authorization", "Bearer " + token);
        return wire_.send(std::move(request));
    }
    static json::array items(const http::Response& response) { return json::parse(response.body).at("items").as_array(); }
    Wire wire_;
    test::Browser tanto_, joho_;
};

TEST_F(AccessRoutes, GiveATokenThatSignsInUntilItIsRevoked) {
    const auto made = wire_.ask(tanto_, "POST", "/api/access-tokens", R"({"name": "batch job", "password": "a right password"})");
    ASSERT_EQ(made.status, 201);
    const auto token = std::string(json::parse(made.body).at("token").as_string());
    const auto id = std::string(json::parse(made.body).at("tokenId").as_string());
    EXPECT_TRUE(token.starts_with("dandori_"));
    EXPECT_EQ(with_token(token, "GET", "/api/people").status, 200);
    EXPECT_EQ(with_token(token + "x", "GET", "/api/people").status, 401);
    const auto listed = wire_.ask(tanto_, "GET", "/api/access-tokens");
    EXPECT_EQ(items(listed).size(), 1u);
    EXPECT_EQ(listed.body.find(token), std::string::npos) << "only its hash is kept";
    EXPECT_TRUE(items(wire_.ask(joho_, "GET", "/api/access-tokens")).empty());
    EXPECT_EQ(wire_.ask(joho_, "DELETE", "/api/access-tokens/" + id).status, 404) << "somebody else's";
    EXPECT_EQ(with_token(token, "GET", "/api/people").status, 200);
    EXPECT_EQ(wire_.ask(tanto_, "DELETE", "/api/access-tokens/" + id).status, 204);
    EXPECT_EQ(with_token(token, "GET", "/api/people").status, 401);
}

TEST_F(AccessRoutes, EndATokenAtItsTime) {
    const auto made = wire_.ask(tanto_, "POST", "/api/access-tokens", R"({"name": "a", "expiresInDays": 1, "password": "a right password"})");
    const auto token = std::string(json::parse(made.body).at("token").as_string());
    wire_.rows.clock.advance(24 * 60 * 60'000 - 1);
    EXPECT_EQ(with_token(token, "GET", "/api/people").status, 200);
    wire_.rows.clock.advance(1);
    EXPECT_EQ(with_token(token, "GET", "/api/people").status, 401);
}

TEST_F(AccessRoutes, AskABrowserForThePasswordOnceMore) {
    const auto made_with = [&](const std::string& more) { return wire_.ask(tanto_, "POST", "/api/access-tokens", R"({"name": "a")" + more + "}"); };
    EXPECT_EQ(made_with("").status, 400);
    EXPECT_EQ(made_with(R"(, "password": 1)").status, 400);
    EXPECT_EQ(made_with(R"(, "password": "a wrong password")").status, 403) << "the session isn't over";
    EXPECT_EQ(made_with(R"(, "colour": "red")").status, 400);
    for (int i = 0; i < 5; ++i) made_with(R"(, "password": "a wrong password")");
    EXPECT_EQ(made_with(R"(, "password": "a right password")").status, 429) << "it is no way to try passwords";
    EXPECT_TRUE(items(wire_.ask(tanto_, "GET", "/api/access-tokens")).empty());
    auto request = Wire::request_of("POST", "/api/access-tokens", R"({"name": "a"})");
    request.headers.emplace_back("Authorization", "Basic am9obzphIHJpZ2h0IHBhc3N3b3Jk");
    EXPECT_EQ(wire_.send(request).status, 201) << "a program has just shown it";
}

TEST_F(AccessRoutes, RefuseWhatIsNoToken) {
    EXPECT_EQ(wire_.ask(tanto_, "POST", "/api/access-tokens", R"({"name": "", "password": "a right password"})").status, 400);
    EXPECT_EQ(wire_.ask(tanto_, "POST", "/api/access-tokens", R"({"name": "a", "expiresInDays": 0})").status, 400);
    EXPECT_EQ(wire_.ask(tanto_, "POST", "/api/access-tokens", R"({"name": "a", "expiresInDays": "1"})").status, 400);
    EXPECT_EQ(wire_.ask({}, "GET", "/api/access-tokens").status, 401);
}

TEST_F(AccessRoutes, ListAndEndOnesOwnSessionsOnly) {
    const auto elsewhere = wire_.sign_in("tanto");
    const auto listed = items(wire_.ask(tanto_, "GET", "/api/sessions"));
    ASSERT_EQ(listed.size(), 2u);
    const auto other = listed[0].at("isThis").as_bool() ? listed[1] : listed[0];
    EXPECT_NE(listed[0].at("isThis"), listed[1].at("isThis"));
    const auto path = "/api/sessions/" + std::string(other.at("sessionId").as_string());
    EXPECT_EQ(wire_.ask(joho_, "DELETE", path).status, 404);
    EXPECT_EQ(wire_.ask(elsewhere, "GET", "/api/session").status, 200);
    EXPECT_EQ(wire_.ask(tanto_, "DELETE", path).status, 204);
    EXPECT_EQ(wire_.ask(elsewhere, "GET", "/api/session").status, 401);
    EXPECT_EQ(wire_.ask(tanto_, "GET", "/api/session").status, 200);
}

}  // namespace
}  // namespace dandori::inbox
