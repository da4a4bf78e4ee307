#include "adapters/inbox/bearer_tokens.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/adapters/inbox/issuer_key.h"
#include "tests/adapters/inbox/written_rows.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using test::IssuerKey;

class TheBearerTokens : public testing::Test {
  protected:
    TheBearerTokens() {
        settings_.issuer = "https://id.example.jp/realms/ward";
        settings_.audience = "dandori";
        settings_.keys_url = "https://id.example.jp/keys";
        settings_.groups_claim = "groups";
        publish({&rsa_, &ec_});
        claims_ = {{"iss", settings_.issuer},
                   {"aud", json::array{"account", "dandori"}},
                   {"exp", seconds() + 300},
                   {"preferred_username", "suzuki"},
                   {"groups", json::array{"ward.staff", "not a group"}},
                   {"realm_access", json::object{{"roles", json::array{"desk-people"}}}}};
        make();
    }
    void make() {
        tokens_ = std::make_unique<BearerTokens>(
            settings_,
            [this](const Outgoing& asked) -> Result<std::string> {
                ++fetched_;
                EXPECT_EQ(asked.url, settings_.keys_url);
                if (is_unreachable_) return fail(Failure::Kind::Unspecified, "nobody there");
                return keys_;
            },
            rows_.clock, rows_.access().directory);
    }
    void publish(std::initializer_list<const IssuerKey*> keys) {
        keys_ = R"({"keys":[{"kty":"oct","k":"AAAA"})";
        for (const auto* key : keys) keys_ += "," + key->jwk();
        keys_ += "]}";
    }
    std::int64_t seconds() const { return rows_.clock.now().milliseconds / 1000; }
    /// The username, or why not.
    std::string admitted(const std::string& token) {
        const auto actor = tokens_->admit(token);
        return actor ? actor->username : "refused: " + actor.error().text;
    }
    std::string admitted_with(std::string_view claim, const json::value& value) {
        auto claims = claims_;
        if (value.is_null()) claims.erase(claim);
        else claims[claim] = value;
        return admitted(rsa_.token(claims, "RS256"));
    }

    test::WrittenRows rows_;
    IssuerKey rsa_{"RSA", "r1"}, ec_{"EC", "e1"};
    TokenSettings settings_;
    std::string keys_;
    json::object claims_;
    int fetched_ = 0;
    bool is_unreachable_ = false;
    std::unique_ptr<BearerTokens> tokens_;
};

TEST_F(TheBearerTokens, AreTakenWithEachAlgorithmWeKnow) {
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "suzuki");
    EXPECT_EQ(admitted(rsa_.token(claims_, "PS256")), "suzuki");
    EXPECT_EQ(admitted(ec_.token(claims_, "ES256")), "suzuki");
    EXPECT_EQ(fetched_, 1) << "keys are kept";
}

