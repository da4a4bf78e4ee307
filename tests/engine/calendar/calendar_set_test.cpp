#include "engine/calendar/calendar_set.h"

#include <gtest/gtest.h>

#include <fstream>

#include "engine/calendar/csv.h"
#include "engine/feel/expression.h"

namespace dandori::calendar {
namespace {

std::string reference_text(const std::string& name) {
    std::ifstream file(DANDORI_SOURCE_DIR "/processes/reference-data/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::shared_ptr<const CalendarSet> ward_calendars() {
    static const auto set = std::make_shared<const CalendarSet>(
        CalendarSet::read(reference_text("holidays.csv"), reference_text("service_hours.csv")).value());
    return set;
}

/// What FEEL gives with the functions of the calendars, and why if it is null.
std::string told(const std::string& expression) {
    static const feel::FunctionLibrary functions = feel_functions(ward_calendars());
    feel::Surroundings surroundings;
    surroundings.functions = &functions;
    const auto parsed = feel::Expression::parse(expression);
    if (!parsed) return parsed.error().text;
    const auto result = parsed->evaluate(feel::ContextScope(feel::Value()), surroundings);
    return result.warnings.empty() ? feel::to_text(result.value) : result.warnings.back().text;
}

struct Asked {
    const char* expression;
    const char* expected;
};

void expect_told(std::initializer_list<Asked> rows) {
    for (const Asked& row : rows) EXPECT_EQ(told(row.expression), row.expected) << row.expression;
}

TEST(CalendarSet, MeetsEveryVectorOfTheWard) {
    const auto vectors =
        read_csv(reference_text("business_day_vectors.csv"), {"base_date", "business_days", "result_date"}, "vectors")
            .value();
    ASSERT_EQ(vectors.size(), 14u);
    for (const CsvRow& row : vectors) {
        EXPECT_EQ(told("add business days(date(\"" + row["base_date"] + "\"), " + row["business_days"] +
                       ", \"ward_business\")"),
                  row["result_date"])
            << row["vector_id"];
    }
}

TEST(CalendarSet, CountsTheBusinessDaysOfAMonthAndAYear) {
    expect_told({{"count business days(@\"2026-03-31\", @\"2027-03-31\", \"ward_business\")", "241"},
                 {"count business days(@\"2027-03-31\", @\"2026-03-31\", \"ward_business\")", "-241"},
                 {"month business day(2027, 1, 1, \"ward_business\")", "2027-01-04"},
                 {"month business day(2026, 5, -1, \"ward_business\")", "2026-05-29"},
                 {"month business day(2026, 5, 25, \"ward_business\")",
                  "The month 2026-5 has no business day number 25 of 'ward_business'."}});
}

TEST(CalendarSet, KeepsTheTimeOfDayOfADateAndTime) {
    expect_told(
        {{"add business days(@\"2026-04-28T16:20:00@Asia/Tokyo\", 5, \"ward_business\")",
          "2026-05-11T16:20:00@Asia/Tokyo"},
         {"add business days(\"2026-04-28\", 5, \"ward_business\")", "2026-05-11"},
         {"add business days(@\"2026-04-28T20:00:00Z\", 1, \"ward_business\")", "2026-04-30T05:00:00@Asia/Tokyo"}});
}

TEST(CalendarSet, EndsAPeriodWhenTheCalendarClosesOnItsLastDay) {
    expect_told({{"end of business period(@\"2026-04-28\", 5, \"ward_business\")", "2026-05-12T00:00:00@Asia/Tokyo"},
                 {"end of business period(@\"2026-04-28\", 5, \"iom_desk\")", "2026-05-11T17:15:00@Asia/Tokyo"},
                 {"end of business period(@\"2026-04-28\", 0, \"ward_business\")",
                  "'n' is 0; a whole number from 1 is needed."}});
}

TEST(CalendarSet, NotesEachDayOfAPeriodAndWhyItDidNotCount) {
    const auto noted = [](const std::string& expression) {
        static const feel::FunctionLibrary functions = feel_functions(ward_calendars());
        std::vector<feel::Value> notes;
        feel::Surroundings surroundings;
        surroundings.functions = &functions;
        surroundings.notes = &notes;
        feel::Expression::parse(expression)->evaluate(feel::ContextScope(feel::Value()), surroundings);
        std::string text;
        for (const auto& note : notes) {
            for (const auto& day : note.as_context().find("days")->as_list()) {
                const auto& members = day.as_context();
                text += members.find("date")->as_string().substr(5) + " ";
                if (!members.find("counted")->is_true()) text += members.find("reason")->as_string() + " " + members.find("source")->as_string() + " ";
            }
            text += "=> " + feel::to_text(*note.as_context().find("until")) + "; ";
        }
        return text;
    };
    EXPECT_EQ(noted("end of business period(@\"2026-04-28\", 5, \"ward_business\")"),
              "04-28 初日不算入 民法第140条 04-29 昭和の日 国民の祝日に関する法律、地方自治法第4条の2第2項 04-30 05-01 05-02 土曜日 地方自治法第4条の2第2項 "
              "05-03 憲法記念日 国民の祝日に関する法律、地方自治法第4条の2第2項 05-04 みどりの日 国民の祝日に関する法律、地方自治法第4条の2第2項 "
              "05-05 こどもの日 国民の祝日に関する法律、地方自治法第4条の2第2項 05-06 休日（振替） 国民の祝日に関する法律、地方自治法第4条の2第2項 05-07 05-08 "
              "05-09 土曜日 地方自治法第4条の2第2項 05-10 日曜日 地方自治法第4条の2第2項 05-11 => 2026-05-12T00:00:00@Asia/Tokyo; ");
    EXPECT_NE(noted("add business days(@\"2026-12-28\", 1, \"ward_business\")").find("12-31 年末年始 地方自治法第4条の2第2項 01-01 元日"), std::string::npos);
    EXPECT_EQ(noted("add business days(@\"2026-12-28\", 1, \"nowhere\")"), "") << "what came to nothing leaves no note";
    EXPECT_EQ(noted("[add business days(@\"2026-04-30\", 1, \"ward_business\"), add business days(@\"2026-05-01\", -1, \"ward_business\")]"),
              "04-30 初日不算入 民法第140条 05-01 => 2026-05-01; 05-01 初日不算入 民法第140条 04-30 => 2026-04-30; ");
}

TEST(CalendarSet, LetsTimePassOnlyWithinOpeningHours) {
    expect_told(
        {{"add business duration(@\"2026-05-01T16:45:00\", @\"PT4H\", \"iom_desk\")", "2026-05-07T12:00:00@Asia/Tokyo"},
         {"add business duration(@\"2026-05-02T03:00:00\", @\"PT30M\", \"iom_desk\")",
          "2026-05-07T09:00:00@Asia/Tokyo"},
         {"add business duration(@\"2026-05-01T16:45:00\", @\"PT30M\", \"iom_desk\")",
          "2026-05-01T17:15:00@Asia/Tokyo"},
         {"add business duration(@\"2026-05-07T09:00:00\", @\"-PT1H\", \"iom_desk\")",
          "2026-05-01T16:45:00@Asia/Tokyo"},
         {"add business duration(@\"2026-05-01T16:45:00\", @\"P1D\", \"always\")", "2026-05-02T16:45:00@Asia/Tokyo"}});
}

TEST(CalendarSet, KnowsWhenADeskIsOpen) {
    expect_told({{"is open(@\"2026-05-01T17:00:00\", \"iom_desk\")", "true"},
                 {"is open(@\"2026-05-01T17:15:00\", \"iom_desk\")", "false"},
                 {"is open(@\"2026-05-01T17:15:00\", \"iom_emergency\")", "true"},
                 {"is open(@\"2026-05-01T12:00:00\", \"iom_emergency\")", "false"},
                 {"is open(@\"2026-05-04T09:00:00\", \"helpdesk_weekday\")", "false"},
                 {"is open(@\"2026-05-04T09:00:00\", \"helpdesk_weekend\")", "true"},
                 {"is open(@\"2026-05-16T09:00:00\", \"helpdesk_weekend\")", "false"},
                 {"is open(@\"2026-05-17T09:00:00\", \"helpdesk_weekend\")", "false"},
                 {"is open(@\"2026-05-23T09:00:00\", \"helpdesk_weekend\")", "true"},
                 {"is open(@\"2026-12-29T09:00:00\", \"helpdesk_weekday\")", "false"},
                 {"is open(@\"2050-01-01T00:00:00\", \"always\")", "true"},
                 {"next opening(@\"2026-05-01T17:15:00\", \"iom_desk\")", "2026-05-07T08:30:00@Asia/Tokyo"},
                 {"next opening(@\"2026-05-01T12:00:00\", \"iom_desk\")", "2026-05-01T12:00:00@Asia/Tokyo"},
                 {"is business day(@\"2026-09-22\", \"ward_business\")", "false"},
                 {"is business day(@\"2026-09-24\", \"ward_business\")", "true"}});
}

TEST(CalendarSet, NamesFiscalYearsAndEras) {
    expect_told({{"fiscal year(@\"2027-03-31\")", "2026"},
                 {"fiscal year(@\"2027-04-01\")", "2027"},
                 {"era text(@\"2026-11-22\")", "令和8年11月22日"},
                 {"era text(@\"2019-05-01\")", "令和元年5月1日"},
                 {"era text(@\"2019-04-30T09:00:00\")", "平成31年4月30日"},
                 {"era text(@\"1900-01-01\")", "1900-01-01 lies before 昭和; no era is known for it."}});
}

TEST(CalendarSet, SaysWhatItDoesntKnow) {
    expect_told({{"is business day(@\"2026-09-24\", \"nowhere\")",
                  "There is no calendar 'nowhere'; there are always, helpdesk_weekday, helpdesk_weekend, iom_desk, "
                  "iom_emergency, iom_mail, "
                  "ward_business, ward_open."},
                 {"is business day(@\"2050-09-21\", \"ward_business\")",
                  "The holidays are known from 2019 to 2031; 2050-09-21 lies outside."},
                 {"is business day(5, \"ward_business\")", "'date' is 5; a date or a date and time is needed."},
                 {"add business days(@\"2026-09-24\", 10001, \"ward_business\")",
                  "10001 business days are more than the 10000 that can be counted."}});
}

TEST(CalendarSet, TakesDaysThatDifferFromTheRule) {
    const std::string holidays =
        "date,weekday_ja,name_ja,kind,moved_from,certainty\n2026-01-01,木,元日,national,,official\n2026-12-23,水,x,"
        "national,,official\n"
        "2026-06-06,土,日曜開庁,extra_open:desk,,official\n2026-06-05,金,移転,extra_closed,,official\n";
    const auto set = CalendarSet::read(
        holidays,
        "hours_id,days,open,close,closed_on\ndesk,mon-fri,09:00,17:00,ward_closed\nother,mon-fri,09:00,17:00,\n");
    ASSERT_TRUE(set.has_value()) << set.error().text;
    EXPECT_TRUE(*set->is_business_day("desk", {2026, 6, 6}));
    EXPECT_FALSE(*set->is_business_day("other", {2026, 6, 6}));
    EXPECT_FALSE(*set->is_business_day("desk", {2026, 6, 5}));
    EXPECT_FALSE(*set->is_business_day("other", {2026, 6, 5}));
    EXPECT_TRUE(*set->is_business_day("desk", {2026, 6, 4}));
}

TEST(CalendarSet, RefusesTablesWithFaults) {
    const std::string holidays = "date,weekday_ja,name_ja,kind\n2026-01-01,木,元日,national\n";
    const auto fault = [&](const std::string& hours) { return CalendarSet::read(holidays, hours).error().text; };
    const std::string heading = "hours_id,days,open,close,closed_on\n";
    EXPECT_EQ(fault("hours_id,days\n"), "service_hours.csv: the heading has no column 'open'.");
    EXPECT_EQ(fault(heading + "a,someday,09:00,17:00,\n"),
              "service_hours.csv: line 2 has 'someday' as days; 'all', 'outside:' with a calendar, or days such as "
              "'mon-fri', 'sat', 'holiday' is "
              "needed.");
    EXPECT_EQ(fault(heading + "a,all,9,17:00,\n"),
              "service_hours.csv: line 2 has '9' as open; a time such as 08:30 is needed.");
    EXPECT_EQ(fault(heading + "a,all,09:00,08:00,\n"),
              "service_hours.csv: line 2 has '08:00' as close; a later time such as 17:15 is needed.");
    EXPECT_EQ(fault(heading + "a,outside:b,,,\n"),
              "service_hours.csv: 'a' is open outside of 'b'; a calendar with hours of its own is needed.");
    EXPECT_EQ(fault(heading + "a,all,00:00,24:00,\na,all,00:00,24:00,\n"),
              "service_hours.csv: line 3 has 'a' as hours_id; a name that no other line has is needed.");
    EXPECT_EQ(fault(heading + "\"a,all\n"), "service_hours.csv: line 2 opens a quote that stays open.");
}

}  // namespace
}  // namespace dandori::calendar
