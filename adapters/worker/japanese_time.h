#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/instant.h"

namespace dandori::worker {

/// How a year is counted: 2026年4月6日（月）, or as official papers do, 令和8年4月6日.
enum class Years { Western, Era };

/// A point in time as its day and time of day in Tokyo.
struct TokyoTime {
    int year = 1970;
    unsigned month = 1, day = 1;
    std::optional<int> minute_of_day;  ///< absent: a day without a time
    int second = 0;                    ///< of its minute
};

/// An ISO 8601 date, or a time with an offset or FEEL's zone; none when `text` is neither.
std::optional<TokyoTime> tokyo_time_in(std::string_view text);
TokyoTime tokyo_time_of(Instant);

/// `2026年4月6日（月）10:00`, or by the era `令和8年4月6日 10:00`; the time only where there is one.
std::string japanese_time(const TokyoTime&, Years = Years::Western);
std::optional<std::string> japanese_time(std::string_view text, Years = Years::Western);

/// The era's letter year as date stamps write it: `8.4.6`; years before 平成 by the western count.
std::string stamp_date(const TokyoTime&);

}  // namespace dandori::worker
