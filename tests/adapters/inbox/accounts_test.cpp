#include "adapters/inbox/accounts.h"

#include <gtest/gtest.h>

#include "adapters/inbox/password.h"
#include "tests/adapters/inbox/written_rows.h"

namespace dandori::inbox {
namespace {

class TheAccounts : public testing::Test {
  protected:
    TheAccounts() {
        engine::User user;
        user.username = "tanto";
        EXPECT_TRUE(accounts_.add(user, "a right password", {"iom.operator"}));
    }
    std::int64_t refused_for(const std::string& username, const std::string& password) {
        const auto checked = accounts_.check(username, password);
        return checked ? -1 : checked.error().retry_after_ms;
    }
    test::WrittenRows rows_;
    Accounts accounts_{rows_.access(), test::quick_accounts()};
};

TEST_F(TheAccounts, LetInWhoKnowsThePassword) {
    const auto checked = accounts_.check("tanto", "a right password");
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->username, "tanto");
    EXPECT_EQ(refused_for("tanto", "a wrong password"), 0);
    EXPECT_EQ(refused_for("nobody", "a right password"), 0);
    EXPECT_EQ(refused_for("tanto", std::string(2'000, 'x')), 0);
}

TEST_F(TheAccounts, RestAfterFiveFailuresAndLongerAfterEachFurtherOne) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(refused_for("tanto", "wrong"), 0);
    EXPECT_EQ(refused_for("tanto", "wrong"), 60'000);
    EXPECT_EQ(refused_for("tanto", "a right password"), 60'000) << "even the right one waits";
    rows_.clock.advance(40'000);
    EXPECT_EQ(refused_for("tanto", "wrong"), 20'000);
    rows_.clock.advance(20'000);
    EXPECT_EQ(refused_for("tanto", "wrong"), 120'000);
    rows_.clock.advance(120'000);
    EXPECT_TRUE(accounts_.check("tanto", "a right password"));
    EXPECT_EQ(accounts_.find("tanto")->failed_sign_ins, 0);
    EXPECT_FALSE(accounts_.find("tanto")->locked_until);
}

TEST_F(TheAccounts, DontTellByRestingWhichNamesThereAre) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(refused_for("nobody", "wrong"), 0);
    EXPECT_EQ(refused_for("nobody", "wrong"), 60'000);
    EXPECT_EQ(refused_for("nobody", "wrong"), 60'000);
}

TEST_F(TheAccounts, RememberARightPasswordOfAProgramForAWhile) {
    ASSERT_TRUE(accounts_.check_again("tanto", "a right password"));
    for (int i = 0; i < 5; ++i) refused_for("tanto", "wrong");
    EXPECT_TRUE(accounts_.check_again("tanto", "a right password")) << "others' guesses don't lock a program out";
    EXPECT_FALSE(accounts_.check_again("tanto", "wrong"));
    rows_.clock.advance(5 * 60'000 - 1);
    EXPECT_TRUE(accounts_.check_again("tanto", "a right password"));
}

TEST_F(TheAccounts, ForgetTheOldPasswordWhenThereIsANewOne) {
    ASSERT_TRUE(accounts_.check_again("tanto", "a right password"));
    ASSERT_TRUE(accounts_.set_password("tanto", "another password"));
    EXPECT_FALSE(accounts_.check_again("tanto", "a right password"));
    EXPECT_TRUE(accounts_.check_again("tanto", "another password"));
}

TEST_F(TheAccounts, AskForTwelveCharactersNotBytes) {
    const auto refused = accounts_.set_password("tanto", "十二文字に足りない語");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, engine::Rejection::Code::InvalidArgument);
    EXPECT_EQ(refused.error().text, "The password has 10 characters; at least 12 are needed.");
    EXPECT_TRUE(accounts_.set_password("tanto", "ちょうど十二文字の合言葉"));
    EXPECT_EQ(accounts_.set_password("nobody", "a right password").error().code, engine::Rejection::Code::NotFound);
    std::string long_one;
    for (int i = 0; i < 16; ++i) long_one += "plumcart";
    EXPECT_TRUE(accounts_.set_password("tanto", long_one)) << "128 characters";
    EXPECT_EQ(accounts_.set_password("tanto", long_one + "s").error().text, "The password has 129 characters; 128 are the most.");
}

TEST_F(TheAccounts, TakeNoPasswordThatIsTriedFirst) {
    for (const auto* password : {"password1234", "tanto-tanto-2026"})
        EXPECT_EQ(accounts_.set_password("tanto", password).error().text,
                  "The password is one of those that are tried first: a common word, a row of keys or numbers, or the user name. Take some "
                  "words of your own.");
}

TEST_F(TheAccounts, TakeNoNameTwiceAndNoneThatCantStandInARequest) {
    engine::User user;
    for (const auto* name : {"", "a b", "a/b", "a:b", "a\nb"}) {
        user.username = name;
        EXPECT_EQ(accounts_.add(user, "a right password").error().code, engine::Rejection::Code::InvalidArgument)
            << name;
    }
    user.username = "tanto";
    EXPECT_EQ(accounts_.add(user, "a right password").error().code, engine::Rejection::Code::AlreadyExists);
    user.username = "鈴木";
    EXPECT_TRUE(accounts_.add(user, "a right password"));
}

TEST_F(TheAccounts, GiveTheRightsOfGroupsAndOfEveryone) {
    using engine::Permission, engine::ResourceType;
    engine::User user;
    user.username = "boss";
    ASSERT_TRUE(accounts_.add(user, "a right password", {"administrators"}));
    const auto tanto = accounts_.actor_of("tanto"), boss = accounts_.actor_of("boss"), nobody = accounts_.actor_of("x");
    EXPECT_EQ(tanto.groups, std::vector<std::string>{"iom.operator"});
    EXPECT_EQ(tanto.roles, std::vector<std::string>{"desk"});
    EXPECT_TRUE(tanto.grants.allow(ResourceType::ProcessDefinition, Permission::ReadProcessInstance, "incident"));
    EXPECT_FALSE(nobody.grants.allow(ResourceType::ProcessDefinition, Permission::ReadProcessInstance, "incident"));
    EXPECT_TRUE(nobody.grants.allow_by("startedBy", ResourceType::ProcessDefinition, Permission::ReadProcessInstance));
    EXPECT_FALSE(tanto.grants.allow(ResourceType::Authorization, Permission::Create, "*"));
    EXPECT_TRUE(boss.grants.allow(ResourceType::Authorization, Permission::Create, "*"));
    EXPECT_FALSE(boss.tenants) << "with multi-tenancy off nobody is of a tenant";
}

}  // namespace
}  // namespace dandori::inbox
