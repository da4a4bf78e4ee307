#pragma once
// The processes folder (`--processes`): what is deployed at start, and the tables that come with it.

#include <memory>
#include <string>

#include "adapters/main/log.h"
#include "engine/calendar/calendar_set.h"
#include "engine/engine.h"

namespace dandori {

/// The calendars of `reference-data/holidays.csv` and `service_hours.csv` in the folder; none where these aren't there.
Result<std::shared_ptr<const calendar::CalendarSet>> calendars_of(const std::string& processes_folder);

/// Puts the folder's calendars in force where the folder has changed since it was last read; what was put in force by a request since then stays
/// otherwise. A fault is logged, and what was in force stays.
void put_changed_calendars(engine::Engine&, const std::string& processes_folder, const Log&);

/// Takes the folder's tables (`*.table.json`, rows beside them) where a definition differs from what is stored or a file of rows from what was
/// taken. Rows that are stored stay as people made them: other rows of a file are offered, and the log says so. A fault is logged, and nothing taken.
void define_changed_tables(engine::Engine&, const std::string& processes_folder, const Log&);

/// Logs what became of the open deadlines, once all were recomputed by other calendars.
void tell_of_deadlines(const engine::Committed&, const Log&);

/// Deploys each folder below it in which a file differs from what is deployed. What is refused is logged with every
/// fault, and what was deployed before stays. Returns how many folders were refused.
std::size_t deploy_changed(engine::Engine&, const std::string& processes_folder, const Log&);

}  // namespace dandori
