// A browser's way to the identity provider and back; the provider is a table of answers here. tests/openid goes the same way
// through a real one.
#include <gtest/gtest.h>

#include <future>

#include "adapters/http/target.h"
#include "tests/adapters/inbox/issuer_key.h"
#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using test::Wire;

constexpr std::string_view issuer = "https://id.example.jp/realms/ward";

std::string parameter(const std::string& text, std::string_view name) {
    const auto query = http::read_query(text.substr(text.find('?') + 1));
    for (const auto& [each, value] : query.value())
        if (each == name) return value;
    return "";
}

class SignInAtProvider : public testing::Test {
  protected:
    SignInAtProvider()
        : wire_([this] {
              InboxSettings settings;
              settings.provider = {std::string(issuer), "dandori", "a secret/", "openid profile", "https://desk.example.jp/api/session/provider/return", "区役所"};
              settings.tokens.groups_claim = "teams";
              settings.fetch = [this](const Outgoing& asked) { return answer(asked); };
              settings.log = [this](const std::string& text) { logged_ = text; };
              return settings;
          }()) {
        told_ = {{"issuer", issuer},
                 {"authorization_endpoint", std::string(issuer) + "/auth"},
                 {"token_endpoint", std::string(issuer) + "/token"},
                 {"userinfo_endpoint", std::string(issuer) + "/me"},
                 {"jwks_uri", std::string(issuer) + "/keys"}};
        claims_ = {{"iss", issuer}, {"aud", "dandori"}, {"sub", "u-1"}, {"preferred_username", "suzuki"}, {"name", "鈴木 花子"},
                   {"exp", wire_.rows.clock.now().milliseconds / 1000 + 300}};
    }

    Result<std::string> answer(const Outgoing& asked) {
        asked_ = asked;
        const auto path = asked.url.substr(issuer.size());
        if (path == "/.well-known/openid-configuration") return json::serialize(told_);
        if (path == "/keys") return "{\"keys\":[" + key_.jwk() + "]}";
        if (path == "/me") return json::serialize(user_info_);
        if (path != "/token") return fail(Failure::Kind::Unspecified, "nobody there");
        redeemed_ = asked;
        return json::serialize(json::object{{"id_token", signer_->token(claims_, "RS256")}, {"access_token", "for-me"}});
    }

    http::Response get(const std::string& target, const std::string& cookie = "") {
        auto request = Wire::request_of("GET", target.substr(0, target.find('?')));
        if (target.find('?') != std::string::npos) request.query = http::read_query(target.substr(target.find('?') + 1)).value();
        if (!cookie.empty()) request.headers.emplace_back("Cookie", cookie);
        request.is_encrypted = true;
        request.client_address = "10.0.0.7";
        std::promise<http::Response> response;
        wire_.router.handle(std::move(request), [&](http::Response it) { response.set_value(std::move(it)); });
        return response.get_future().get();
    }

    /// Goes to the provider: the cookie that the browser keeps meanwhile. The provider remembers the nonce.
    std::string go(const std::string& to = "") {
        const auto response = get("/api/session/provider" + to);
        EXPECT_EQ(response.status, 303);
        url_ = Wire::header_of(response, "Location");
        claims_["nonce"] = parameter(url_, "nonce");
        const auto cookie = Wire::header_of(response, "Set-Cookie");
        return cookie.substr(0, cookie.find(';'));
    }

    http::Response come_back(const std::string& cookie, const std::string& more = "&code=c1") {
        return get("/api/session/provider/return?state=" + parameter(url_, "state") + more, cookie);
    }

    static std::string session_in(const http::Response& response) {
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie" && value.starts_with("__Host-dandori_session=")) return value.substr(0, value.find(';'));
        return "";
    }

    /// What is logged where nobody is signed in.
    std::string refusal_of(const http::Response& response) {
        EXPECT_EQ(response.status, 303);
        EXPECT_EQ(Wire::header_of(response, "Location"), "/?signIn=refused");
        EXPECT_EQ(session_in(response), "");
        return std::exchange(logged_, "");
    }

    json::object told_, claims_, user_info_{{"sub", "u-1"}};
    test::IssuerKey key_{"RSA", "k1"}, stranger_{"RSA", "k1"};
    const test::IssuerKey* signer_ = &key_;
    Outgoing asked_, redeemed_;
    std::string logged_, url_;
    Wire wire_;
};

