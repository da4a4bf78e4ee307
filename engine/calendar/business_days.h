#pragma once
// Which days a ward's offices are open, and counting in them (Local Autonomy Act 4-2; Civil Code 140 and 141).

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"

namespace dandori::calendar {

using Day = std::chrono::sys_days;  ///< a calendar day in Tokyo; carries no time and no zone

/// One day met while counting: whether it counted and, if not, why.
struct CountedDay {
    Day day;
    bool counted = false;
    std::string reason;  ///< empty for a day that counted
    std::string source;  ///< the law or data that says so; empty for a day that counted
    bool operator==(const CountedDay&) const = default;
};

/// A deadline that explains itself.
struct Deadline {
    Day last_day;                  ///< the period ends at 24:00 of this day
    std::vector<CountedDay> days;  ///< from the day of the event on, in the order of counting
    bool operator==(const Deadline&) const = default;
};

/// The business days of a ward. Knows the years its holiday rows span and refuses others (Failure::Kind::Bounds),
/// since a missing row would read as an open day.
class BusinessDays {
  public:
    /// Reads rows `date,weekday,name,kind,...` below one heading line. Rows of a kind `extra_...` are no holidays but
    /// exceptions of single calendars; see CalendarSet. Failure: Syntax with the line, or Bounds.
    static Result<BusinessDays> read(std::string_view holidays_csv);

    /// Why the day is closed (weekend, holiday's name, year's end); none on a business day.
    Result<std::optional<std::string>> closed_because(Day) const;
    Result<bool> is_business_day(Day) const;
    /// Whether the day is one of the rows, whatever its weekday.
    Result<bool> is_holiday(Day) const;

    /// The n-th business day after `from`, before it if n is negative; `from` itself isn't counted. n = 0 gives `from`.
    Result<Deadline> count_from(Day from, int n) const;
    Result<Day> add(Day from, int n) const;

    /// 0:00 of this day is when a period of n business days is over.
    Result<Day> end_of_period(Day from, int n) const;

    /// Business days after `from` up to and with `to`; negative when `to` is the earlier.
    Result<int> count(Day from, Day to) const;

  private:
    Result<void> is_known(Day) const;

    std::map<Day, std::string> holidays_;
};

/// 29 December to 3 January.
bool at_years_end(Day);

/// The year whose 1 April begins the fiscal year (年度) of the day.
int fiscal_year(Day);

/// 令和8年11月22日, first years as 元年. Failure: Bounds for days before 昭和.
Result<std::string> era_text(Day);

/// Reads exactly `2026-11-22`; none for anything else.
std::optional<Day> day_from_text(std::string_view);
std::string to_text(Day);

}  // namespace dandori::calendar
