#pragma once
// The routes of this room: people from a table, and personnel changes.

#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "adapters/people/personnel_changes.h"

namespace dandori::people {

/// What the routes are, in the parts of adapters/openapi.
extern const std::vector<std::string_view> openapi_parts;

/// The routes that take people from tables; all outlives the router.
void add_import_routes(http::Router&, const EngineAccess&, http::Guard&);

/// The routes that rehearse, schedule, show and take back personnel changes; all outlives the router.
void add_change_routes(http::Router&, const EngineAccess&, PersonnelChanges&, http::Guard&);

}  // namespace dandori::people
