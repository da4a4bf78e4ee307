#pragma once
// `--calendars FOLDER` of the commands that evaluate FEEL.

#include <string>

#include "engine/feel/expression.h"

namespace dandori::cli {

/// The functions of the calendars in a folder's holidays.csv and service_hours.csv, in the zone of `surroundings`.
/// Without a folder, those that need no calendar (`fiscal year`, `era text` ...).
Result<feel::FunctionLibrary> calendar_functions(const std::string& folder, const feel::Surroundings& surroundings);

/// The same functions where they are only named, not called: no calendar is needed to know them.
const feel::FunctionLibrary& named_calendar_functions();

/// The time it is, and a seed.
feel::Surroundings surroundings_now();

}  // namespace dandori::cli
