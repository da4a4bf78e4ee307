#pragma once
// When a calendar is open: by its row in service_hours.csv, over the days that are closed to everybody.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/calendar/business_days.h"
#include "engine/calendar/csv.h"

namespace dandori::calendar {

/// Minutes since midnight: open from the first to before the second.
using Interval = std::pair<int, int>;

/// One row of service_hours.csv.
struct Opening {
    std::vector<int> weekdays;  ///< 1 = Monday ... 7 = Sunday
    bool on_holidays = false;   ///< also on holidays, whatever their weekday
    std::string outside_of;     ///< not empty: open whenever that calendar is closed
    Interval hours{0, 24 * 60};
    bool closed_on_weekends = false;
    bool closed_on_holidays = false;
    bool closed_at_years_end = false;
    bool closed_in_third_week = false;  ///< the month's third Saturday and the Sunday after it
};

/// Days of one calendar that differ from its rule, from rows of kind `extra_closed` and `extra_open`.
using ExtraDays = std::map<std::pair<std::string, Day>, bool>;

/// Failure: Syntax with the line and what is expected.
Result<Opening> opening_of(const CsvRow&);

/// All calendars with the days they share.
struct Openings {
    BusinessDays days;
    std::map<std::string, Opening, std::less<>> by_name;
    ExtraDays extra;  ///< true: open

    /// When the calendar is open on the day, in order. Failure: Bounds, if the holidays of the year aren't known.
    Result<std::vector<Interval>> on(const std::string& name, Day) const;

    /// Whether the calendar is open on the day at all; if not, why.
    Result<CountedDay> counted(const std::string& name, Day) const;

  private:
    Result<bool> is_open_day(const std::string& name, const Opening&, Day) const;
};

}  // namespace dandori::calendar
