#pragma once
#include "adapters/http/networks.h"
#include "adapters/http/router.h"
#include "adapters/metrics/metrics.h"

namespace dandori::metrics {

/// `GET /metrics`, for these addresses only: 403 for others. Figures tell what a house does, so nobody else is told.
void add_routes(http::Router&, std::shared_ptr<Metrics>, http::Networks may_ask);

}  // namespace dandori::metrics
