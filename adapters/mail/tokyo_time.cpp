#include "adapters/mail/tokyo_time.h"

#include <charconv>

namespace dandori::mail {
namespace {

constexpr std::int64_t tokyo_offset_ms = 9 * 3'600'000;  // no summer time since 1952

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
