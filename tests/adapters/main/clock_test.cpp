#include "adapters/main/clock.h"

#include <gtest/gtest.h>

namespace dandori {
namespace {

TEST(PinnableClock, GoesByItselfUntilItIsPinned) {
    PinnableClock clock;
    const auto before = clock.now();
    EXPECT_GT(before, *instant_from_iso8601("2024-01-01T00:00:00Z"));
    EXPECT_GE(clock.now(), before);
    EXPECT_EQ(clock.real_ms_until(before), 0);
    const auto left = clock.real_ms_until(clock.now() + 60'000);
    ASSERT_TRUE(left);
    EXPECT_GT(*left, 50'000);
    EXPECT_LE(*left, 60'000);
}

TEST(PinnableClock, StandsWhereItIsPinnedAndReachesNothingLater) {
    PinnableClock clock;
    const auto there = *instant_from_iso8601("2026-04-02T10:00:00+09:00");
    clock.pin(there);
    EXPECT_EQ(clock.now(), there);
    EXPECT_EQ(clock.real_ms_until(there), 0);
    EXPECT_EQ(clock.real_ms_until(there + 1), std::nullopt);
    clock.reset();
    EXPECT_NE(clock.now(), there);
    EXPECT_TRUE(clock.real_ms_until(clock.now() + 1'000));
}

}  // namespace
}  // namespace dandori
