#pragma once
// A point in time, as every deadline and every record carries it.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dandori {

/// Milliseconds since 1970-01-01T00:00:00Z. It comes with a command or a row; nothing in `engine` asks a clock for it.
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant&) const = default;
    constexpr Instant operator+(std::int64_t more_ms) const { return {milliseconds + more_ms}; }
    constexpr std::int64_t operator-(Instant other) const { return milliseconds - other.milliseconds; }
};

/// ISO 8601 in UTC with milliseconds, `2026-01-31T12:00:00.000Z`: the form of the REST API.
std::string to_iso8601(Instant);

/// Reads ISO 8601 with a zone offset or Z (`2026-01-31T12:00:00+09:00`, seconds and fraction optional);
/// none if it is anything else. A fraction is cut to milliseconds.
std::optional<Instant> instant_from_iso8601(std::string_view);

}  // namespace dandori
