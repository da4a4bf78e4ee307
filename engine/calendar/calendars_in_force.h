#pragma once
#include <memory>

#include "engine/calendar/calendar_set.h"

namespace dandori::calendar {

/// The calendars that are in force now: others may come in their place while the program runs. Usable from several threads.
class CalendarsInForce {
  public:
    virtual ~CalendarsInForce() = default;
    /// Null pointer: none are.
    virtual std::shared_ptr<const CalendarSet> get() const = 0;
    virtual void put(std::shared_ptr<const CalendarSet>) = 0;
};

/// The functions of whatever set is in force when they are called.
feel::FunctionLibrary feel_functions(std::shared_ptr<const CalendarsInForce>, std::string zone = "Asia/Tokyo");

/// Whether the text of an expression seems to call a function that asks a calendar; it may be wrong only by saying yes.
bool may_ask_calendar(std::string_view expression);

}  // namespace dandori::calendar
