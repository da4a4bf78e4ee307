#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/instant.h"

namespace dandori::mail {

/// `2026-04-02T10:00:00+09:00`, as the variables of a mail carry times.
std::string tokyo_time(Instant);

/// A time for people, `2026年4月6日（月）10:00` in Tokyo time, or a date, `2026年4月6日（月）`; none when `text` is
/// neither an ISO 8601 date nor an ISO 8601 time with an offset.
std::optional<std::string> japanese_time(std::string_view text);

/// Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds (`PT1H`, `P1DT30M`); none if it is anything
/// else.
std::optional<std::int64_t> milliseconds_of_duration(std::string_view text);

}  // namespace dandori::mail
