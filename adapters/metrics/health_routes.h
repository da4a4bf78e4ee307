#pragma once
#include <functional>
#include <optional>

#include "adapters/http/router.h"

namespace dandori::metrics {

/// `GET /health/live`: 200 as long as the program answers at all. `GET /health/ready`: 200, or 503 with the fault that
/// `what_is_wrong` tells. Anybody may ask; nothing else is told.
void add_health_routes(http::Router&, std::function<std::optional<std::string>()> what_is_wrong);

}  // namespace dandori::metrics
