#include "adapters/mail/pattern.h"

#include <gtest/gtest.h>

#include "adapters/mail/tokyo_time.h"

namespace dandori::mail {
namespace {

Pattern pattern(const std::string& text, bool at_lines = false) {
    auto compiled = Pattern::compile(text, at_lines);
    EXPECT_TRUE(compiled.has_value()) << text;
    return *compiled;
}

TEST(Pattern, FindsTheFirstGroupOrTheWholeMatch) {
    EXPECT_EQ(*pattern("host: (\\S+)").find("HOST: tax-01 up"), "tax-01");
    EXPECT_EQ(*pattern("h.st").find("my Host"), "Host");
    EXPECT_EQ(*pattern("a(b)?").find("a"), "a");
    EXPECT_EQ(*pattern("復(旧)").find("監視 復旧"), "旧");
    EXPECT_EQ(*pattern("x").find("y"), std::nullopt);
    EXPECT_EQ(*pattern("^b$").find("a\nb\nc"), std::nullopt);
    EXPECT_EQ(*pattern("^b$", true).find("a\nb\nc"), "b");
    EXPECT_EQ(*pattern("^$").find(""), "");
}

TEST(Pattern, ReplacesAllMatches) {
    EXPECT_EQ(*pattern("\\d+").replaced("a1b22c", "#"), "a#b#c");
    EXPECT_EQ(*pattern("\\d+").replaced("none", ""), "none");
    EXPECT_EQ(*pattern("x*").replaced("障x害", ""), "障害");
    EXPECT_EQ(*pattern("件").replaced("3件", "$1"), "3$1");
}

TEST(Pattern, SaysWhatIsFaulty) {
    const auto faulty = Pattern::compile("a(b");
    ASSERT_FALSE(faulty.has_value());
    EXPECT_EQ(faulty.error().text, "The pattern 'a(b' is faulty at 3: missing closing parenthesis.");
}

TEST(Pattern, GivesUpInsteadOfRunningOn) {
    const auto outcome = pattern("^(a+)+$").find(std::string(40, 'a') + "b");
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().kind, Failure::Kind::Bounds);
}

TEST(Glob, FitsTheWholeText) {
    struct Sample {
        const char *text, *glob;
        bool fits;
    };
    const Sample samples[]{{"a@b.jp", "*@b.jp", true},
                           {"a@B.jp", "*@b.JP", true},
                           {"a@b.jp.evil", "*@b.jp", false},
                           {"tax-01", "tax-??", true},
                           {"tax-1", "tax-??", false},
                           {"", "", true},
                           {"", "*", true},
                           {"x", "", false},
                           {"abcabc", "*abc", true},
                           {"ward_dept/税務課", "ward*", true}};
    for (const auto& sample : samples)
        EXPECT_EQ(fits_glob(sample.text, sample.glob), sample.fits) << sample.text << " " << sample.glob;
}

TEST(TokyoTime, IsWrittenForMachines) {
    EXPECT_EQ(tokyo_time(*instant_from_iso8601("2026-04-05T20:30:00Z")), "2026-04-06T05:30:00+09:00");
}

TEST(TokyoTime, ReadsDurations) {
    EXPECT_EQ(milliseconds_of_duration("PT1H"), 3'600'000);
    EXPECT_EQ(milliseconds_of_duration("P1DT2H3M4S"), 93'784'000);
    EXPECT_EQ(milliseconds_of_duration("PT0S"), 0);
    for (const char* none : {"", "P", "PT", "1H", "PT1X", "P1M", "PT1", "PTH", "PT9999999999S"}) {
        EXPECT_EQ(milliseconds_of_duration(none), std::nullopt) << none;
    }
}

}  // namespace
}  // namespace dandori::mail