TEST_F(SignInAtProvider, GoesThereWithAChallengeAndComesBackIntoASession) {
    EXPECT_EQ(get("/api/session/ways").body, R"({"provider":"区役所"})");
    const auto cookie = go("?to=%2Fcases%2FINC-1");
    EXPECT_TRUE(url_.starts_with(std::string(issuer) + "/auth?response_type=code&client_id=dandori&")) << url_;
    EXPECT_EQ(parameter(url_, "redirect_uri"), "https://desk.example.jp/api/session/provider/return");
    EXPECT_EQ(parameter(url_, "code_challenge_method"), "S256");
    EXPECT_EQ(parameter(url_, "code_challenge").size(), 43u);
    EXPECT_EQ(parameter(url_, "scope"), "openid profile");
    const auto response = come_back(cookie, "&code=c1&iss=https%3A%2F%2Fid.example.jp%2Frealms%2Fward");
    EXPECT_EQ(logged_, "");
    EXPECT_EQ(Wire::header_of(response, "Location"), "/cases/INC-1");
    EXPECT_EQ(redeemed_.authorization, "Basic ZGFuZG9yaTphJTIwc2VjcmV0JTJG") << "dandori:a%20secret%2F";
    EXPECT_EQ(parameter("?" + redeemed_.form, "code"), "c1");
    EXPECT_EQ(parameter("?" + redeemed_.form, "code_verifier").size(), 43u);
    const auto session = json::parse(get("/api/session", session_in(response)).body);
    EXPECT_EQ(session.at("username"), "suzuki");
    EXPECT_EQ(session.at("name"), "鈴木 花子");
    EXPECT_EQ(session.at("hasPassword"), false);
    const auto row = engine::find<engine::Session>(wire_.rows.store, {}).rows.front();
    EXPECT_EQ(row.address, "10.0.0.7");
    EXPECT_EQ(row.claims.text.find("nonce"), std::string::npos);
}

TEST_F(SignInAtProvider, CookiesAreForTheWayBackOnly) {
    const auto response = get("/api/session/provider");
    EXPECT_TRUE(Wire::header_of(response, "Set-Cookie").ends_with("; Path=/api/session/provider; HttpOnly; SameSite=Lax; Max-Age=600; Secure"));
    const auto back = come_back(go());
    const auto forgets = [](const auto& header) { return header.second.starts_with("dandori_sign_in=; "); };
    EXPECT_TRUE(std::any_of(back.headers.begin(), back.headers.end(), forgets)) << "it is used once";
    EXPECT_TRUE(Wire::header_of(back, "Set-Cookie").starts_with("__Host-dandori_session="));
}

TEST_F(SignInAtProvider, EntrasGroupsAndKeycloaksRolesReachOursByMappingRules) {
    wire_.rows.put(engine::MappingRule{"entra-desk", "groups", "5f0c9e1a-0000-4000-8000-000000000001", "Desk"});
    wire_.rows.put(engine::membership(engine::CircleType::Group, "iom.operator", engine::OwnerType::MappingRule, "entra-desk"));
    wire_.rows.put(engine::MappingRule{"keycloak-chief", "realm_access.roles", "chief", "Chief"});
    wire_.rows.put(engine::membership(engine::CircleType::Group, "ward_is.chief", engine::OwnerType::MappingRule, "keycloak-chief"));
    const auto groups = [&] {
        const auto session = session_in(come_back(go()));
        return json::serialize(json::parse(get("/api/session", session).body).at("groups"));
    };
    EXPECT_EQ(groups(), "[]");
    claims_["groups"] = json::array{"5f0c9e1a-0000-4000-8000-000000000001"};
    EXPECT_EQ(groups(), R"(["iom.operator"])");
    claims_.erase("groups");
    user_info_["realm_access"] = json::object{{"roles", json::array{"chief", "offline_access"}}};
    EXPECT_EQ(groups(), R"(["ward_is.chief"])") << "told by userinfo";
    user_info_["sub"] = "somebody else";
    EXPECT_EQ(groups(), "[]") << "userinfo of another person counts for nothing";
    claims_["teams"] = json::array{"ward.staff"};
    EXPECT_EQ(groups(), R"(["ward.staff"])") << "--token-groups-claim";
}

