#pragma once
#include <atomic>

#include "engine/calendar/calendars_in_force.h"

namespace dandori::engine {

/// Where the partition lays the calendars that are in force, for whoever counts by them on whatever thread.
class CalendarShelf final : public calendar::CalendarsInForce {
  public:
    explicit CalendarShelf(std::shared_ptr<const calendar::CalendarSet> calendars) : calendars_(std::move(calendars)) {}
    std::shared_ptr<const calendar::CalendarSet> get() const override { return calendars_.load(); }
    void put(std::shared_ptr<const calendar::CalendarSet> calendars) override { calendars_.store(std::move(calendars)); }

  private:
    std::atomic<std::shared_ptr<const calendar::CalendarSet>> calendars_;
};

}  // namespace dandori::engine
