// The lexical forms of dates, times and durations: XML Schema's, with zones by name behind an @ (DMN 1.5, 10.3.4.1).
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "engine/feel/temporal.h"

namespace dandori::feel {
namespace {

constexpr std::int32_t offset_max_s = 18 * 3600;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a text apart from its front.
class Front {
  public:
    explicit Front(std::string_view text) : text_(text) {}

    bool empty() const { return text_.empty(); }
    char peek() const { return text_.empty() ? '\0' : text_.front(); }
    std::string_view rest() const { return text_; }
    bool take(char c) {
        if (peek() != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    std::string_view digits() {
        std::size_t count = 0;
        while (count < text_.size() && is_digit(text_[count])) ++count;
        const auto found = text_.substr(0, count);
        text_.remove_prefix(count);
        return found;
    }
    std::optional<int> two_digits() {
        if (text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) return {};
        const int number = (text_[0] - '0') * 10 + (text_[1] - '0');
        text_.remove_prefix(2);
        return number;
    }

  private:
    std::string_view text_;
};

std::optional<std::int64_t> whole_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 18) return {};
    std::int64_t number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

/// Digits behind a decimal point as nanoseconds; further ones are cut.
std::int32_t fraction_ns(std::string_view digits) {
    std::int32_t nanosecond = 0;
    for (std::size_t index = 0; index < 9; ++index) {
        nanosecond = nanosecond * 10 + (index < digits.size() ? digits[index] - '0' : 0);
    }
    return nanosecond;
}

std::optional<Date> take_date(Front& front) {
    const bool negative = front.take('-');
    const auto digits = front.digits();
    if (digits.size() < 4 || digits.size() > 9 || (digits.size() > 4 && digits.front() == '0')) return {};
    const auto year = whole_number(digits);
    if (!year || (negative && *year == 0) || !front.take('-')) return {};
    const auto month = front.two_digits();
    if (!month || !front.take('-')) return {};
    const auto day = front.two_digits();
    if (!day) return {};
    const Date date{static_cast<std::int32_t>(negative ? -*year : *year), static_cast<std::uint8_t>(*month),
                    static_cast<std::uint8_t>(*day)};
    if (!is_valid(date)) return {};
    return date;
}

std::optional<Zone> take_zone(Front& front) {
    if (front.empty()) return Zone{};
    if (front.take('@')) {
        const auto name = front.rest();
        front = Front({});
        if (!is_zone(name)) return {};
        return Zone{Zone::Kind::Named, 0, std::string(name)};
    }
    if (front.take('Z') || front.take('z'))
        return front.empty() ? std::optional(Zone{Zone::Kind::Offset, 0, {}}) : std::nullopt;
    const bool negative = front.peek() == '-';
    if (!front.take('-') && !front.take('+')) return {};
    const auto hours = front.two_digits();
    if (!hours || !front.take(':')) return {};
    const auto minutes = front.two_digits();
    if (!minutes || *minutes > 59) return {};
    int seconds = 0;
    if (front.take(':')) {
        const auto given = front.two_digits();
        if (!given || *given > 59) return {};
        seconds = *given;
    }
    const std::int32_t offset = *hours * 3600 + *minutes * 60 + seconds;
    if (!front.empty() || offset > offset_max_s) return {};
    return Zone{Zone::Kind::Offset, negative ? -offset : offset, {}};
}

/// A time of day with zone; `next_day` if it is 24:00:00.
std::optional<Time> take_time(Front& front, bool& next_day) {
    const auto hour = front.two_digits();
    if (!hour || !front.take(':')) return {};
    const auto minute = front.two_digits();
    if (!minute || !front.take(':')) return {};
    const auto second = front.two_digits();
    if (!second || *hour > 24 || *minute > 59 || *second > 59) return {};
    std::int32_t nanosecond = 0;
    if (front.take('.')) {
        const auto digits = front.digits();
        if (digits.empty()) return {};
        nanosecond = fraction_ns(digits);
    }
    next_day = *hour == 24;
    if (next_day && (*minute != 0 || *second != 0 || nanosecond != 0)) return {};
    auto zone = take_zone(front);
    if (!zone) return {};
    return Time{static_cast<std::uint8_t>(next_day ? 0 : *hour), static_cast<std::uint8_t>(*minute),
                static_cast<std::uint8_t>(*second), nanosecond, std::move(*zone)};
}

/// A number before the letter of its unit: `12D`. None if it isn't there; `bad` if it is too large.
std::optional<std::int64_t> take_part(Front& front, char unit, bool& bad) {
    Front ahead = front;
    const auto digits = ahead.digits();
    if (digits.empty() || !ahead.take(unit)) return {};
    const auto number = whole_number(digits);
    bad = bad || !number;
    front = ahead;
    return number;
}

std::string fraction_text(std::int32_t nanosecond) {
    if (nanosecond == 0) return {};
    std::array<char, 16> text;
    std::snprintf(text.data(), text.size(), ".%09d", nanosecond);
    std::string digits = text.data();
    while (digits.back() == '0') digits.pop_back();
    return digits;
}

std::string zone_text(const Zone& zone) {
    if (zone.kind == Zone::Kind::Local) return {};
    if (zone.kind == Zone::Kind::Named) return "@" + zone.name;
    if (zone.offset_s == 0) return "Z";
    const int offset = std::abs(zone.offset_s);
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), offset % 60 != 0 ? "%c%02d:%02d:%02d" : "%c%02d:%02d",
                  zone.offset_s < 0 ? '-' : '+', offset / 3600, offset / 60 % 60, offset % 60);
    return text.data();
}

}  // namespace

