#include "adapters/worker/japanese_time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace dandori::worker {
namespace {

constexpr std::int64_t tokyo_offset_ms = 9 * 3'600'000;  // no summer time since 1952

struct Era {
    std::chrono::year_month_day begin;
    std::string_view name;
};

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::array eras{Era{{year{2019}, month{5}, day{1}}, "令和"}, Era{{year{1989}, month{1}, day{8}}, "平成"},
                          Era{{year{1926}, month{12}, day{25}}, "昭和"}};

std::chrono::year_month_day date_of(const TokyoTime& time) { return {year{time.year}, month{time.month}, day{time.day}}; }

const Era* era_of(const TokyoTime& time) {
    for (const auto& era : eras)
        if (date_of(time) >= era.begin) return &era;
    return nullptr;
}

std::string in_era(const TokyoTime& time, const Era& era) {
    const int count = time.year - static_cast<int>(era.begin.year()) + 1;
    return std::string(era.name) + (count == 1 ? "元" : std::to_string(count));
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.starts_with('-')) return std::nullopt;
    return value;
}

}  // namespace

TokyoTime tokyo_time_of(Instant instant) {
    const std::chrono::sys_time<std::chrono::milliseconds> local{
        std::chrono::milliseconds{instant.milliseconds + tokyo_offset_ms}};
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{days};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(local - days).count();
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
            static_cast<int>(seconds / 60), static_cast<int>(seconds % 60)};
}

std::optional<TokyoTime> tokyo_time_in(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
        if (!y || !m || !d) return std::nullopt;
        const TokyoTime time{*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d), {}, 0};
        return date_of(time).ok() ? std::optional(time) : std::nullopt;
    }
    // FEEL writes a time with its zone: `2026-04-06T10:00:00+09:00@Asia/Tokyo`, or the zone alone.
    const auto zone = text.find('@');
    std::string with_offset(text.substr(0, zone));
    if (zone != std::string_view::npos && text.substr(zone) == "@Asia/Tokyo" &&
        with_offset.find('+') == std::string::npos)
        with_offset += "+09:00";
    const auto instant = instant_from_iso8601(with_offset);
    return instant ? std::optional(tokyo_time_of(*instant)) : std::nullopt;
}

std::string japanese_time(const TokyoTime& time, Years years) {
    constexpr std::array weekdays{"日", "月", "火", "水", "木", "金", "土"};
    const auto* era = years == Years::Era ? era_of(time) : nullptr;
    auto text = (era ? in_era(time, *era) : std::to_string(time.year)) + "年" + std::to_string(time.month) + "月" +
                std::to_string(time.day) + "日";
    if (years == Years::Western) {
        const std::chrono::weekday weekday{std::chrono::sys_days{date_of(time)}};
        text += std::string("（") + weekdays[weekday.c_encoding()] + "）";
    }
    if (!time.minute_of_day) return text;
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", *time.minute_of_day / 60, *time.minute_of_day % 60);
    return text + (years == Years::Era ? " " : "") + clock.data();
}

std::optional<std::string> japanese_time(std::string_view text, Years years) {
    const auto time = tokyo_time_in(text);
    return time ? std::optional(japanese_time(*time, years)) : std::nullopt;
}

std::string stamp_date(const TokyoTime& time) {
    const auto* era = era_of(time);
    const int count = era ? time.year - static_cast<int>(era->begin.year()) + 1 : time.year;
    return std::to_string(count) + "." + std::to_string(time.month) + "." + std::to_string(time.day);
}

}  // namespace dandori::worker
