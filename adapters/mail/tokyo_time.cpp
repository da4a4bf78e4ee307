#include "adapters/mail/tokyo_time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace dandori::mail {
namespace {

constexpr std::int64_t tokyo_offset_ms = 9 * 3'600'000;  // no summer time since 1952

std::string japanese_date(std::chrono::year_month_day date) {
    constexpr std::array weekdays{"日", "月", "火", "水", "木", "金", "土"};
    const std::chrono::weekday weekday{std::chrono::sys_days{date}};
    return std::to_string(static_cast<int>(date.year())) + "年" + std::to_string(static_cast<unsigned>(date.month())) +
           "月" + std::to_string(static_cast<unsigned>(date.day())) + "日（" + weekdays[weekday.c_encoding()] + "）";
}

std::string japanese_instant(Instant instant) {
    const auto minutes =
        (instant.milliseconds + tokyo_offset_ms) / 60'000 - (instant.milliseconds + tokyo_offset_ms < 0 ? 1 : 0);
    const std::chrono::sys_time<std::chrono::minutes> local{std::chrono::minutes{minutes}};
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto in_day = (local - day).count();
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "%02d:%02d", static_cast<int>(in_day / 60), static_cast<int>(in_day % 60));
    return japanese_date(std::chrono::year_month_day{day}) + time.data();
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.starts_with('-')) return std::nullopt;
    return value;
}

}  // namespace

std::string tokyo_time(Instant instant) {
    auto text = to_iso8601(instant + tokyo_offset_ms);
    return text.substr(0, text.find('.')) + "+09:00";
}

std::optional<std::string> japanese_time(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
        if (!year || !month || !day) return std::nullopt;
        const std::chrono::year_month_day date{std::chrono::year{*year},
                                               std::chrono::month{static_cast<unsigned>(*month)},
                                               std::chrono::day{static_cast<unsigned>(*day)}};
        return date.ok() ? std::optional(japanese_date(date)) : std::nullopt;
    }
    // FEEL writes a time with its zone: `2026-04-06T10:00:00+09:00@Asia/Tokyo`, or the zone alone.
    const auto zone = text.find('@');
    std::string with_offset(text.substr(0, zone));
    if (zone != std::string_view::npos && text.substr(zone) == "@Asia/Tokyo" &&
        with_offset.find('+') == std::string::npos)
        with_offset += "+09:00";
    const auto instant = instant_from_iso8601(with_offset);
    return instant ? std::optional(japanese_instant(*instant)) : std::nullopt;
}

std::optional<std::int64_t> milliseconds_of_duration(std::string_view text) {
    if (!text.starts_with('P') || text.size() < 3 || text.size() > 40) return std::nullopt;
    text.remove_prefix(1);
    std::int64_t total = 0;
    bool is_time = false;
    while (!text.empty()) {
        if (text.front() == 'T') {
            if (is_time || text.size() == 1) return std::nullopt;
            is_time = true;
            text.remove_prefix(1);
            continue;
        }
        const auto end = text.find_first_not_of("0123456789");
        if (end == 0 || end > 9 || end == std::string_view::npos) return std::nullopt;
        const auto value = std::int64_t{*digits(text.substr(0, end))};
        if (!is_time && text[end] == 'D')
            total += value * 86'400'000;
        else if (is_time && text[end] == 'H')
            total += value * 3'600'000;
        else if (is_time && text[end] == 'M')
            total += value * 60'000;
        else if (is_time && text[end] == 'S')
            total += value * 1'000;
        else
            return std::nullopt;
        text.remove_prefix(end + 1);
    }
    return total;
}

}  // namespace dandori::mail
