// Dates and times (DMN 1.5, 10.3.4.7, 10.3.4.10).
#include <array>

#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

template <class Compute>
auto of_day(Compute compute) {
    return [compute](Call& call) -> Value {
        if (call[0].is_date()) return compute(call[0].as_date());
        if (call[0].is_date_time()) return compute(call[0].as_date_time().date);
        return needs(call, 0, "a date or date and time");
    };
}

Value now(Call& call) {
    auto now = date_time_at(call.surroundings().now, call.surroundings().zone);
    return now ? Value(std::move(*now)) : call.null("There is no zone '" + call.surroundings().zone + "'.");
}

Value today(Call& call) {
    const auto now = date_time_at(call.surroundings().now, call.surroundings().zone);
    return now ? Value(now->date) : call.null("There is no zone '" + call.surroundings().zone + "'.");
}

}  // namespace

void add_temporal_functions(FunctionLibrary& library) {
    library.add("now", std::vector<std::string>{}, now);
    library.add("today", std::vector<std::string>{}, today);
    library.add("day of year", {"date"}, of_day([](const Date& date) -> Value { return day_of_year(date); }));
    library.add("week of year", {"date"}, of_day([](const Date& date) -> Value { return week_of_year(date); }));
    library.add("day of week", {"date"}, of_day([](const Date& date) -> Value {
                    return weekdays[static_cast<std::size_t>(weekday(date) - 1)];
                }));
    library.add("month of year", {"date"},
                of_day([](const Date& date) -> Value { return months[static_cast<std::size_t>(date.month - 1)]; }));
    library.add("last day of month", {"date"}, of_day([](const Date& date) -> Value {
                    return Date{date.year, date.month, static_cast<std::uint8_t>(days_in_month(date.year, date.month))};
                }));
}

}  // namespace dandori::feel
