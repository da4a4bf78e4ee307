#include "engine/calendar/opening.h"

#include <algorithm>
#include <array>

namespace dandori::calendar {
namespace {

constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::vector<std::string> parts_of(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto at = text.find(separator);
        auto part = text.substr(0, at);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        parts.emplace_back(part);
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    }
    return parts;
}

std::optional<int> weekday_number(std::string_view name) {
    const auto found = std::find(weekday_names.begin(), weekday_names.end(), name);
    if (found == weekday_names.end()) return {};
    return static_cast<int>(found - weekday_names.begin()) + 1;
}

tl::unexpected<Failure> refuse(const CsvRow& row, std::string_view column, std::string_view needed) {
    return fail(Failure::Kind::Syntax, "service_hours.csv: line " + std::to_string(row.line) + " has '" + row[column] +
                                           "' as " + std::string(column) + "; " + std::string(needed) + " is needed.");
}

std::optional<int> minutes_of(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 100; };
    if (text.size() != 5 || text[2] != ':') return {};
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    if (minute > 59 || hour > 24 || (hour == 24 && minute != 0)) return {};
    return hour * 60 + minute;
}

Result<void> read_days(const CsvRow& row, Opening& opening) {
    constexpr std::string_view outside = "outside:";
    if (row["days"].starts_with(outside)) {
        opening.outside_of = row["days"].substr(outside.size());
        return {};
    }
    for (const std::string& part : parts_of(row["days"], ',')) {
        const auto dash = part.find('-');
        const auto first = weekday_number(part.substr(0, dash));
        const auto last = dash == std::string::npos ? first : weekday_number(part.substr(dash + 1));
        if (part == "all") {
            opening.weekdays = {1, 2, 3, 4, 5, 6, 7};
            opening.on_holidays = true;
        } else if (part == "holiday") {
            opening.on_holidays = true;
        } else if (first && last && *first <= *last) {
            for (int day = *first; day <= *last; ++day) opening.weekdays.push_back(day);
        } else {
            return refuse(row, "days",
                          "'all', 'outside:' with a calendar, or days such as 'mon-fri', 'sat', 'holiday'");
        }
    }
    return {};
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

/// The third Saturday of its month, or the day after one.
bool in_third_week(Day day) {
    const int number = weekday_of(day);
    if (number < 6) return false;
    const std::chrono::year_month_day saturday(day - std::chrono::days(number - 6));
    const auto of_month = static_cast<unsigned>(saturday.day());
    return of_month >= 15 && of_month <= 21;
}

}  // namespace

Result<Opening> opening_of(const CsvRow& row) {
    Opening opening;
    TRY(read_days(row, opening));
    if (opening.outside_of.empty()) {
        const auto from = minutes_of(row["open"]);
        const auto to = minutes_of(row["close"]);
        if (!from) return refuse(row, "open", "a time such as 08:30");
        if (!to || *to <= *from) return refuse(row, "close", "a later time such as 17:15");
        opening.hours = {*from, *to};
    }
    for (const std::string& part : parts_of(row["closed_on"], ';')) {
        if (part == "ward_closed") {
            opening.closed_on_weekends = opening.closed_on_holidays = opening.closed_at_years_end = true;
        } else if (part == "holiday") {
            opening.closed_on_holidays = true;
        } else if (part == "year_end") {
            opening.closed_at_years_end = true;
        } else if (part == "third_week") {
            opening.closed_in_third_week = true;
        } else {
            return refuse(row, "closed_on",
                          "some of 'ward_closed', 'holiday', 'year_end', 'third_week' with ';' between");
        }
    }
    return opening;
}

Result<bool> Openings::is_open_day(const std::string& name, const Opening& opening, Day day) const {
    for (const std::string& owner : {name, std::string()}) {
        if (const auto found = extra.find({owner, day}); found != extra.end()) return found->second;
    }
    const int number = weekday_of(day);
    if (opening.closed_on_weekends && number >= 6) return false;
    if (opening.closed_at_years_end && at_years_end(day)) return false;
    if (opening.closed_in_third_week && in_third_week(day)) return false;
    const bool on_weekday =
        std::find(opening.weekdays.begin(), opening.weekdays.end(), number) != opening.weekdays.end();
    // Holidays are asked for only where they decide: a calendar without them knows no bounds of years.
    if (on_weekday && !opening.closed_on_holidays) return true;
    if (!on_weekday && !opening.on_holidays) return false;
    const bool holiday = TRY(days.is_holiday(day));
    return on_weekday ? !holiday : holiday && !opening.closed_on_holidays;
}

Result<CountedDay> Openings::counted(const std::string& name, Day day) const {
    if (!TRY(on(name, day)).empty()) return CountedDay{day, true, "", ""};
    for (const std::string& owner : {name, std::string()}) {
        if (extra.contains({owner, day})) return CountedDay{day, false, "臨時の閉庁日", "holidays.csv"};
    }
    const auto found = by_name.find(name);
    if (found == by_name.end() || !found->second.outside_of.empty()) return CountedDay{day, false, "時間外に当たらない日", "service_hours.csv"};
    const Opening& opening = found->second;
    const int number = weekday_of(day);
    const bool by_law = opening.closed_on_weekends && opening.closed_on_holidays && opening.closed_at_years_end;
    const std::string of_offices = by_law ? "地方自治法第4条の2第2項" : "service_hours.csv";
    if (opening.closed_on_holidays && TRY(days.is_holiday(day)))
        return CountedDay{day, false, TRY(days.closed_because(day)).value_or("休日"), "国民の祝日に関する法律、" + of_offices};
    if (opening.closed_on_weekends && number >= 6) return CountedDay{day, false, number == 6 ? "土曜日" : "日曜日", of_offices};
    if (opening.closed_at_years_end && at_years_end(day)) return CountedDay{day, false, "年末年始", of_offices};
    if (opening.closed_in_third_week && in_third_week(day)) return CountedDay{day, false, "第3土曜日とその翌日", "service_hours.csv"};
    return CountedDay{day, false, "開いていない曜日", "service_hours.csv"};
}

Result<std::vector<Interval>> Openings::on(const std::string& name, Day day) const {
    const auto found = by_name.find(name);
    if (found == by_name.end()) return std::vector<Interval>{};
    const Opening& opening = found->second;
    if (opening.outside_of.empty()) {
        const bool open = TRY(is_open_day(name, opening, day));
        return open ? std::vector{opening.hours} : std::vector<Interval>{};
    }
    std::vector<Interval> intervals;
    int from = 0;
    for (const auto& [begin, end] : TRY(on(opening.outside_of, day))) {
        if (begin > from) intervals.emplace_back(from, begin);
        from = end;
    }
    if (from < 24 * 60) intervals.emplace_back(from, 24 * 60);
    return intervals;
}

}  // namespace dandori::calendar
