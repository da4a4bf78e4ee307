#pragma once
// The API's own description, served.

#include <span>
#include <string_view>

#include "adapters/http/router.h"

namespace dandori::openapi {

/// Adds `/openapi.json` and the readable page `/api-docs`, for anybody. They tell of the routes that the router has by
/// now and that the parts describe (description.h); a part that can't be read throws std::invalid_argument.
void add_routes(http::Router& router, std::span<const std::string_view> parts);

/// What all parts use, a part itself: faults, keys, pages.
std::string_view common_part();

}  // namespace dandori::openapi
