#pragma once
// When a timer is due: BPMN 2.0.2, 10.5.5.12; ISO 8601 dates, durations and repeating intervals, and cron texts as Camunda 8 reads them.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/behavior/executable.h"

namespace dandori::engine {

struct Schedule {
    Instant due;
    std::optional<std::int32_t> repetitions;  ///< after this one; absent: without end, where there is a cycle
    std::optional<std::string> cycle;         ///< what it repeats by; absent: once
};

/// The first time of a timer whose expression gave `value`. Failure of kind ExtractValue, naming the element.
Result<Schedule> first_due(CompiledTimer::Kind kind, const feel::Value& value, Instant now, const std::string& zone,
                           const std::string& element_id);

/// The next time of a cycle after `last`; none if it has no more. Of a cycle without pauses that was missed a thousand times
/// only the time after `now` is given.
std::optional<Instant> next_due(const std::string& cycle, Instant last, Instant now, const std::string& zone);

/// `now` later by an ISO 8601 duration, days and time or years and months, in the calendar of the zone; none if it is none.
std::optional<Instant> later_by(Instant now, const feel::Value& duration, const std::string& zone);

/// The first second after `after` that fits a cron text of six fields (second minute hour day month weekday) or `@daily` and the like, within eight years; none otherwise.
std::optional<Instant> next_of_cron(const std::string& text, Instant after, const std::string& zone);
bool is_cron(const std::string& text);

}  // namespace dandori::engine
