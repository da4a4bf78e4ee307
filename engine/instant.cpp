#include "engine/instant.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace dandori {
namespace {

using namespace std::chrono;

/// Reads exactly `count` digits at the front of `text` and drops them.
std::optional<int> digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return {};
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9') return {};
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool skip(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<int> fraction_ms(std::string_view& text) {
    int value = 0;
    int scale = 100;
    std::size_t seen = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++seen) {
        value += (text.front() - '0') * scale;
        scale /= 10;
    }
    if (seen == 0) return {};
    return value;
}

std::optional<minutes> zone_offset(std::string_view& text) {
    if (skip(text, 'Z') || skip(text, 'z')) return minutes{0};
    const bool east = !text.empty() && text.front() == '+';
    if (!skip(text, '+') && !skip(text, '-')) return {};
    const auto hour = digits(text, 2);
    skip(text, ':');
    const auto minute = digits(text, 2);
    if (!hour || !minute || *hour > 18 || *minute > 59) return {};
    const minutes offset{*hour * 60 + *minute};
    return east ? offset : -offset;
}

}  // namespace

std::string to_iso8601(Instant instant) {
    const sys_time<milliseconds> time{milliseconds{instant.milliseconds}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::array<char, 40> text;
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int{date.year()},
                                     unsigned{date.month()}, unsigned{date.day()}, static_cast<int>(clock.hours().count()),
                                     static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                                     static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<Instant> instant_from_iso8601(std::string_view text) {
    const auto y = digits(text, 4);
    if (!y || !skip(text, '-')) return {};
    const auto mo = digits(text, 2);
    if (!mo || !skip(text, '-')) return {};
    const auto d = digits(text, 2);
    if (!d || !skip(text, 'T')) return {};
    const auto h = digits(text, 2);
    if (!h || !skip(text, ':')) return {};
    const auto mi = digits(text, 2);
    if (!mi) return {};
    std::optional<int> s = 0;
    std::optional<int> ms = 0;
    if (skip(text, ':')) {
        s = digits(text, 2);
        if (s && (skip(text, '.') || skip(text, ','))) ms = fraction_ms(text);
    }
    if (!s || !ms || *h > 23 || *mi > 59 || *s > 59) return {};
    const auto offset = zone_offset(text);
    const year_month_day date{year{*y}, month(static_cast<unsigned>(*mo)), day(static_cast<unsigned>(*d))};
    if (!offset || !text.empty() || !date.ok()) return {};
    const auto time = sys_days{date} + hours{*h} + minutes{*mi} - *offset + seconds{*s} + milliseconds{*ms};
    return Instant{time.time_since_epoch().count()};
}

}  // namespace dandori
