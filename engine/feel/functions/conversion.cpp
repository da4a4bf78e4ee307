// From one kind to another (DMN 1.5, 10.3.4.1).
#include <array>

#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

constexpr Nanoseconds one_second = 1'000'000'000;

Zone utc() { return Zone{Zone::Kind::Offset, 0, {}}; }

std::optional<std::string> separator(const Value& value) {
    return value.is_string() ? std::optional(value.as_string()) : std::nullopt;
}

Value to_number(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    std::string text = call[0].as_string();
    const auto grouping = separator(call[1]);
    if (!call[1].is_null() && grouping != " " && grouping != "," && grouping != ".")
        return needs(call, 1, "\" \", \",\" or \".\"");
    const auto point = separator(call[2]);
    if (!call[2].is_null() && point != "." && point != ",") return needs(call, 2, "\".\" or \",\"");
    if (grouping && point == grouping) return needs(call, 2, "another separator than the grouping one");
    if (grouping) std::erase(text, grouping->front());
    if (point == ",") {
        if (text.find('.') != std::string::npos) return no_result(call);
        for (char& c : text) c = c == ',' ? '.' : c;
    }
    const auto number = Decimal::from_text(text);
    return number ? Value(*number) : call.null("\"" + call[0].as_string().substr(0, 60) + "\" is no number.");
}

Value to_string_value(Call& call) { return call[0].is_null() ? Value() : Value(to_text(call[0])); }

Value date_from(Call& call) {
    const Value& from = call[0];
    if (from.is_date()) return from;
    if (from.is_date_time()) return from.as_date_time().date;
    if (!from.is_string()) return needs(call, 0, "a string, date or date and time");
    const auto date = date_from_text(from.as_string());
    if (date) return *date;
    if (const auto both = date_time_from_text(from.as_string())) return both->date;
    return call.null(described(from) + " is no date such as \"2026-04-01\".");
}

Value date_from_parts(Call& call) {
    std::array<std::int64_t, 3> parts{};
    for (std::size_t index = 0; index < 3; ++index) {
        const auto part = cut_integer(call[index]);
        if (!part) return needs(call, index, "a number");
        parts[index] = *part;
    }
    if (parts[0] < -999'999'999 || parts[0] > 999'999'999 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 ||
        parts[2] > 31) {
        return no_result(call);
    }
    const Date date{static_cast<std::int32_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
                    static_cast<std::uint8_t>(parts[2])};
    return is_valid(date) ? Value(date) : no_result(call);
}

Value time_from(Call& call) {
    const Value& from = call[0];
    if (from.is_time()) return from;
    if (from.is_date_time()) return from.as_date_time().time;
    if (from.is_date()) return Time{0, 0, 0, 0, utc()};
    if (!from.is_string()) return needs(call, 0, "a string, time, date or date and time");
    if (auto time = time_from_text(from.as_string())) return std::move(*time);
    if (auto both = date_time_from_text(from.as_string())) return std::move(both->time);
    return call.null(described(from) + " is no time such as \"09:30:00\".");
}

