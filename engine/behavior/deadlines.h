#pragma once
// Due dates that come from a calendar, counted once more by another.

#include <span>
#include <vector>

#include "engine/behavior/executable.h"
#include "engine/behavior/instance_rows.h"

namespace dandori::engine {

/// Calendars to count by, as functions.
struct DeadlineCalendars {
    const feel::FunctionLibrary& by;                          ///< what the due dates shall be by
    std::span<const feel::FunctionLibrary* const> before;     ///< what they may have been counted by
    std::string zone;
    Instant now;
};

/// An open timer or user task that would be due at another time.
struct MovedDeadline {
    DeadlineKind kind = DeadlineKind::Timer;
    DeadlineKey key;
    std::string element_id;
    Instant due_before, due_after;
    Json reckoning_before, reckoning_after;
    std::optional<std::string> cycle_after;  ///< of a timer that repeats
    bool is_later() const { return due_after > due_before; }
};

/// Whether some timer, due date, or input mapping of the process may ask a calendar.
bool has_deadlines_by_calendar(const Executable&);

/// The deadlines of an instance that other calendars move. Each expression is evaluated in its scope as of the moment at which it was first;
/// of those whose date none of the calendars before explains somebody has moved the date, or the variables have changed since: they stay. So do
/// those that the calendars give the same date.
std::vector<MovedDeadline> moved_deadlines(InstanceRows&, const Executable&, const DeadlineCalendars&);

}  // namespace dandori::engine
