#include "adapters/memory/like_pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace dandori::memory {

TEST(LikePattern, IsAnchoredAtBothEnds) {
    EXPECT_TRUE(is_like("approve", "approve"));
    EXPECT_FALSE(is_like("approved", "approve"));
    EXPECT_FALSE(is_like("reapprove", "approve"));
    EXPECT_TRUE(is_like("reapproved", "*approve*"));
}

TEST(LikePattern, TakesOneWholeCharacterForAQuestionMark) {
    EXPECT_TRUE(is_like("段取り", "???"));
    EXPECT_FALSE(is_like("段取り", "????"));
    EXPECT_TRUE(is_like("🈸", "?"));
}

TEST(LikePattern, TriesARunAgainUntilTheRestFits) {
    EXPECT_TRUE(is_like("abcabcabd", "*abd"));
    EXPECT_TRUE(is_like("mississippi", "m*iss*ip*i"));
    EXPECT_FALSE(is_like("mississippi", "m*iss*ix*i"));
}

TEST(LikePattern, StaysQuickWithManyRuns) {
    std::string pattern;
    for (int i = 0; i < 1'000; ++i) pattern += "*a";
    EXPECT_FALSE(is_like(std::string(20'000, 'a') + "b", pattern));
}

}  // namespace dandori::memory
