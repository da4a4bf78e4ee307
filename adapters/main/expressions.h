#pragma once
#include <memory>

#include "adapters/worker/expression.h"
#include "engine/calendar/calendars_in_force.h"
#include "engine/port/clock.h"

namespace dandori {

/// FEEL for mails and documents: with the functions of whatever calendars are in force. The clock must outlive it.
worker::Evaluate expressions(const engine::Clock& clock, std::shared_ptr<const calendar::CalendarsInForce> calendars);

}  // namespace dandori
