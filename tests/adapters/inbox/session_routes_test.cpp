#include <gtest/gtest.h>

#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using test::Wire;

class SessionRoutes : public testing::Test {
  protected:
    SessionRoutes() { wire_.add_user("tanto", {"iom.operator"}); }
    Wire wire_{[] {
        InboxSettings settings;
        settings.mail_token = "mail-token";
        return settings;
    }()};
};

TEST_F(SessionRoutes, SignAPersonInAndOut) {
    EXPECT_EQ(wire_.ask({}, "GET", "/api/session").status, 401);
    const auto response =
        wire_.ask({}, "POST", "/api/session", R"({"username":"tanto","password":"a right password"})");
    ASSERT_EQ(response.status, 200);
    const auto cookie = Wire::header_of(response, "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("dandori_session="));
    EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"));
    EXPECT_EQ(Wire::header_of(response, "Cache-Control"), "no-store");
    auto session = json::parse(response.body).as_object();
    const test::Browser browser{cookie.substr(0, cookie.find(';')), std::string(session["csrfToken"].as_string())};
    session.erase("csrfToken");
    EXPECT_EQ(json::serialize(session),
              R"({"username":"tanto","name":"tanto の名前","post":"税務課 担当","groups":["iom.operator"],"hasPassword":true,"standsFor":[]})");
    EXPECT_EQ(wire_.ask(browser, "GET", "/api/session").body, response.body);
    EXPECT_EQ(wire_.ask(browser, "DELETE", "/api/session").status, 204);
    EXPECT_EQ(wire_.ask(browser, "GET", "/api/session").status, 401);
}

TEST_F(SessionRoutes, RefuseAWrongPasswordAndThenForAWhileEveryOne) {
    const std::string wrong = R"({"username":"tanto","password":"wrong"})";
    for (int i = 0; i < 4; ++i) EXPECT_EQ(wire_.ask({}, "POST", "/api/session", wrong).status, 401);
    const auto refused = wire_.ask({}, "POST", "/api/session", wrong);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(Wire::header_of(refused, "Retry-After"), "60");
    EXPECT_TRUE(wire_.sign_in("tanto").cookie.empty());
    wire_.rows.clock.advance(60'000);
    EXPECT_FALSE(wire_.sign_in("tanto").cookie.empty());
}

TEST_F(SessionRoutes, AskForNameAndPasswordAsTexts) {
    for (const auto* body : {"{}", "[]", R"({"username":1,"password":"x"})", "{", ""})
        EXPECT_EQ(wire_.ask({}, "POST", "/api/session", body).status, 400) << body;
}

TEST_F(SessionRoutes, NeedTheTokenOfThePageForEverythingThatChanges) {
    auto browser = wire_.sign_in("tanto");
    browser.csrf_token = "another";
    EXPECT_EQ(wire_.ask(browser, "GET", "/api/people").status, 200);
    EXPECT_EQ(wire_.ask(browser, "POST", "/api/cases/search", "{}").status, 403);
    EXPECT_EQ(wire_.ask(browser, "DELETE", "/api/session").status, 403);
    browser.csrf_token.clear();
    EXPECT_EQ(wire_.ask(browser, "PUT", "/api/drafts/task-1", R"({"values":{}})").status, 403);
    EXPECT_EQ(wire_.ask({}, "POST", "/api/cases/search", "{}").status, 401);
}

TEST_F(SessionRoutes, ChangeThePasswordAndEndItsOtherSessions) {
    const auto here = wire_.sign_in("tanto"), elsewhere = wire_.sign_in("tanto");
    const std::string path = "/api/session/password";
    EXPECT_EQ(wire_.ask(here, "POST", path, R"({"current":"wrong","new":"another password"})").status, 401);
    EXPECT_EQ(wire_.ask(here, "POST", path, R"({"current":"a right password","new":"short"})").status, 400);
    EXPECT_EQ(wire_.ask(here, "POST", path, R"({"current":"a right password","new":"another password"})").status, 204);
    EXPECT_EQ(wire_.ask(here, "GET", "/api/session").status, 200);
    EXPECT_EQ(wire_.ask(elsewhere, "GET", "/api/session").status, 401);
    EXPECT_TRUE(wire_.sign_in("tanto").cookie.empty());
    EXPECT_FALSE(wire_.sign_in("tanto", "another password").cookie.empty());
}

TEST_F(SessionRoutes, AdmitProgramsByBasic) {
    auto request = Wire::request_of("POST", "/api/cases/search", "{}");
    request.headers.emplace_back("Authorization", "basic dGFudG86YSByaWdodCBwYXNzd29yZA==");
    EXPECT_EQ(wire_.send(request).status, 200);
    request.headers.back().second = "Basic dGFudG86d3Jvbmc=";
    const auto refused = wire_.send(request);
    EXPECT_EQ(refused.status, 401);
    EXPECT_TRUE(Wire::header_of(refused, "WWW-Authenticate").starts_with("Basic "));
    request.headers.back().second = "Basic !";
    EXPECT_EQ(wire_.send(request).status, 401);
}

TEST_F(SessionRoutes, TellOtherRoomsWhoAsks) {
    wire_.add_user("vendor", {"vendor.staff"});
    const auto admitted = [&](const std::string& username) {
        auto request = Wire::request_of("GET", "/v2/topology");
        request.headers.emplace_back("Cookie", wire_.sign_in(username).cookie);
        return wire_.inbox->guard().admit(request).value();
    };
    EXPECT_EQ(admitted("tanto").actor->username, "tanto");
    EXPECT_EQ(admitted("tanto").actor->groups, std::vector<std::string>{"iom.operator"});
    EXPECT_EQ(admitted("tanto").actor->roles, std::vector<std::string>{"desk"});
    EXPECT_TRUE(admitted("vendor").actor->roles.empty());
}

TEST_F(SessionRoutes, LetTheMailTokenDoNothingElse) {
    auto request = Wire::request_of("POST", "/api/cases/search", "{}");
    request.headers.emplace_back("Authorization", "Bearer mail-token");
    EXPECT_EQ(wire_.send(request).status, 401);
}

TEST_F(SessionRoutes, DontMakeABrowserAskForAPasswordItself) {
    EXPECT_EQ(Wire::header_of(wire_.ask({}, "GET", "/api/people"), "WWW-Authenticate"), "Session");
}

TEST_F(SessionRoutes, SpeakTheLanguageThatIsAskedFor) {
    auto request = Wire::request_of("GET", "/api/people");
    EXPECT_EQ(json::parse(wire_.send(request).body).at("detail").as_string(), "Sign in first.");
    request.headers.emplace_back("Accept-Language", "ja,en;q=0.5");
    EXPECT_EQ(json::parse(wire_.send(request).body).at("detail").as_string(), "サインインしてください。");
}

TEST(OpenRoutes, AdmitEverybodyButKnowWhoIsSignedIn) {
    InboxSettings settings;
    settings.admits_without_sign_in = true;
    settings.is_behind_tls = true;
    Wire wire(settings);
    wire.add_user("tanto", {});
    EXPECT_EQ(wire.ask({}, "POST", "/api/cases/search", "{}").status, 200);
    const auto browser = wire.sign_in("tanto");
    EXPECT_EQ(wire.ask(browser, "GET", "/api/session").status, 200);
    const auto response = wire.ask({}, "POST", "/api/session", R"({"username":"tanto","password":"a right password"})");
    const auto cookie = Wire::header_of(response, "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-dandori_session=")) << "no other host and no unencrypted page can set it";
    EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"));
    auto set_elsewhere = browser;
    set_elsewhere.cookie.erase(0, std::string_view("__Host-").size());
    EXPECT_EQ(wire.ask(set_elsewhere, "GET", "/api/session").status, 401);
}

}  // namespace
}  // namespace dandori::inbox
