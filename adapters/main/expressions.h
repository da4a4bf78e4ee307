#pragma once
#include <memory>

#include "adapters/worker/expression.h"
#include "engine/calendar/calendar_set.h"
#include "engine/port/clock.h"

namespace dandori {

/// FEEL for mails and documents: with the calendars' functions where there are calendars. The clock must outlive it.
worker::Evaluate expressions(const engine::Clock& clock, std::shared_ptr<const calendar::CalendarSet> calendars);

}  // namespace dandori
