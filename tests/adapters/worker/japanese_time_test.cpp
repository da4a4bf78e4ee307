#include "adapters/worker/japanese_time.h"

#include <gtest/gtest.h>

namespace dandori::worker {
namespace {

TEST(JapaneseTime, IsWrittenByTheWesternYearWithItsWeekday) {
    EXPECT_EQ(japanese_time("2026-04-06"), "2026年4月6日（月）");
    EXPECT_EQ(japanese_time("2026-04-05T20:30:00Z"), "2026年4月6日（月）05:30");
    EXPECT_EQ(japanese_time("2026-04-06T10:00:00+09:00@Asia/Tokyo"), "2026年4月6日（月）10:00");
    for (const char* none : {"", "2026-13-01", "2026-02-30", "soon", "2026-04-0x", "10:00"})
        EXPECT_EQ(japanese_time(none), std::nullopt) << none;
}

TEST(JapaneseTime, IsWrittenByTheEra) {
    const std::pair<const char*, const char*> samples[]{
        {"2026-04-06", "令和8年4月6日"},     {"2019-05-01", "令和元年5月1日"}, {"2019-04-30", "平成31年4月30日"},
        {"1989-01-08", "平成元年1月8日"},    {"1989-01-07", "昭和64年1月7日"}, {"1926-12-24", "1926年12月24日"},
        {"2026-12-31T15:00:00Z", "令和9年1月1日 00:00"},
    };
    for (const auto& [text, written] : samples) EXPECT_EQ(japanese_time(text, Years::Era), written);
}

TEST(JapaneseTime, IsShortOnAStamp) {
    EXPECT_EQ(stamp_date(*tokyo_time_in("2026-04-06T10:00:00+09:00")), "8.4.6");
    EXPECT_EQ(stamp_date(*tokyo_time_in("1900-01-02")), "1900.1.2");
}

TEST(JapaneseTime, KnowsTheSecondOfInstants) {
    const auto time = tokyo_time_of(*instant_from_iso8601("2026-04-05T20:30:05Z"));
    EXPECT_EQ(time.minute_of_day, 330);
    EXPECT_EQ(time.second, 5);
    EXPECT_EQ(time.day, 6U);
}

}  // namespace
}  // namespace dandori::worker
