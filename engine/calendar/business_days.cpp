#include "engine/calendar/business_days.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace dandori::calendar {
namespace {

using namespace std::chrono;

constexpr std::size_t csv_bytes_max = 1 << 20;
constexpr int counted_days_max = 10'000;

std::string_view cut(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    const auto front = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return front;
}

std::optional<int> whole(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    return number;
}

struct Era {
    std::string_view name;
    Day first_day;
};

constexpr std::array eras{Era{"令和", sys_days{2019y / May / 1}}, Era{"平成", sys_days{1989y / January / 8}},
                          Era{"昭和", sys_days{1926y / December / 25}}};

}  // namespace

std::optional<Day> day_from_text(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto y = whole(text.substr(0, 4));
    const auto m = whole(text.substr(5, 2));
    const auto d = whole(text.substr(8, 2));
    if (!y || !m || !d) return {};
    const year_month_day date{year{*y}, month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
    if (!date.ok()) return {};
    return sys_days{date};
}

std::string to_text(Day when) {
    const year_month_day date{when};
    std::array<char, 24> text;
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                                     unsigned{date.day()});
    return {text.data(), static_cast<std::size_t>(length)};
}

Result<BusinessDays> BusinessDays::read(std::string_view csv) {
    if (csv.size() > csv_bytes_max) return fail(Failure::Kind::Bounds, "The list of holidays is larger than 1 MiB.");
    BusinessDays days;
    cut(csv, '\n');
    for (int line = 2; !csv.empty(); ++line) {
        auto row = cut(csv, '\n');
        if (row.empty() || row == "\r") continue;
        const auto date = cut(row, ',');
        cut(row, ',');
        const auto name = cut(row, ',');
        const auto when = day_from_text(date);
        if (!when || name.empty()) {
            return fail(Failure::Kind::Syntax, "Line " + std::to_string(line) + " of the holidays begins with \"" + std::string(date) +
                                                   "\"; a date such as 2026-11-23, a weekday and a name are needed.");
        }
        if (cut(row, ',').starts_with("extra_")) continue;
        days.holidays_.emplace(*when, name);
    }
    if (days.holidays_.empty()) return fail(Failure::Kind::Syntax, "The list of holidays has no rows.");
    return days;
}

bool at_years_end(Day when) {
    const year_month_day date{when};
    return (date.month() == December && date.day() >= day{29}) || (date.month() == January && date.day() <= day{3});
}

Result<void> BusinessDays::is_known(Day when) const {
    const year_month_day date{when};
    const auto first = year_month_day{holidays_.begin()->first}.year();
    const auto last = year_month_day{holidays_.rbegin()->first}.year();
    if (date.year() >= first && date.year() <= last) return {};
    return fail(Failure::Kind::Bounds, "The holidays are known from " + std::to_string(int{first}) + " to " + std::to_string(int{last}) +
                                           "; " + to_text(when) + " lies outside.");
}

Result<bool> BusinessDays::is_holiday(Day when) const {
    TRY(is_known(when));
    return holidays_.contains(when);
}

Result<std::optional<std::string>> BusinessDays::closed_because(Day when) const {
    TRY(is_known(when));
    if (const auto holiday = holidays_.find(when); holiday != holidays_.end()) return std::optional{holiday->second};
    if (weekday{when} == Saturday) return std::optional<std::string>{"土曜日"};
    if (weekday{when} == Sunday) return std::optional<std::string>{"日曜日"};
    if (at_years_end(when)) return std::optional<std::string>{"年末年始"};
    return std::optional<std::string>{};
}

Result<bool> BusinessDays::is_business_day(Day when) const { return !TRY(closed_because(when)).has_value(); }

Result<Deadline> BusinessDays::count_from(Day from, int n) const {
    if (n > counted_days_max || n < -counted_days_max) {
        return fail(Failure::Kind::Bounds, std::to_string(n) + " business days are more than the 10000 that can be counted.");
    }
    Deadline deadline{from, {{from, false, "初日不算入", "民法第140条"}}};
    const days step{n < 0 ? -1 : 1};
    for (int left = std::abs(n); left > 0;) {
        deadline.last_day += step;
        const auto closed = TRY(closed_because(deadline.last_day));
        deadline.days.push_back({deadline.last_day, !closed, closed.value_or(""), closed ? "地方自治法第4条の2第2項" : ""});
        if (!closed) --left;
    }
    return deadline;
}

Result<Day> BusinessDays::add(Day from, int n) const { return TRY(count_from(from, n)).last_day; }

Result<Day> BusinessDays::end_of_period(Day from, int n) const { return TRY(add(from, n)) + days{1}; }

Result<int> BusinessDays::count(Day from, Day to) const {
    int counted = 0;
    const days step{to < from ? -1 : 1};
    while (from != to) {
        from += step;
        if (TRY(is_business_day(from))) counted += static_cast<int>(step.count());
    }
    return counted;
}

int fiscal_year(Day when) {
    const year_month_day date{when};
    return int{date.year()} - (date.month() < April ? 1 : 0);
}

Result<std::string> era_text(Day when) {
    const year_month_day date{when};
    for (const auto& era : eras) {
        if (when < era.first_day) continue;
        const int count = int{date.year()} - int{year_month_day{era.first_day}.year()} + 1;
        return std::string(era.name) + (count == 1 ? "元" : std::to_string(count)) + "年" + std::to_string(unsigned{date.month()}) +
               "月" + std::to_string(unsigned{date.day()}) + "日";
    }
    return fail(Failure::Kind::Bounds, to_text(when) + " lies before 昭和; no era is known for it.");
}

}  // namespace dandori::calendar