std::optional<Date> date_from_text(std::string_view text) {
    Front front(text);
    const auto date = take_date(front);
    return front.empty() ? date : std::nullopt;
}

std::optional<Time> time_from_text(std::string_view text) {
    Front front(text);
    bool next_day = false;
    auto time = take_time(front, next_day);
    return front.empty() ? time : std::nullopt;
}

std::optional<DateTime> date_time_from_text(std::string_view text) {
    Front front(text);
    const auto date = take_date(front);
    if (!date || !front.take('T')) return {};
    bool next_day = false;
    auto time = take_time(front, next_day);
    if (!time || !front.empty()) return {};
    if (!next_day) return DateTime{*date, std::move(*time)};
    const auto following = date_from_days(days_from_date(*date) + 1);
    if (!following) return {};
    return DateTime{*following, std::move(*time)};
}

std::optional<DaysDuration> days_duration_from_text(std::string_view text) {
    Front front(text);
    const bool negative = front.take('-');
    if (!front.take('P')) return {};
    bool bad = false;
    const auto days = take_part(front, 'D', bad);
    std::optional<std::int64_t> hours, minutes, seconds;
    std::int32_t nanosecond = 0;
    if (front.take('T')) {
        hours = take_part(front, 'H', bad);
        minutes = take_part(front, 'M', bad);
        Front ahead = front;
        const auto whole = ahead.digits();
        if (!whole.empty()) {
            if (ahead.take('.')) nanosecond = fraction_ns(ahead.digits());
            if (ahead.take('S')) {
                seconds = whole_number(whole);
                bad = bad || !seconds;
                front = ahead;
            }
        }
        if (!hours && !minutes && !seconds) return {};
    } else if (!days) {
        return {};
    }
    if (bad || !front.empty()) return {};
    const Nanoseconds total =
        (static_cast<Nanoseconds>(days.value_or(0)) * 86'400 + static_cast<Nanoseconds>(hours.value_or(0)) * 3600 +
         static_cast<Nanoseconds>(minutes.value_or(0)) * 60 + seconds.value_or(0)) *
            1'000'000'000 +
        nanosecond;
    return duration_of(negative ? -total : total);
}

std::optional<MonthsDuration> months_duration_from_text(std::string_view text) {
    Front front(text);
    const bool negative = front.take('-');
    if (!front.take('P')) return {};
    bool bad = false;
    const auto years = take_part(front, 'Y', bad);
    const auto months = take_part(front, 'M', bad);
    if ((!years && !months) || bad || !front.empty()) return {};
    if (years.value_or(0) > 100'000'000'000'000'000) return {};
    const std::int64_t total = years.value_or(0) * 12 + months.value_or(0);
    return MonthsDuration{negative ? -total : total};
}

std::string to_text(const Date& date) {
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%s%04d-%02d-%02d", date.year < 0 ? "-" : "", std::abs(date.year),
                  date.month, date.day);
    return text.data();
}

std::string to_text(const Time& time) {
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", time.hour, time.minute, time.second);
    return text.data() + fraction_text(time.nanosecond) + zone_text(time.zone);
}

std::string to_text(const DateTime& value) { return to_text(value.date) + "T" + to_text(value.time); }

std::string to_text(const DaysDuration& duration) {
    Nanoseconds total = nanoseconds(duration);
    if (total == 0) return "PT0S";
    const bool negative = total < 0;
    if (negative) total = -total;
    const auto nanosecond = static_cast<std::int32_t>(total % 1'000'000'000);
    const auto seconds = static_cast<std::int64_t>(total / 1'000'000'000);
    std::string text = negative ? "-P" : "P";
    if (seconds >= 86'400) text += std::to_string(seconds / 86'400) + "D";
    if (seconds % 86'400 == 0 && nanosecond == 0) return text;
    text += "T";
    if (seconds / 3600 % 24 != 0) text += std::to_string(seconds / 3600 % 24) + "H";
    if (seconds / 60 % 60 != 0) text += std::to_string(seconds / 60 % 60) + "M";
    if (seconds % 60 != 0 || nanosecond != 0) text += std::to_string(seconds % 60) + fraction_text(nanosecond) + "S";
    return text;
}

std::string to_text(const MonthsDuration& duration) {
    if (duration.months == 0) return "P0M";
    const std::int64_t months = std::abs(duration.months);
    std::string text = duration.months < 0 ? "-P" : "P";
    if (months >= 12) text += std::to_string(months / 12) + "Y";
    if (months % 12 != 0) text += std::to_string(months % 12) + "M";
    return text;
}

}  // namespace dandori::feel
