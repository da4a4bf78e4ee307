#include "tests/engine/feel/table.h"

namespace dandori::feel::test {
namespace {

TEST(FeelDates, AreReadAndWritten) {
    expect({{"@\"2026-04-01\"", "2026-04-01"},
            {"date(\"-2026-04-01\")", "-2026-04-01"},
            {"date(\"2026-02-29\")", "null"},
            {"date(2028, 2, 29)", "2028-02-29"},
            {"date(@\"2026-04-01T10:00:00\")", "2026-04-01"},
            {"time(\"10:30:00.50+09:00\")", "10:30:00.5+09:00"},
            {"time(\"24:00:00\")", "00:00:00"},
            {"time(10, 30, 15.5, @\"PT9H\")", "10:30:15.5+09:00"},
            {"time(@\"2026-04-01\")", "00:00:00Z"},
            {"time(\"10:30\")", "null"},
            {"date and time(\"2026-04-01T24:00:00\")", "2026-04-02T00:00:00"},
            {"date and time(@\"2026-04-01\", @\"10:00:00Z\")", "2026-04-01T10:00:00Z"},
            {"date and time(\"2026-04-01T10:00:00@Asia/Tokyo\")", "2026-04-01T10:00:00@Asia/Tokyo"},
            {"date and time(\"2026-04-01T10:00:00@../../etc/passwd\")", "null"},
            {"date and time(@\"2026-04-01T10:00:00Z\", \"Asia/Tokyo\")", "2026-04-01T19:00:00@Asia/Tokyo"},
            {"@\"never\"", "null"}});
}

TEST(FeelDates, HaveMembers) {
    expect({{"@\"2026-04-01\".weekday", "3"},
            {"@\"2026-04-01T10:20:30.25@Europe/Paris\".time offset", "PT2H"},
            {"@\"2026-04-01T10:20:30.25@Europe/Paris\".timezone", "\"Europe/Paris\""},
            {"@\"2026-04-01T10:20:30.25\".second", "30.25"},
            {"@\"-P1DT2H3M4S\".hours", "-2"},
            {"@\"-P1Y2M\".months", "-2"},
            {"[1..5).end included", "false"},
            {"(> 5).start", "5"}});
}

TEST(FeelDates, AreComputedWith) {
    expect({{"@\"2026-01-31\" + @\"P1M\"", "2026-02-28"},
            {"@\"2026-04-01\" - @\"2026-03-01\"", "P31D"},
            {"@\"2026-04-01T10:00:00@Europe/Paris\" - @\"2026-04-01T10:00:00+09:00\"", "PT7H"},
            {"@\"2026-03-29T01:30:00@Europe/Paris\" + @\"PT1H\"", "2026-03-29T03:30:00@Europe/Paris"},
            {"@\"2026-10-25T00:30:00@Europe/Paris\" + @\"PT2H\"", "2026-10-25T02:30:00@Europe/Paris"},
            {"@\"23:30:00\" + @\"PT1H\"", "00:30:00"},
            {"@\"P1DT12H\" * 2", "P3D"},
            {"@\"P3Y\" / @\"P9M\"", "4"},
            {"@\"PT1H\" / 3", "PT20M"},
            {"2 * @\"P7M\"", "P1Y2M"},
            {"-@\"PT1.5S\"", "-PT1.5S"},
            {"@\"2026-04-01\" + 1", "null"},
            {"@\"999999999-12-31\" + @\"P1D\"", "null"}});
}

TEST(FeelDates, AreCompared) {
    expect({{"@\"2026-04-01\" < @\"2026-04-02\"", "true"},
            {"@\"2026-04-01T10:00:00+09:00\" = @\"2026-04-01T01:00:00Z\"", "true"},
            {"@\"2026-04-01T10:00:00\" < @\"2026-04-01T01:00:00Z\"", "null"},
            {"@\"10:00:00+01:00\" = @\"09:00:00Z\"", "true"},
            {"is(@\"10:00:00+01:00\", @\"09:00:00Z\")", "false"},
            {"@\"P1Y\" = @\"P12M\"", "true"},
            {"@\"P1Y\" = @\"P365D\"", "null"},
            {"@\"PT36H\" in [@\"P1D\"..@\"P2D\"]", "true"}});
}

TEST(FeelDates, KnowTheCalendar) {
    expect({{"now()", "2026-04-02T10:00:00@Asia/Tokyo"},
            {"today()", "2026-04-02"},
            {"day of year(@\"2026-12-31\")", "365"},
            {"day of week(@\"2026-04-02\")", "\"Thursday\""},
            {"month of year(@\"2026-04-02\")", "\"April\""},
            {"week of year(@\"2027-01-01\")", "53"},
            {"week of year(@\"2024-12-30\")", "1"},
            {"years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "P1Y8M"},
            {"years and months duration(@\"2013-08-24\", @\"2011-12-22\")", "-P1Y8M"},
            {"duration(\"P1DT25H\")", "P2DT1H"},
            {"duration(\"P1Y25M\")", "P3Y1M"},
            {"duration(\"P1Y1D\")", "null"},
            {"abs(@\"-PT5H\")", "PT5H"}});
}

TEST(FeelDates, CountDaysBackAndForth) {
    for (const std::int64_t days : {-400'000'000LL, -719'468LL, -1LL, 0LL, 59LL, 20'000LL, 365'000'000'000LL}) {
        const auto date = date_from_days(days);
        ASSERT_TRUE(date.has_value()) << days;
        EXPECT_EQ(days_from_date(*date), days);
    }
    EXPECT_FALSE(date_from_days(365'242'500'000).has_value());
    EXPECT_EQ(days_from_date({2000, 3, 1}), 11'017);
    EXPECT_EQ(to_text(*date_from_days(days_from_date({999'999'999, 12, 31}))), "999999999-12-31");
}

TEST(FeelDates, BecomeInstants) {
    EXPECT_EQ(to_instant(Value("2026-04-02T10:00:00"), "Asia/Tokyo"), Instant{1'775'091'600'000});
    EXPECT_EQ(to_instant(Value("2026-04-02"), "Asia/Tokyo"), Instant{1'775'055'600'000});
    EXPECT_EQ(to_instant(Value("2026-04-02T01:00:00Z"), "Asia/Tokyo"), Instant{1'775'091'600'000});
    EXPECT_EQ(to_instant(Value("soon"), "Asia/Tokyo"), std::nullopt);
    EXPECT_EQ(to_instant(Value("2026-04-02"), "Nowhere/Town"), std::nullopt);
    EXPECT_EQ(to_text(*date_time_at(Instant{4'102'444'800'000}, "Europe/Paris")), "2100-01-01T01:00:00@Europe/Paris");
    EXPECT_EQ(to_text(*date_time_at(Instant{4'118'083'200'000}, "Europe/Paris")), "2100-07-01T02:00:00@Europe/Paris");
}

TEST(FeelRanges, LieToEachOther) {
    expect({{"before(1, [2..3])", "true"},
            {"before([1..5), [5..10])", "true"},
            {"after([5..10], [1..5])", "false"},
            {"meets([1..5], [5..10])", "true"},
            {"met by([5..10], [1..5])", "true"},
            {"overlaps([1..5], (5..8])", "false"},
            {"overlaps before([1..5], [3..8])", "true"},
            {"overlaps after([3..8], [1..5])", "true"},
            {"finishes(10, [1..10])", "true"},
            {"finished by([1..10], [5..10])", "true"},
            {"includes([1..10], (1..10))", "true"},
            {"during(10, [1..10))", "false"},
            {"starts([1..5], [1..10])", "true"},
            {"started by((1..10], 1)", "false"},
            {"coincides([1..5], [1..5])", "true"},
            {"includes((> 5), 7)", "true"},
            {"before((< 5), 5)", "true"},
            {"overlaps((> 5), (< 7))", "true"},
            {"before(1, \"a\")", "null"},
            {"during(range: [1..10], point: 5)", "true"}});
}

}  // namespace
}  // namespace dandori::feel::test
