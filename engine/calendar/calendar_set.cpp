#include "engine/calendar/calendar_set.h"

#include <algorithm>

#include "engine/calendar/opening.h"

namespace dandori::calendar {
namespace {

constexpr std::int64_t listed_days_max = 1'000;

Day day_of(const feel::Date& date) { return Day(std::chrono::days(feel::days_from_date(date))); }

feel::Date date_of(Day day) { return feel::date_from_days(day.time_since_epoch().count()).value_or(feel::Date{}); }

Result<void> within_years(const feel::Date& date) {
    // <chrono> counts years in 16 bits.
    if (date.year >= 1900 && date.year <= 9999) return {};
    return fail(Failure::Kind::Bounds, "Calendars know the years 1900 to 9999, not " + feel::to_text(date) + ".");
}

tl::unexpected<Failure> too_many(std::int64_t count) {
    return fail(Failure::Kind::Bounds, std::to_string(count) + " business days are more than the " +
                                           std::to_string(business_days_max) + " that can be counted.");
}

}  // namespace

struct CalendarSet::Held {
    Openings openings;
    std::string zone;

    Result<const std::string*> known(std::string_view calendar) const {
        const auto found = openings.by_name.find(calendar);
        if (found != openings.by_name.end()) return &found->first;
        std::string names;
        for (const auto& each : openings.by_name) names += (names.empty() ? "" : ", ") + each.first;
        return fail(Failure::Kind::Bounds,
                    "There is no calendar '" + std::string(calendar) + "'; there are " + names + ".");
    }

    Result<bool> opens_on(const std::string& calendar, const feel::Date& date) const {
        TRY(within_years(date));
        return !TRY(openings.on(calendar, day_of(date))).empty();
    }

    /// When the calendar is open on a day, as instants.
    Result<std::vector<std::pair<Instant, Instant>>> spans(const std::string& calendar, Day day) const {
        std::vector<std::pair<Instant, Instant>> spans;
        TRY(within_years(date_of(day)));
        for (const auto& [begin, end] : TRY(openings.on(calendar, day)))
            spans.emplace_back(moment(day, begin), moment(day, end));
        return spans;
    }

    Instant moment(Day day, int minute) const {
        // Read on the clock of the zone, so that a day on which clocks change has its hours where they are written.
        const feel::Date date = date_of(day + std::chrono::days(minute / (24 * 60)));
        const int left = minute % (24 * 60);
        const feel::Time time{static_cast<std::uint8_t>(left / 60), static_cast<std::uint8_t>(left % 60), 0, 0, {}};
        return feel::to_instant(feel::DateTime{date, time}, zone).value_or(Instant{});
    }

