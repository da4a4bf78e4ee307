#pragma once
// FEEL's dates, times and durations (DMN 1.5, 10.3.2.3.3 - 10.3.2.3.7), and their reading, writing and arithmetic.

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/instant.h"

namespace dandori::feel {

/// A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999.
struct Date {
    std::int32_t year = 0;
    std::uint8_t month = 1;
    std::uint8_t day = 1;
    auto operator<=>(const Date&) const = default;
};

/// Where a time is meant: nowhere (local), at a fixed offset, or in a zone of the tz data.
struct Zone {
    enum class Kind : std::uint8_t { Local, Offset, Named };
    Kind kind = Kind::Local;
    std::int32_t offset_s = 0;  ///< for Offset
    std::string name;           ///< for Named, e.g. `Asia/Tokyo`
    bool operator==(const Zone&) const = default;
};

struct Time {
    std::uint8_t hour = 0;
    std::uint8_t minute = 0;
    std::uint8_t second = 0;
    std::int32_t nanosecond = 0;
    Zone zone;
};

struct DateTime {
    Date date;
    Time time;
};

/// Days and time: an exact length.
struct DaysDuration {
    std::int64_t seconds = 0;     ///< rounded towards minus infinity
    std::int32_t nanosecond = 0;  ///< 0 to 999,999,999, added to the seconds
    auto operator<=>(const DaysDuration&) const = default;
};

/// Years and months.
struct MonthsDuration {
    std::int64_t months = 0;
    auto operator<=>(const MonthsDuration&) const = default;
};

bool is_valid(const Date&);
/// Days since 1970-01-01, and back (none beyond the years of Date).
std::int64_t days_from_date(const Date&);
std::optional<Date> date_from_days(std::int64_t days);
int days_in_month(std::int64_t year, int month);
/// 1 = Monday ... 7 = Sunday; day of the year from 1; ISO 8601's week of the year.
int weekday(const Date&);
int day_of_year(const Date&);
int week_of_year(const Date&);

/// The ISO 8601 texts of DMN 1.5's lexical forms; none if the text isn't one or names a day, hour or zone that isn't.
std::optional<Date> date_from_text(std::string_view);
std::optional<Time> time_from_text(std::string_view);
std::optional<DateTime> date_time_from_text(std::string_view);
std::optional<DaysDuration> days_duration_from_text(std::string_view);
std::optional<MonthsDuration> months_duration_from_text(std::string_view);
bool is_zone(std::string_view name);

std::string to_text(const Date&);
std::string to_text(const Time&);
std::string to_text(const DateTime&);
std::string to_text(const DaysDuration&);
std::string to_text(const MonthsDuration&);

using Nanoseconds = __int128;
Nanoseconds nanoseconds(const DaysDuration&);
std::optional<DaysDuration> duration_of(Nanoseconds);
/// Since midnight, the zone ignored.
Nanoseconds nanoseconds(const Time&);
Time time_of_day(Nanoseconds since_midnight, const Zone&);
/// The offset that holds then; none for Local.
std::optional<std::int32_t> offset_s(const DateTime&);
/// Of a time without a day: a named zone has none that is certain, its offset at the epoch is taken.
std::optional<std::int32_t> offset_s(const Time&);
/// Since 1970-01-01T00:00 UTC; a local one is read as if in UTC.
Nanoseconds on_time_line(const DateTime&);
/// The clock's face since 1970-01-01T00:00, the zone ignored.
Nanoseconds on_clock(const DateTime&);

std::optional<Date> plus(const Date&, const MonthsDuration&);
std::optional<DateTime> plus(const DateTime&, const MonthsDuration&);
std::optional<DateTime> plus(const DateTime&, const DaysDuration&);
Time plus(const Time&, const DaysDuration&);

/// The date and time that an instant is in a zone of the tz data.
std::optional<DateTime> date_time_at(Instant, const std::string& zone);
/// The instant of a date and time; a local one is read in the zone given. None beyond 64 bits or for an unknown zone.
std::optional<Instant> to_instant(const DateTime&, const std::string& zone);

}  // namespace dandori::feel