Value time_from_parts(Call& call) {
    const auto hour = cut_integer(call[0]);
    const auto minute = cut_integer(call[1]);
    if (!hour || *hour < 0 || *hour > 23) return needs(call, 0, "a number from 0 to 23");
    if (!minute || *minute < 0 || *minute > 59) return needs(call, 1, "a number from 0 to 59");
    if (!call[2].is_number() || call[2].as_number().is_negative() || call[2].as_number() >= Decimal(60)) {
        return needs(call, 2, "a number from 0 to less than 60");
    }
    const auto in_nanoseconds = call[2].as_number().times(Decimal(1'000'000'000));
    const auto whole = in_nanoseconds ? cut_integer(Value(*in_nanoseconds)) : std::nullopt;
    if (!whole) return no_result(call);
    Zone zone;
    if (!call[3].is_null()) {
        if (!call[3].is_days_duration()) return needs(call, 3, "a days and time duration");
        const std::int64_t offset = call[3].as_days_duration().seconds;
        if (offset < -18 * 3600 || offset > 18 * 3600) return needs(call, 3, "a duration of at most 18 hours");
        zone = Zone{Zone::Kind::Offset, static_cast<std::int32_t>(offset), {}};
    }
    return time_of_day((*hour * 3600 + *minute * 60) * one_second + *whole, zone);
}

Value date_time_from(Call& call) {
    const Value& from = call[0];
    if (from.is_date_time()) return from;
    if (from.is_date()) return DateTime{from.as_date(), Time{0, 0, 0, 0, utc()}};
    if (!from.is_string()) return needs(call, 0, "a string, date or date and time");
    if (auto both = date_time_from_text(from.as_string())) return std::move(*both);
    if (const auto date = date_from_text(from.as_string())) return DateTime{*date, Time{}};
    return call.null(described(from) + " is no date and time such as \"2026-04-01T09:30:00+09:00\".");
}

Value in_zone(Call& call) {
    if (!is_zone(call[1].as_string())) return needs(call, 1, "a zone such as \"Asia/Tokyo\"");
    DateTime placed = call[0].as_date_time();
    const Zone zone{Zone::Kind::Named, 0, call[1].as_string()};
    if (placed.time.zone.kind == Zone::Kind::Local) {
        placed.time.zone = zone;
        return placed;
    }
    const auto instant = to_instant(placed, call.surroundings().zone);
    auto there = instant ? date_time_at(*instant, zone.name) : std::nullopt;
    if (!there) return no_result(call);
    there->time.nanosecond = placed.time.nanosecond;
    return std::move(*there);
}

Value date_time_from_parts(Call& call) {
    if (call[0].is_date_time() && call[1].is_string()) return in_zone(call);
    if (!call[0].is_date() && !call[0].is_date_time()) return needs(call, 0, "a date or date and time");
    if (!call[1].is_time()) return needs(call, 1, "a time");
    return DateTime{call[0].is_date() ? call[0].as_date() : call[0].as_date_time().date, call[1].as_time()};
}

Value duration_from(Call& call) {
    const Value& from = call[0];
    if (from.is_days_duration() || from.is_months_duration()) return from;
    if (!from.is_string()) return needs(call, 0, "a string");
    if (const auto months = months_duration_from_text(from.as_string())) return *months;
    if (const auto days = days_duration_from_text(from.as_string())) return *days;
    return call.null(described(from) + " is no duration such as \"P1DT2H\" or \"P1Y2M\".");
}

std::optional<Date> day_of(const Value& value) {
    if (value.is_date()) return value.as_date();
    if (value.is_date_time()) return value.as_date_time().date;
    return {};
}

Value months_between(Call& call) {
    const auto from = day_of(call[0]);
    if (!from) return needs(call, 0, "a date or date and time");
    const auto to = day_of(call[1]);
    if (!to) return needs(call, 1, "a date or date and time");
    std::int64_t months = (std::int64_t{to->year} - from->year) * 12 + to->month - from->month;
    if (months > 0 && to->day < from->day) --months;
    if (months < 0 && to->day > from->day) ++months;
    return MonthsDuration{months};
}

Value range_from(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string such as \"[1..10)\"");
    const auto expression = Expression::parse(call[0].as_string());
    if (!expression || !expression->names().empty())
        return call.null(described(call[0]) + " is no range such as \"[1..10)\".");
    const Value value = expression->evaluate(ContextScope(Value()), call.surroundings()).value;
    return value.is_range() ? value : call.null(described(call[0]) + " is no range such as \"[1..10)\".");
}

}  // namespace

void add_conversion_functions(FunctionLibrary& library) {
    library.add("number", {"from", "grouping separator", "decimal separator"}, to_number, 1);
    library.add("string", {"from"}, to_string_value);
    library.add("date", {"from"}, date_from);
    library.add("date", {"year", "month", "day"}, date_from_parts);
    library.add("time", {"from"}, time_from);
    library.add("time", {"hour", "minute", "second", "offset"}, time_from_parts, 3);
    library.add("date and time", {"from"}, date_time_from);
    library.add("date and time", {"date", "time"}, date_time_from_parts);
    library.add("date and time", {"date", "timezone"}, date_time_from_parts);
    library.add("duration", {"from"}, duration_from);
    library.add("years and months duration", {"from", "to"}, months_between);
    library.add("range", {"from"}, range_from);
}

}  // namespace dandori::feel