    Result<Day> local_day(Instant instant) const {
        const auto local = feel::date_time_at(instant, zone);
        if (!local) return fail(Failure::Kind::Bounds, "The instant lies beyond what calendars know.");
        TRY(within_years(local->date));
        return day_of(local->date);
    }
};

Result<CalendarSet> CalendarSet::read(std::string_view holidays_csv, std::string_view service_hours_csv,
                                      std::string zone) {
    if (!feel::is_zone(zone)) return fail(Failure::Kind::Bounds, "There is no zone '" + zone + "' in the tz data.");
    auto held = std::make_shared<Held>();
    held->zone = std::move(zone);
    held->openings.days = TRY(BusinessDays::read(holidays_csv));
    for (const CsvRow& row : TRY(read_csv(holidays_csv, {"date", "kind"}, "holidays.csv"))) {
        const std::string& kind = row["kind"];
        if (!kind.starts_with("extra_")) continue;
        const auto colon = std::min(kind.find(':'), kind.size());
        const std::string what = kind.substr(0, colon);
        const auto day = day_from_text(row["date"]);
        if (!day || (what != "extra_open" && what != "extra_closed")) {
            return fail(Failure::Kind::Syntax,
                        "holidays.csv: line " + std::to_string(row.line) + " has '" + kind +
                            "' as kind; 'extra_open' or 'extra_closed', perhaps with ':' and a calendar, is needed.");
        }
        held->openings.extra[{colon < kind.size() ? kind.substr(colon + 1) : "", *day}] = what == "extra_open";
    }
    for (const CsvRow& row :
         TRY(read_csv(service_hours_csv, {"hours_id", "days", "open", "close", "closed_on"}, "service_hours.csv"))) {
        if (row["hours_id"].empty() || !held->openings.by_name.emplace(row["hours_id"], TRY(opening_of(row))).second) {
            return fail(Failure::Kind::Syntax, "service_hours.csv: line " + std::to_string(row.line) + " has '" +
                                                   row["hours_id"] +
                                                   "' as hours_id; a name that no other line has is needed.");
        }
    }
    for (const auto& [name, opening] : held->openings.by_name) {
        if (opening.outside_of.empty()) continue;
        const auto inner = held->openings.by_name.find(opening.outside_of);
        if (inner == held->openings.by_name.end() || !inner->second.outside_of.empty()) {
            return fail(Failure::Kind::Syntax, "service_hours.csv: '" + name + "' is open outside of '" +
                                                   opening.outside_of +
                                                   "'; a calendar with hours of its own is needed.");
        }
    }
    CalendarSet set;
    set.held_ = std::move(held);
    return set;
}

std::vector<std::string> CalendarSet::names() const {
    std::vector<std::string> names;
    for (const auto& each : held_->openings.by_name) names.push_back(each.first);
    return names;
}

bool CalendarSet::has(std::string_view calendar) const { return held_->openings.by_name.contains(calendar); }

const std::string& CalendarSet::zone() const { return held_->zone; }

Result<bool> CalendarSet::is_business_day(std::string_view calendar, const feel::Date& date) const {
    return TRY(held_->opens_on(*TRY(held_->known(calendar)), date));
}

Result<feel::Date> CalendarSet::add_business_days(std::string_view calendar, const feel::Date& from,
                                                  std::int64_t n) const {
    const std::string& name = *TRY(held_->known(calendar));
    if (n > business_days_max || n < -business_days_max) return too_many(n);
    TRY(within_years(from));
    feel::Date date = from;
    const std::int64_t step = n < 0 ? -1 : 1;
    // A calendar may be closed for ever: no year has less than ten open days.
    std::int64_t tries = business_days_max * 40;
    for (std::int64_t left = n * step; left > 0;) {
        if (--tries < 0) return too_many(n);
        const auto next = feel::date_from_days(feel::days_from_date(date) + step);
        date = next.value_or(date);
        if (TRY(held_->opens_on(name, date))) --left;
    }
    return date;
}

Result<Instant> CalendarSet::end_of_business_period(std::string_view calendar, const feel::Date& from,
                                                    std::int64_t n) const {
    const std::string& name = *TRY(held_->known(calendar));
    if (n < 1)
        return fail(Failure::Kind::Bounds,
                    "A period of " + std::to_string(n) + " business days has no end; at least 1 is needed.");
    const feel::Date last = TRY(add_business_days(calendar, from, n));
    return TRY(held_->spans(name, day_of(last))).back().second;
}

Result<std::vector<CountedDay>> CalendarSet::days_counted(std::string_view calendar, const feel::Date& from,
                                                          const feel::Date& to) const {
    const std::string& name = *TRY(held_->known(calendar));
    TRY(within_years(from));
    TRY(within_years(to));
    const std::int64_t begin = feel::days_from_date(from);
    const std::int64_t end = feel::days_from_date(to);
    const std::int64_t step = begin <= end ? 1 : -1;
    if ((end - begin) * step > listed_days_max)
        return fail(Failure::Kind::Bounds, "More than " + std::to_string(listed_days_max) + " days are not listed.");
    std::vector<CountedDay> days{{day_of(from), false, "初日不算入", "民法第140条"}};
    for (std::int64_t day = begin; day != end;) {
        day += step;
        days.push_back(TRY(held_->openings.counted(name, Day(std::chrono::days(day)))));
    }
    return days;
}

Result<std::int64_t> CalendarSet::count_business_days(std::string_view calendar, const feel::Date& from,
                                                      const feel::Date& to) const {
    const std::string& name = *TRY(held_->known(calendar));
    TRY(within_years(from));
    TRY(within_years(to));
    const std::int64_t begin = feel::days_from_date(from);
    const std::int64_t end = feel::days_from_date(to);
    const std::int64_t step = begin <= end ? 1 : -1;
    std::int64_t count = 0;
    for (std::int64_t day = begin; day != end;) {
        day += step;
        if (TRY(held_->opens_on(name, feel::date_from_days(day).value_or(to)))) count += step;
    }
    return count;
}

Result<feel::Date> CalendarSet::month_business_day(std::string_view calendar, std::int64_t year, std::int64_t month,
                                                   std::int64_t n) const {
    const std::string& name = *TRY(held_->known(calendar));
    if (month < 1 || month > 12 || year < 1900 || year > 9999) {
        return fail(Failure::Kind::Bounds, "There is no month " + std::to_string(month) + " of " +
                                               std::to_string(year) + " that calendars know.");
    }
    const int last = feel::days_in_month(year, static_cast<int>(month));
    std::int64_t left = n < 0 ? -n : n;
    for (int count = 1; count <= last && left > 0; ++count) {
        const feel::Date date{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
                              static_cast<std::uint8_t>(n < 0 ? last + 1 - count : count)};
        if (TRY(held_->opens_on(name, date)) && --left == 0) return date;
    }
    return fail(Failure::Kind::Bounds, "The month " + std::to_string(year) + "-" + std::to_string(month) +
                                           " has no business day number " + std::to_string(n) + " of '" + name + "'.");
}

Result<bool> CalendarSet::is_open(std::string_view calendar, Instant instant) const {
    const std::string& name = *TRY(held_->known(calendar));
    for (const auto& [begin, end] : TRY(held_->spans(name, TRY(held_->local_day(instant))))) {
        if (begin <= instant && instant < end) return true;
    }
    return false;
}

Result<Instant> CalendarSet::next_opening(std::string_view calendar, Instant from) const {
    const std::string& name = *TRY(held_->known(calendar));
    Day day = TRY(held_->local_day(from));
    for (std::int64_t tries = business_days_max; tries > 0; --tries, day += std::chrono::days(1)) {
        for (const auto& [begin, end] : TRY(held_->spans(name, day))) {
            if (from < end) return std::max(begin, from);
        }
    }
    return fail(Failure::Kind::Bounds,
                "'" + name + "' doesn't open within " + std::to_string(business_days_max) + " days.");
}

Result<Instant> CalendarSet::add_business_duration(std::string_view calendar, Instant from,
                                                   std::int64_t duration_ms) const {
    const std::string& name = *TRY(held_->known(calendar));
    Day day = TRY(held_->local_day(from));
    if (duration_ms == 0) return from;
    const bool forward = duration_ms > 0;
    std::int64_t left = forward ? duration_ms : -duration_ms;
    if (left < 0) return fail(Failure::Kind::Bounds, "The duration is longer than what can be counted.");
    for (std::int64_t tries = business_days_max; tries > 0; --tries, day += std::chrono::days(forward ? 1 : -1)) {
        auto spans = TRY(held_->spans(name, day));
        if (!forward) std::reverse(spans.begin(), spans.end());
        for (const auto& [begin, end] : spans) {
            const Instant low = forward ? std::max(begin, from) : begin;
            const Instant high = forward ? end : std::min(end, from);
            if (high <= low) continue;
            if (high - low >= left) return forward ? low + left : high + -left;
            left -= high - low;
        }
    }
    return fail(Failure::Kind::Bounds,
                "The duration doesn't end within " + std::to_string(business_days_max) + " days of '" + name + "'.");
}

}  // namespace dandori::calendar
