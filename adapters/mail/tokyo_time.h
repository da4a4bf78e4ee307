#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/instant.h"

namespace dandori::mail {

/// `2026-04-02T10:00:00+09:00`, as the variables of a mail carry times.
std::string tokyo_time(Instant);

/// Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds (`PT1H`, `P1DT30M`); none if it is anything
/// else.
std::optional<std::int64_t> milliseconds_of_duration(std::string_view text);

}  // namespace dandori::mail
