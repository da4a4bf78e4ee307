#include "engine/calendar/business_days.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace dandori::calendar {
namespace {

std::string reference(const std::string& name) {
    std::ifstream file(DANDORI_SOURCE_DIR "/processes/reference-data/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::vector<std::string>> rows(const std::string& name) {
    std::vector<std::vector<std::string>> found;
    std::istringstream text(reference(name));
    std::string line;
    std::getline(text, line);
    while (std::getline(text, line)) {
        auto& row = found.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return found;
}

BusinessDays ward() { return BusinessDays::read(reference("holidays.csv")).value(); }
Day day_of(const std::string& text) { return day_from_text(text).value(); }

TEST(BusinessDays, MeetEveryVectorOfTheWard) {
    const auto vectors = rows("business_day_vectors.csv");
    ASSERT_EQ(vectors.size(), 14u);
    for (const auto& row : vectors) EXPECT_EQ(to_text(ward().add(day_of(row[1]), std::stoi(row[2])).value()), row[3]) << row[0];
}

TEST(BusinessDays, AreAsManyInEachFiscalYearAsTheWardCounts) {
    int compared = 0;
    for (const auto& row : rows("fiscal_years.csv")) {
        const auto counted = ward().count(day_of(row[2]) - std::chrono::days{1}, day_of(row[3]));
        if (!counted) continue;  // the year runs past the last known holiday
        EXPECT_EQ(*counted, std::stoi(row[5])) << row[0];
        ++compared;
    }
    EXPECT_EQ(compared, 8);
}

TEST(BusinessDays, EndAPeriodAtMidnightAfterItsLastDay) {
    EXPECT_EQ(to_text(ward().end_of_period(day_of("2026-04-28"), 5).value()), "2026-05-12");
}

TEST(BusinessDays, ExplainEachDayOfADeadline) {
    const auto deadline = ward().count_from(day_of("2026-09-18"), 1).value();
    std::string told;
    for (const auto& day : deadline.days) told += to_text(day.day) + " " + (day.counted ? "counted" : day.reason) + "\n";
    EXPECT_EQ(told,
              "2026-09-18 初日不算入\n2026-09-19 土曜日\n2026-09-20 日曜日\n2026-09-21 敬老の日\n"
              "2026-09-22 休日（国民の休日）\n2026-09-23 秋分の日\n2026-09-24 counted\n");
}

TEST(BusinessDays, RefuseYearsWhoseHolidaysAreUnknown) {
    EXPECT_EQ(ward().add(day_of("2031-12-26"), 5).error().text,
              "The holidays are known from 2019 to 2031; 2032-01-01 lies outside.");
}

TEST(BusinessDays, TellTheLineOfAFaultyHoliday) {
    EXPECT_EQ(BusinessDays::read("date,weekday,name\n2026-02-30,月,x\n").error().text,
              "Line 2 of the holidays begins with \"2026-02-30\"; a date such as 2026-11-23, a weekday and a name are needed.");
}

TEST(FiscalYear, BeginsOnTheFirstOfApril) {
    EXPECT_EQ(fiscal_year(day_of("2027-03-31")), 2026);
    EXPECT_EQ(fiscal_year(day_of("2027-04-01")), 2027);
}

TEST(EraText, ChangesOnTheFirstDayOfAnEra) {
    EXPECT_EQ(era_text(day_of("2026-11-22")).value(), "令和8年11月22日");
    EXPECT_EQ(era_text(day_of("2019-05-01")).value(), "令和元年5月1日");
    EXPECT_EQ(era_text(day_of("2019-04-30")).value(), "平成31年4月30日");
    EXPECT_EQ(era_text(day_of("1989-01-07")).value(), "昭和64年1月7日");
}

}  // namespace
}  // namespace dandori::calendar