TEST_F(SignInAtProvider, NobodyComesBackWhoDidNotBeginHere) {
    const auto cookie = go();
    const auto state = parameter(url_, "state");
    EXPECT_NE(refusal_of(get("/api/session/provider/return?code=c1&state=" + state)).find("'state'"), std::string::npos) << "no cookie";
    EXPECT_NE(refusal_of(get("/api/session/provider/return?code=c1&state=x", cookie)).find("'state'"), std::string::npos);
    EXPECT_NE(refusal_of(get("/api/session/provider/return?code=c1&state=" + state, "dandori_sign_in=mine.Lw")).find("'state'"), std::string::npos)
        << "a cookie that somebody else made";
    EXPECT_NE(refusal_of(come_back(cookie, "&code=c1&iss=https%3A%2F%2Fevil.example")).find("'iss'"), std::string::npos);
    EXPECT_NE(refusal_of(come_back(cookie, "&error=access_denied")).find("access_denied"), std::string::npos);
    EXPECT_NE(refusal_of(come_back(cookie, "")).find("no code"), std::string::npos);
    EXPECT_EQ(redeemed_.url, "") << "no code of these was shown to the provider";
}

TEST_F(SignInAtProvider, TokensMustBeOfThisSignInForUsAndSigned) {
    const auto refused_with = [&](std::string_view claim, const json::value& value) {
        const auto cookie = go();
        const auto before = claims_;
        claims_[claim] = value;
        const auto why = refusal_of(come_back(cookie));
        claims_ = before;
        return why;
    };
    EXPECT_NE(refused_with("nonce", "another").find("'nonce'"), std::string::npos);
    EXPECT_NE(refused_with("aud", "other").find("'aud'"), std::string::npos);
    EXPECT_NE(refused_with("azp", "other").find("'azp'"), std::string::npos);
    EXPECT_NE(refused_with("iss", "https://evil.example").find("was issued by"), std::string::npos);
    EXPECT_NE(refused_with("exp", 1).find("expired"), std::string::npos);
    EXPECT_NE(refused_with("sub", "").find("'sub'"), std::string::npos);
    EXPECT_NE(refused_with("teams", json::string(20'000, 'x')).find("longer"), std::string::npos);
    signer_ = &stranger_;
    EXPECT_NE(refusal_of(come_back(go())).find("signature"), std::string::npos);
}

TEST_F(SignInAtProvider, TakesNoLocalAccountOverAndFindsItsOwnAgain) {
    wire_.add_user("suzuki", {"administrators"});
    EXPECT_NE(refusal_of(come_back(go())).find("local account"), std::string::npos);
    claims_["preferred_username"] = "tanaka";
    EXPECT_NE(session_in(come_back(go())), "");
    claims_["name"] = "田中 新";
    EXPECT_NE(session_in(come_back(go())), "");
    EXPECT_EQ(wire_.inbox->accounts().find("tanaka")->name, "田中 新");
    EXPECT_FALSE(wire_.inbox->accounts().check("tanaka", "")) << "without a password nobody signs in by one";
}

TEST_F(SignInAtProvider, GoesAfterwardsOnlyToPagesOfOurs) {
    for (const auto* to : {"?to=https%3A%2F%2Fevil.example", "?to=%2F%2Fevil.example", "?to=%2F%5Cevil.example", "?to=%2Fa%20b", ""}) {
        const auto response = come_back(go(to));
        EXPECT_EQ(Wire::header_of(response, "Location"), "/") << to;
        EXPECT_NE(session_in(response), "");
    }
}

TEST_F(SignInAtProvider, AsksOnlyProvidersThatAreWhoTheySayOverTls) {
    told_["issuer"] = "https://id.example.jp/realms/other";
    EXPECT_NE(refusal_of(get("/api/session/provider")).find("calls itself"), std::string::npos);
    told_["issuer"] = issuer;
    told_["token_endpoint"] = "http://id.example.jp/token";
    EXPECT_NE(refusal_of(get("/api/session/provider")).find("https is needed"), std::string::npos);
    Wire without;
    EXPECT_EQ(without.ask({}, "GET", "/api/session/provider").status, 404);
    EXPECT_EQ(without.ask({}, "GET", "/api/session/ways").body, R"({"provider":null})");
}

}  // namespace
}  // namespace dandori::inbox
