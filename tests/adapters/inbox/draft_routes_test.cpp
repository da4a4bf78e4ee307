#include <gtest/gtest.h>

#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

class Drafts : public testing::Test {
  protected:
    Drafts() {
        wire_.add_user("tanto", {});
        wire_.add_user("joho", {});
        tanto_ = wire_.sign_in("tanto");
    }
    test::Wire wire_;
    test::Browser tanto_;
};

TEST_F(Drafts, AreKeptAsTyped) {
    const std::string path = "/api/drafts/task-12";
    EXPECT_EQ(wire_.ask(tanto_, "GET", path).status, 404);
    EXPECT_EQ(wire_.ask(tanto_, "PUT", path, R"({"values":{"a":"書きかけ","n":[1,null]}})").status, 204);
    EXPECT_EQ(wire_.ask(tanto_, "GET", path).body,
              R"({"values":{"a":"書きかけ","n":[1,null]},"savedAt":"2026-04-02T01:00:00.000Z"})");
    EXPECT_EQ(wire_.ask(tanto_, "DELETE", path).status, 204);
    EXPECT_EQ(wire_.ask(tanto_, "GET", path).status, 404);
}

TEST_F(Drafts, AreSeenByTheirPersonOnly) {
    const std::string path = "/api/drafts/start-infra-work-request";
    EXPECT_EQ(wire_.ask(tanto_, "PUT", path, R"({"values":{}})").status, 204);
    const auto joho = wire_.sign_in("joho");
    EXPECT_EQ(wire_.ask(joho, "GET", path).status, 404);
    EXPECT_EQ(wire_.ask(joho, "DELETE", path).status, 204);
    EXPECT_EQ(wire_.ask(tanto_, "GET", path).status, 200);
}

TEST_F(Drafts, HaveBounds) {
    const std::string path = "/api/drafts/task-12";
    EXPECT_EQ(wire_.ask(tanto_, "PUT", path, R"({"values":{"a":")" + std::string(64 * 1024, 'x') + "\"}}").status, 413);
    for (const auto* body : {"{}", "[]", R"({"values":[]})", "{", R"({"values":{},"more":1})"})
        EXPECT_EQ(wire_.ask(tanto_, "PUT", path, body).status, 400) << body;
    for (const auto* id : {"task-", "task-x", "other-1", "start-", "start-a b"})
        EXPECT_EQ(wire_.ask(tanto_, "PUT", std::string("/api/drafts/") + id, R"({"values":{}})").status, 404) << id;
}

}  // namespace
}  // namespace dandori::inbox
