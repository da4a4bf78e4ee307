#pragma once
#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "engine/engine.h"

namespace dandori::tables {

/// `/api/tables`: tables and their rows, for people; openapi/tables.json says what each takes and gives. All must outlive the router.
void add_routes(http::Router&, engine::Engine&, http::Guard&);

/// What the routes are, in the parts of adapters/openapi.
extern const std::vector<std::string_view> openapi_parts;

}  // namespace dandori::tables
