#include "adapters/inbox/sessions.h"

#include <gtest/gtest.h>

#include "adapters/inbox/password.h"
#include "tests/adapters/inbox/written_rows.h"

namespace dandori::inbox {
namespace {

constexpr std::int64_t hour_ms = 60 * 60'000;

class TheSessions : public testing::Test {
  protected:
    OpenedSession open(const std::string& username) { return sessions_.open(username).value(); }
    test::WrittenRows rows_;
    Sessions sessions_{rows_.access()};
};

TEST_F(TheSessions, KeepOnlyTheHashOfTheCookie) {
    const auto opened = open("tanto");
    EXPECT_EQ(opened.session.token_hash, sha256_hex(opened.token));
    EXPECT_TRUE(engine::get<engine::Session>(rows_.store, sha256_hex(opened.token)));
    EXPECT_FALSE(engine::get<engine::Session>(rows_.store, opened.token));
    EXPECT_EQ(sessions_.find(opened.token)->username, "tanto");
    EXPECT_FALSE(sessions_.find(opened.session.token_hash));
    EXPECT_FALSE(sessions_.find(""));
}

TEST_F(TheSessions, LastHalfAnHourAfterTheirLastUse) {
    const auto opened = open("tanto");
    rows_.clock.advance(hour_ms / 2 - 1);
    EXPECT_TRUE(sessions_.find(opened.token));
    rows_.clock.advance(hour_ms / 2 - 1);
    EXPECT_TRUE(sessions_.find(opened.token));
    rows_.clock.advance(hour_ms / 2);
    EXPECT_FALSE(sessions_.find(opened.token));
}

TEST_F(TheSessions, LastTwelveHoursAtMost) {
    const auto opened = open("tanto");
    for (int i = 0; i < 47; ++i) {
        rows_.clock.advance(hour_ms / 4);
        EXPECT_TRUE(sessions_.find(opened.token)) << i;
    }
    rows_.clock.advance(hour_ms / 4);
    EXPECT_FALSE(sessions_.find(opened.token));
}

TEST_F(TheSessions, AreOverWhenClosed) {
    const auto opened = open("tanto");
    EXPECT_TRUE(sessions_.close(opened.session.token_hash));
    EXPECT_FALSE(sessions_.find(opened.token));
    EXPECT_TRUE(sessions_.close(opened.session.token_hash)) << "closing twice is no fault";
}

TEST_F(TheSessions, OfOthersStayWhenAPersonsAreClosed) {
    const auto kept = open("tanto"), lost = open("tanto"), other = open("joho");
    sessions_.close_others("tanto", kept.session.token_hash);
    EXPECT_TRUE(sessions_.find(kept.token));
    EXPECT_FALSE(sessions_.find(lost.token));
    EXPECT_TRUE(sessions_.find(other.token));
}

TEST_F(TheSessions, ThatAreOverLeaveNoRows) {
    const auto old = open("tanto");
    rows_.clock.advance(9 * hour_ms);
    open("joho");
    EXPECT_FALSE(engine::get<engine::Session>(rows_.store, old.session.token_hash));
}

}  // namespace
}  // namespace dandori::inbox
