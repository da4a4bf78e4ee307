#include "adapters/inbox/demo_users.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/adapters/inbox/written_rows.h"

namespace dandori::inbox {
namespace {

TEST(DemoUsers, AreAddedOnlyWhereThereIsNobody) {
    test::WrittenRows rows;
    Accounts accounts(rows.access(), test::quick_accounts());
    const std::string two = R"([
        {"username": "tanto", "name": "鈴木 花子", "mail": "s@x.jp", "post": "担当", "groups": ["iom.operator"]},
        {"username": "admin", "name": "管理 者", "mail": "a@x.jp", "post": "管理者", "groups": ["administrators"]}])";
    EXPECT_EQ(seed_users(accounts, two, "a demo password").value(), 2u);
    EXPECT_TRUE(accounts.check("tanto", "a demo password"));
    EXPECT_EQ(accounts.find("tanto")->name, "鈴木 花子");
    EXPECT_EQ(accounts.groups_of("admin"), std::vector<std::string>{"administrators"});
    EXPECT_EQ(seed_users(accounts, two, "another password").value(), 0u);
    EXPECT_FALSE(accounts.check("tanto", "another password"));
}

TEST(DemoUsers, AreAllAddedOrNone) {
    test::WrittenRows rows;
    Accounts accounts(rows.access(), test::quick_accounts());
    const auto result = seed_users(
        accounts, R"([{"username": "a", "name": "a", "mail": "a", "post": "a", "groups": []}, {"username": "b"}])",
        "a demo password");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().text, "Person 2: 'name' must be a text.");
    EXPECT_TRUE(accounts.all().empty());
    EXPECT_EQ(seed_users(accounts, "{", "a demo password").error().text, "The people must be a JSON list.");
}

TEST(DemoUsers, OfTheHouseCanBeRead) {
    const std::ifstream file(DANDORI_SOURCE_DIR "/processes/demo/users.json");
    std::ostringstream text;
    text << file.rdbuf();
    test::WrittenRows rows;
    Accounts accounts(rows.access(), test::quick_accounts());
    const auto added = seed_users(accounts, text.str(), "a demo password").value();
    EXPECT_GT(added, 10u);
    EXPECT_EQ(accounts.all().size(), added);
}

}  // namespace
}  // namespace dandori::inbox
