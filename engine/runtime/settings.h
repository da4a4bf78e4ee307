#pragma once
// What an engine is told once, when it is made.

#include <cstddef>
#include <memory>
#include <string>

namespace dandori::calendar {
class CalendarSet;
class CalendarsInForce;
}

namespace dandori::engine {

/// Which commands leave a row in the audit log.
enum class AuditScope {
    Nothing,
    People,     ///< all but what workers do with the jobs they were given
    Everything
};

struct EngineSettings {
    std::string zone = "Asia/Tokyo";                          ///< IANA zone of local times in expressions
    std::size_t instances_in_memory_max = 50'000;             ///< process instances kept loaded between commands
    std::size_t waiting_in_memory_max = 20'000;               ///< timers, subscriptions, jobs of a type; the store has the others
    std::size_t commands_waiting_max = 100'000;               ///< more are refused with ResourceExhausted
    std::size_t elements_per_command_max = 100'000;           ///< a token that runs on longer without waiting gets an incident
    std::int64_t listeners_wait_ms = 10'000;                  ///< a command waits so long for the listeners to what it changes
    bool has_tenants = false;                                 ///< people see and change only what is of their tenants
    AuditScope audit = AuditScope::Nothing;
    std::int64_t audit_days_max = 0;                          ///< audit rows older than this are removed; 0: none
    std::shared_ptr<const calendar::CalendarSet> calendars;   ///< business time for expressions until others are put in force; may be absent
    std::shared_ptr<calendar::CalendarsInForce> in_force{};   ///< made by the engine: what it counts by
};

}  // namespace dandori::engine
