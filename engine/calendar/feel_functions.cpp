// What FEEL can ask of calendars.
#include <algorithm>
#include <array>
#include <utility>

#include "engine/calendar/business_days.h"
#include "engine/calendar/calendars_in_force.h"
#include "engine/feel/expression.h"

namespace dandori::calendar {
namespace {

using feel::Call;
using feel::Date;
using feel::DateTime;
using feel::Value;

/// The functions' common ground: the calendars, and the zone that clocks are read in.
struct Desk {
    std::shared_ptr<const CalendarSet> calendars;
    std::string zone;

    /// A date, date and time, or the text of one, as it comes in the variables of a process.
    std::optional<Value> when(const Value& value) const {
        if (value.is_date()) return value;
        if (value.is_string()) {
            if (const auto date = feel::date_from_text(value.as_string())) return Value(*date);
            if (auto both = feel::date_time_from_text(value.as_string())) return in_zone(*both);
        }
        return value.is_date_time() ? in_zone(value.as_date_time()) : std::nullopt;
    }
    std::optional<Value> in_zone(const DateTime& value) const {
        const auto instant = feel::to_instant(value, zone);
        auto there = instant ? feel::date_time_at(*instant, zone) : std::nullopt;
        return there ? std::optional<Value>(std::move(*there)) : std::nullopt;
    }
    std::optional<Date> day(const Value& value) const {
        const auto found = when(value);
        if (!found) return {};
        return found->is_date() ? found->as_date() : found->as_date_time().date;
    }
    std::optional<Instant> instant(const Value& value) const {
        const auto found = when(value);
        return found ? feel::to_instant(*found, zone) : std::nullopt;
    }
};

std::string shown(const Value& value) { return value.is_null() ? "null" : feel::to_literal(value).substr(0, 80); }

Value refuse(Call& call, std::size_t index, std::string_view name, std::string_view needed) {
    return call.null("'" + std::string(name) + "' is " + shown(call[index]) + "; " + std::string(needed) +
                     " is needed.");
}

template <class T>
Value value_or_why(Call& call, Result<T> result) {
    return result ? Value(std::move(*result)) : call.null(std::move(result).error().text);
}

Value date_time_or_why(Call& call, const Desk& desk, const Result<Instant>& result) {
    if (!result) return call.null(result.error().text);
    auto there = feel::date_time_at(*result, desk.zone);
    return there ? Value(std::move(*there)) : call.null("There is no zone '" + desk.zone + "'.");
}

/// Notes how a period was counted, where somebody wants to know.
void note_period(Call& call, const Desk& desk, std::int64_t count, const Date& from, const Date& last_day, const Value& result) {
    std::vector<Value>* notes = call.surroundings().notes;
    if (!notes || result.is_null()) return;
    const auto days = desk.calendars->days_counted(call[2].as_string(), from, last_day);
    if (!days) return;
    feel::List list;
    for (const CountedDay& each : *days) {
        feel::Context day;
        day.put("date", to_text(each.day));
        day.put("counted", each.counted);
        if (!each.reason.empty()) day.put("reason", each.reason);
        if (!each.source.empty()) day.put("source", each.source);
        list.push_back(std::move(day));
    }
    feel::Context period;
    period.put("calendar", call[2].as_string());
    period.put("count", count);
    period.put("from", Value(from));
    period.put("until", result);
    period.put("days", std::move(list));
    notes->push_back(std::move(period));
}

constexpr std::string_view a_day = "a date or a date and time";
constexpr std::string_view a_moment = "a date and time";
constexpr std::string_view a_count = "a whole number";
constexpr std::string_view a_calendar = "the name of a calendar";

Value is_business_day(Call& call, const Desk& desk) {
    const auto day = desk.day(call[0]);
    if (!day) return refuse(call, 0, "date", a_day);
    if (!call[1].is_string()) return refuse(call, 1, "cal", a_calendar);
    return value_or_why(call, desk.calendars->is_business_day(call[1].as_string(), *day));
}

Value add_business_days(Call& call, const Desk& desk) {
    const auto from = desk.when(call[0]);
    if (!from) return refuse(call, 0, "from", a_day);
    const auto count = call[1].to_integer();
    if (!count) return refuse(call, 1, "n", a_count);
    if (!call[2].is_string()) return refuse(call, 2, "cal", a_calendar);
    const Date first = *desk.day(*from);
    const auto day = desk.calendars->add_business_days(call[2].as_string(), first, *count);
    if (!day) return call.null(day.error().text);
    Value result = from->is_date() ? Value(*day) : Value(DateTime{*day, from->as_date_time().time});
    note_period(call, desk, *count, first, *day, result);
    return result;
}

Value end_of_business_period(Call& call, const Desk& desk) {
    const auto from = desk.day(call[0]);
    if (!from) return refuse(call, 0, "from", a_day);
    const auto count = call[1].to_integer();
    if (!count || *count < 1) return refuse(call, 1, "n", "a whole number from 1");
    if (!call[2].is_string()) return refuse(call, 2, "cal", a_calendar);
    Value result = date_time_or_why(call, desk, desk.calendars->end_of_business_period(call[2].as_string(), *from, *count));
    if (const auto last = desk.calendars->add_business_days(call[2].as_string(), *from, *count)) note_period(call, desk, *count, *from, *last, result);
    return result;
}

Value count_business_days(Call& call, const Desk& desk) {
    const auto from = desk.day(call[0]);
    if (!from) return refuse(call, 0, "from", a_day);
    const auto to = desk.day(call[1]);
    if (!to) return refuse(call, 1, "to", a_day);
    if (!call[2].is_string()) return refuse(call, 2, "cal", a_calendar);
    return value_or_why(call, desk.calendars->count_business_days(call[2].as_string(), *from, *to));
}

Value add_business_duration(Call& call, const Desk& desk) {
    const auto from = desk.instant(call[0]);
    if (!from) return refuse(call, 0, "dt", a_moment);
    auto duration = call[1].is_days_duration() ? std::optional(call[1].as_days_duration()) : std::nullopt;
    if (call[1].is_string()) duration = feel::days_duration_from_text(call[1].as_string());
    if (!duration) return refuse(call, 1, "duration", "a days and time duration");
    if (!call[2].is_string()) return refuse(call, 2, "cal", a_calendar);
    constexpr std::int64_t far_s = std::int64_t{1} << 50;
    if (duration->seconds > far_s || duration->seconds < -far_s)
        return refuse(call, 1, "duration", "a shorter duration");
    return date_time_or_why(
        call, desk,
        desk.calendars->add_business_duration(call[2].as_string(), *from,
                                              duration->seconds * 1000 + duration->nanosecond / 1'000'000));
}

Value next_opening(Call& call, const Desk& desk) {
    const auto from = desk.instant(call[0]);
    if (!from) return refuse(call, 0, "dt", a_moment);
    if (!call[1].is_string()) return refuse(call, 1, "cal", a_calendar);
    return date_time_or_why(call, desk, desk.calendars->next_opening(call[1].as_string(), *from));
}

Value is_open(Call& call, const Desk& desk) {
    const auto when = desk.instant(call[0]);
    if (!when) return refuse(call, 0, "dt", a_moment);
    if (!call[1].is_string()) return refuse(call, 1, "cal", a_calendar);
    return value_or_why(call, desk.calendars->is_open(call[1].as_string(), *when));
}

Value month_business_day(Call& call, const Desk& desk) {
    std::array<std::int64_t, 3> numbers{};
    constexpr std::array<std::string_view, 3> names{"year", "month", "n"};
    for (std::size_t index = 0; index < 3; ++index) {
        const auto number = call[index].to_integer();
        if (!number || *number > 1'000'000 || *number < -1'000'000) return refuse(call, index, names[index], a_count);
        numbers[index] = *number;
    }
    if (!call[3].is_string()) return refuse(call, 3, "cal", a_calendar);
    return value_or_why(call,
                        desk.calendars->month_business_day(call[3].as_string(), numbers[0], numbers[1], numbers[2]));
}

Value fiscal_year_of(Call& call, const Desk& desk) {
    const auto day = desk.day(call[0]);
    if (!day) return refuse(call, 0, "date", a_day);
    return std::int64_t{day->year} - (day->month < 4 ? 1 : 0);
}

Value era_text_of(Call& call, const Desk& desk) {
    const auto day = desk.day(call[0]);
    if (!day) return refuse(call, 0, "date", a_day);
    if (day->year < 1 || day->year > 9999) return refuse(call, 0, "date", "a date of 昭和 or later");
    return value_or_why(call, era_text(Day(std::chrono::days(feel::days_from_date(*day)))));
}

using Function = Value (*)(Call&, const Desk&);

struct Named {
    std::string_view name;
    std::vector<std::string> parameters;
    Function function;
};

/// Those that ask a calendar.
const std::vector<Named>& of_calendars() {
    static const std::vector<Named> functions{
        {"is business day", {"date", "cal"}, is_business_day},
        {"add business days", {"from", "n", "cal"}, add_business_days},
        {"end of business period", {"from", "n", "cal"}, end_of_business_period},
        {"count business days", {"from", "to", "cal"}, count_business_days},
        {"add business duration", {"dt", "duration", "cal"}, add_business_duration},
        {"next opening", {"dt", "cal"}, next_opening},
        {"is open", {"dt", "cal"}, is_open},
        {"month business day", {"year", "month", "n", "cal"}, month_business_day},
    };
    return functions;
}

/// `calendars()` gives those to ask, each time.
template <class Calendars>
feel::FunctionLibrary library_over(Calendars calendars, const std::string& zone) {
    feel::FunctionLibrary library;
    for (const Named& each : of_calendars()) {
        library.add(std::string(each.name), each.parameters, [calendars, zone, function = each.function](Call& call) {
            const Desk desk{calendars(), zone};
            return desk.calendars ? function(call, desk) : call.null("No calendars are in force.");
        });
    }
    const auto add = [&](std::string name, Function function) {
        library.add(std::move(name), {"date"}, [zone, function](Call& call) { return function(call, Desk{{}, zone}); });
    };
    add("fiscal year", fiscal_year_of);
    add("era text", era_text_of);
    return library;
}

}  // namespace

feel::FunctionLibrary feel_functions(std::shared_ptr<const CalendarsInForce> in_force, std::string zone) {
    return library_over([in_force = std::move(in_force)] { return in_force->get(); }, zone);
}

feel::FunctionLibrary feel_functions(std::shared_ptr<const CalendarSet> calendars, std::string zone) {
    return library_over([calendars = std::move(calendars)] { return calendars; }, zone);
}

bool may_ask_calendar(std::string_view expression) {
    // The words of a name may stand apart by any white space.
    std::string words;
    for (const char c : expression) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_space) words += c;
        else if (!words.empty() && words.back() != ' ') words += ' ';
    }
    return std::ranges::any_of(of_calendars(), [&](const Named& each) { return words.find(each.name) != std::string::npos; });
}

}  // namespace dandori::calendar
