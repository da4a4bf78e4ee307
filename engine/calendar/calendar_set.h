#pragma once
// The ward's named calendars (開庁日, desk hours) as data, and what FEEL can ask of them.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/business_days.h"
#include "engine/failure.h"
#include "engine/feel/temporal.h"
#include "engine/instant.h"

namespace dandori::feel {
class FunctionLibrary;
}

namespace dandori::calendar {

inline constexpr std::int64_t business_days_max = 10'000;  ///< that can be counted in one go

/// Calendars by name, each with its business days and, within them, its opening hours. Immutable once read; cheap to
/// copy; usable from several threads. Every question fails (Failure::Kind::Bounds) for a calendar there isn't and for
/// days of years the holidays aren't known of, since a missing holiday would read as an open day.
class CalendarSet {
  public:
    /// Reads the texts of holidays.csv and service_hours.csv (processes/reference-data says what their columns mean).
    /// `zone` is the zone of the tz data that opening hours are meant in. Failure: Syntax with the line, or Bounds.
    static Result<CalendarSet> read(std::string_view holidays_csv, std::string_view service_hours_csv,
                                    std::string zone = "Asia/Tokyo");

    std::vector<std::string> names() const;
    bool has(std::string_view calendar) const;
    const std::string& zone() const;

    Result<bool> is_business_day(std::string_view calendar, const feel::Date&) const;
    /// The n-th business day after `from` (which isn't counted), before it if n is negative; `from` if n is 0.
    Result<feel::Date> add_business_days(std::string_view calendar, const feel::Date& from, std::int64_t n) const;
    /// When a period of n business days (n from 1) after the day `from` is over: at the calendar's closing time on the
    /// n-th; 0:00 of the following day where it is open as whole days.
    Result<Instant> end_of_business_period(std::string_view calendar, const feel::Date& from, std::int64_t n) const;
    /// Each day from `from`, which isn't counted, to and with `to`, in the order of counting: whether it counts and, if not, why. At most
    /// 1,000 days.
    Result<std::vector<CountedDay>> days_counted(std::string_view calendar, const feel::Date& from, const feel::Date& to) const;
    /// Business days after `from` up to and with `to`; negative when `to` is the earlier.
    Result<std::int64_t> count_business_days(std::string_view calendar, const feel::Date& from,
                                             const feel::Date& to) const;
    /// The n-th business day of the month; from its end if n is negative.
    Result<feel::Date> month_business_day(std::string_view calendar, std::int64_t year, std::int64_t month,
                                          std::int64_t n) const;

    Result<bool> is_open(std::string_view calendar, Instant) const;
    /// `from` itself while the calendar is open, else the moment it opens next.
    Result<Instant> next_opening(std::string_view calendar, Instant from) const;
    /// When so much time within opening hours has passed since `from`; before it if negative.
    Result<Instant> add_business_duration(std::string_view calendar, Instant from, std::int64_t duration_ms) const;

  private:
    CalendarSet() = default;
    struct Held;
    std::shared_ptr<const Held> held_;
};

/// The functions of a set for FEEL: `is business day`, `add business days`, `end of business period`,
/// `count business days`, `add business duration`, `next opening`, `is open`, `month business day`, which are null
/// without a set, and, of no calendar, `fiscal year` and `era text`. A local date and time is read in `zone`,
/// which answers are given in; the text of a date or date and time, as variables hold it, will do as well.
feel::FunctionLibrary feel_functions(std::shared_ptr<const CalendarSet>, std::string zone = "Asia/Tokyo");

}  // namespace dandori::calendar
