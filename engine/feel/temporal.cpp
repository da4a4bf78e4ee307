// Days by counting (the calendar's cycle of 400 years); zones by the tz data as Abseil reads it, with 64-bit years.
#include "engine/feel/temporal.h"

#include <absl/time/internal/cctz/include/cctz/civil_time.h>
#include <absl/time/internal/cctz/include/cctz/time_zone.h>

#include <algorithm>

namespace dandori::feel {
namespace {

namespace cctz = absl::time_internal::cctz;

constexpr std::int64_t year_max = 999'999'999;
constexpr std::int64_t day_s = 86'400;
constexpr Nanoseconds second_ns = 1'000'000'000;
constexpr Nanoseconds day_ns = day_s * second_ns;

template <class Number>
Number floor_divided(Number value, Number divisor) {
    const Number quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

bool is_leap_year(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// The tz data's names; not the library's own ("Fixed/..."), not a path that leads elsewhere, not the machine's setting.
bool looks_like_zone(std::string_view name) {
    if (name.empty() || name.size() > 60 || name.front() == '/' || name == "localtime" || name == "posixrules")
        return false;
    if (name.starts_with("Fixed/") || name.find("..") != std::string_view::npos) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '+';
    });
}

// The library keeps every zone it has read behind a lock; nearly always the same one is asked for again.
const cctz::time_zone* find_zone(const std::string& name) {
    thread_local std::string last_name;
    thread_local cctz::time_zone last_zone;
    if (!last_name.empty() && last_name == name) return &last_zone;
    if (!looks_like_zone(name)) return nullptr;
    cctz::time_zone zone;
    if (!cctz::load_time_zone(name, &zone)) return nullptr;
    last_name = name;
    last_zone = zone;
    return &last_zone;
}

cctz::time_point<cctz::seconds> time_point(std::int64_t seconds) {
    return cctz::time_point<cctz::seconds>(cctz::seconds(seconds));
}

std::int64_t clock_seconds(const DateTime& value) {
    return days_from_date(value.date) * day_s + value.time.hour * 3600 + value.time.minute * 60 + value.time.second;
}

std::optional<std::int32_t> zone_offset(const std::string& name, std::int64_t on_clock_s) {
    const auto* zone = find_zone(name);
    if (zone == nullptr) return {};
    const Date date = date_from_days(floor_divided(on_clock_s, day_s)).value_or(Date{});
    const auto left = static_cast<int>(on_clock_s - floor_divided(on_clock_s, day_s) * day_s);
    const auto found =
        zone->lookup(cctz::civil_second(date.year, date.month, date.day, left / 3600, left / 60 % 60, left % 60));
    // A time the clocks skip is read as before the change, one they show twice as the first.
    const std::int64_t seconds = found.pre.time_since_epoch().count();
    return static_cast<std::int32_t>(on_clock_s - seconds);
}

std::optional<DateTime> from_clock(Nanoseconds on_clock, const Zone& zone) {
    const Nanoseconds days = floor_divided(on_clock, day_ns);
    const auto date = date_from_days(static_cast<std::int64_t>(days));
    if (!date) return {};
    return DateTime{*date, time_of_day(on_clock - days * day_ns, zone)};
}

}  // namespace

bool is_valid(const Date& date) {
    return date.year >= -year_max && date.year <= year_max && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

std::int64_t days_from_date(const Date& date) {
    // Years are counted from March, so that the leap day is the last.
    const std::int64_t year = date.month <= 2 ? std::int64_t{date.year} - 1 : date.year;
    const std::int64_t cycle = floor_divided<std::int64_t>(year, 400);
    const std::int64_t year_of_cycle = year - cycle * 400;
    const std::int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return cycle * 146'097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - 719'468;
}

std::optional<Date> date_from_days(std::int64_t days) {
    if (days > 400'000'000'000 || days < -400'000'000'000) return {};
    const std::int64_t shifted = days + 719'468;
    const std::int64_t cycle = floor_divided<std::int64_t>(shifted, 146'097);
    const std::int64_t day_of_cycle = shifted - cycle * 146'097;
    const std::int64_t year_of_cycle =
        (day_of_cycle - day_of_cycle / 1'460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
    const std::int64_t day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    const std::int64_t month = (5 * day_of_year + 2) / 153;
    const std::int64_t year = year_of_cycle + cycle * 400 + (month >= 10 ? 1 : 0);
    if (year < -year_max || year > year_max) return {};
    return Date{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month < 10 ? month + 3 : month - 9),
                static_cast<std::uint8_t>(day_of_year - (153 * month + 2) / 5 + 1)};
}

int days_in_month(std::int64_t year, int month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday(const Date& date) {
    const std::int64_t days = days_from_date(date) + 3;  // 1970-01-01 was a Thursday
    return static_cast<int>(days - floor_divided<std::int64_t>(days, 7) * 7) + 1;
}

int day_of_year(const Date& date) {
    return static_cast<int>(days_from_date(date) - days_from_date({date.year, 1, 1})) + 1;
}

int week_of_year(const Date& date) {
    // The week belongs to the year its Thursday lies in.
    const std::int64_t thursday = days_from_date(date) - weekday(date) + 4;
    const Date of_week = date_from_days(thursday).value_or(date);
    return (day_of_year(of_week) - 1) / 7 + 1;
}

bool is_zone(std::string_view name) { return find_zone(std::string(name)) != nullptr; }

Nanoseconds nanoseconds(const DaysDuration& duration) { return duration.seconds * second_ns + duration.nanosecond; }

std::optional<DaysDuration> duration_of(Nanoseconds length) {
    const Nanoseconds seconds = floor_divided(length, second_ns);
    constexpr Nanoseconds limit = static_cast<Nanoseconds>(1) << 62;
    if (seconds > limit || seconds < -limit) return {};
    return DaysDuration{static_cast<std::int64_t>(seconds), static_cast<std::int32_t>(length - seconds * second_ns)};
}

Nanoseconds nanoseconds(const Time& time) {
    return (time.hour * 3600 + time.minute * 60 + time.second) * second_ns + time.nanosecond;
}

Time time_of_day(Nanoseconds since_midnight, const Zone& zone) {
    const Nanoseconds within = since_midnight - floor_divided(since_midnight, day_ns) * day_ns;
    const auto seconds = static_cast<std::int64_t>(within / second_ns);
    return Time{static_cast<std::uint8_t>(seconds / 3600), static_cast<std::uint8_t>(seconds / 60 % 60),
                static_cast<std::uint8_t>(seconds % 60), static_cast<std::int32_t>(within % second_ns), zone};
}

std::optional<std::int32_t> offset_s(const DateTime& value) {
    switch (value.time.zone.kind) {
        case Zone::Kind::Local: return {};
        case Zone::Kind::Offset: return value.time.zone.offset_s;
        case Zone::Kind::Named: return zone_offset(value.time.zone.name, clock_seconds(value));
    }
    return {};
}

std::optional<std::int32_t> offset_s(const Time& time) { return offset_s(DateTime{Date{1970, 1, 1}, time}); }

Nanoseconds on_clock(const DateTime& value) { return clock_seconds(value) * second_ns + value.time.nanosecond; }

Nanoseconds on_time_line(const DateTime& value) { return on_clock(value) - offset_s(value).value_or(0) * second_ns; }

std::optional<Date> plus(const Date& date, const MonthsDuration& duration) {
    std::int64_t months = 0;
    if (__builtin_add_overflow(std::int64_t{date.year} * 12 + date.month - 1, duration.months, &months)) return {};
    const std::int64_t year = floor_divided<std::int64_t>(months, 12);
    if (year < -year_max || year > year_max) return {};
    const auto month = static_cast<int>(months - year * 12) + 1;
    const int day = std::min<int>(date.day, days_in_month(year, month));
    return Date{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

std::optional<DateTime> plus(const DateTime& value, const MonthsDuration& duration) {
    const auto date = plus(value.date, duration);
    if (!date) return {};
    return DateTime{*date, value.time};
}

std::optional<DateTime> plus(const DateTime& value, const DaysDuration& duration) {
    if (value.time.zone.kind != Zone::Kind::Named)
        return from_clock(on_clock(value) + nanoseconds(duration), value.time.zone);
    // In a zone that changes its clocks the length passes on the time line.
    const Nanoseconds then = on_time_line(value) + nanoseconds(duration);
    const Nanoseconds seconds = floor_divided(then, second_ns);
    if (!date_from_days(static_cast<std::int64_t>(floor_divided(then, day_ns)))) return {};
    const auto* zone = find_zone(value.time.zone.name);
    if (zone == nullptr) return {};
    const int offset = zone->lookup(time_point(static_cast<std::int64_t>(seconds))).offset;
    return from_clock(then + offset * second_ns, value.time.zone);
}

Time plus(const Time& time, const DaysDuration& duration) {
    return time_of_day(nanoseconds(time) + nanoseconds(duration), time.zone);
}

std::optional<DateTime> date_time_at(Instant instant, const std::string& name) {
    const auto* zone = find_zone(name);
    if (zone == nullptr) return {};
    const std::int64_t seconds = floor_divided<std::int64_t>(instant.milliseconds, 1000);
    const int offset = zone->lookup(time_point(seconds)).offset;
    return from_clock(static_cast<Nanoseconds>(instant.milliseconds) * 1'000'000 + offset * second_ns,
                      Zone{Zone::Kind::Named, 0, name});
}

std::optional<Instant> to_instant(const DateTime& value, const std::string& zone) {
    DateTime placed = value;
    if (placed.time.zone.kind == Zone::Kind::Local) placed.time.zone = Zone{Zone::Kind::Named, 0, zone};
    if (!offset_s(placed)) return {};
    const Nanoseconds milliseconds = floor_divided<Nanoseconds>(on_time_line(placed), 1'000'000);
    constexpr Nanoseconds limit = static_cast<Nanoseconds>(1) << 62;
    if (milliseconds > limit || milliseconds < -limit) return {};
    return Instant{static_cast<std::int64_t>(milliseconds)};
}

}  // namespace dandori::feel