TEST_F(TheBearerTokens, AreRefusedUnsignedOrWithAnotherAlgorithmThanTheKeys) {
    const auto unsigned_token = to_base64url(R"({"alg":"none"})") + "." + to_base64url(json::serialize(claims_)) + ".";
    EXPECT_EQ(admitted(unsigned_token), "refused: The token's algorithm must be RS256, PS256 or ES256; found 'none'.");
    const auto symmetric = to_base64url(R"({"alg":"HS256"})") + "." + to_base64url(json::serialize(claims_)) + ".AAAA";
    EXPECT_TRUE(admitted(symmetric).starts_with("refused: The token's algorithm"));
    auto token = rsa_.token(claims_, "RS256");
    const auto header_end = token.find('.');
    token = to_base64url(R"({"alg":"ES256","kid":"r1"})") + token.substr(header_end);
    EXPECT_EQ(admitted(token), "refused: The token's signature is not the issuer's.");
    EXPECT_EQ(admitted("a.b"), "refused: A signed token has three parts with dots between.");
    EXPECT_TRUE(admitted(std::string(20'000, 'a')).starts_with("refused: The token is longer"));
}

TEST_F(TheBearerTokens, AreRefusedWhenAnythingInThemWasChanged) {
    const auto token = rsa_.token(claims_, "RS256");
    auto claims = claims_;
    claims["preferred_username"] = "admin";
    const auto first = token.find('.'), last = token.rfind('.');
    const auto forged = token.substr(0, first + 1) + to_base64url(json::serialize(claims)) + token.substr(last);
    EXPECT_EQ(admitted(forged), "refused: The token's signature is not the issuer's.");
    EXPECT_EQ(admitted(token), "suzuki");
}

TEST_F(TheBearerTokens, MustBeForUsFromTheIssuerAndInTheirTime) {
    EXPECT_TRUE(admitted_with("iss", "https://evil.example").starts_with("refused: The token was issued by 'https://evil.example'"));
    EXPECT_TRUE(admitted_with("aud", "other").starts_with("refused: The token is not meant for 'dandori'"));
    EXPECT_EQ(admitted_with("aud", "dandori"), "suzuki");
    EXPECT_EQ(admitted_with("exp", seconds() - 61), "refused: The token has expired.");
    EXPECT_EQ(admitted_with("exp", seconds() - 59), "suzuki") << "clocks differ";
    EXPECT_TRUE(admitted_with("exp", nullptr).starts_with("refused: The token doesn't say when it expires"));
    EXPECT_EQ(admitted_with("exp", "tomorrow").substr(0, 8), "refused:");
    EXPECT_EQ(admitted_with("nbf", seconds() + 120), "refused: The token doesn't hold yet.");
    EXPECT_EQ(fetched_, 1) << "for the good ones; those that are not for us fetch nothing";
}

TEST_F(TheBearerTokens, FollowNewKeysButDontFetchThemForEveryForgery) {
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "suzuki");
    const IssuerKey next("RSA", "r2"), stranger("RSA", "r3");
    publish({&rsa_, &next});
    for (int i = 0; i < 5; ++i) EXPECT_EQ(admitted(stranger.token(claims_, "RS256")).substr(0, 8), "refused:");
    EXPECT_EQ(fetched_, 1) << "fetched a moment ago";
    rows_.clock.advance(31'000);
    EXPECT_EQ(admitted(next.token(claims_, "RS256")), "suzuki");
    EXPECT_EQ(fetched_, 2);
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "suzuki") << "the old one still holds";
}

TEST_F(TheBearerTokens, HoldWhileTheIssuerCannotBeReached) {
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "suzuki");
    is_unreachable_ = true;
    rows_.clock.advance(2 * 60 * 60'000);
    claims_["exp"] = seconds() + 300;
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "suzuki");
    make();
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "refused: nobody there");
}

TEST_F(TheBearerTokens, DontTakeWeakKeys) {
    const IssuerKey weak("RSA", "w", 1024);
    EXPECT_FALSE(KeySet::read(R"({"keys":[)" + weak.jwk() + "]}"));
    EXPECT_FALSE(KeySet::read("{}"));
    EXPECT_FALSE(KeySet::read("["));
}

TEST_F(TheBearerTokens, GiveGroupsAndWhatMappingRulesMapTheirClaimsTo) {
    engine::MappingRule rule{"desk", "realm_access.roles", "desk-people", "The desk"};
    rows_.put(rule);
    rows_.put(engine::membership(engine::CircleType::Role, "desk", engine::OwnerType::MappingRule, "desk"));
    const auto actor = tokens_->admit(rsa_.token(claims_, "RS256"));
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->groups, std::vector<std::string>{"ward.staff"});
    EXPECT_EQ(actor->roles, std::vector<std::string>{"desk"});
    EXPECT_FALSE(actor->is_client);
    claims_["client_id"] = "batch";
    const auto client = tokens_->admit(rsa_.token(claims_, "RS256"));
    ASSERT_TRUE(client);
    EXPECT_EQ(client->username, "batch");
    EXPECT_TRUE(client->is_client);
    EXPECT_FALSE(client->grants.allow_by("assignee", engine::ResourceType::UserTask, engine::Permission::Read)) << "not everyone's role";
}

TEST_F(TheBearerTokens, AreRefusedWhereTheyNameNobody) {
    claims_.erase("preferred_username");
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "refused: The token's claims name nobody.");
    claims_["sub"] = "u-1";
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "u-1");
    claims_["preferred_username"] = "a b";
    EXPECT_EQ(admitted(rsa_.token(claims_, "RS256")), "refused: The token's claims name nobody.");
}

}  // namespace
}  // namespace dandori::inbox
