// Only where the program was given a clock that may be moved: tests and simulations.
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

/// Year 9800: the longest durations of requests, a hundred years, still end before the year 10000, which can't be written as ISO 8601.
constexpr std::int64_t latest_ms = 247'090'953'600'000;

Result<void> pin_clock(Call& call) {
    auto body = TRY(call.body());
    const auto timestamp = TRY(body.required_integer("timestamp", 0, latest_ms));
    TRY(body.nothing_else());
    call.api->settings.pin_clock(Instant{timestamp});
    call.api->engine.clock_moved();
    call.reply.no_content();
    return {};
}

Result<void> reset_clock(Call& call) {
    TRY(TRY(call.body()).nothing_else());
    call.api->settings.reset_clock();
    call.api->engine.clock_moved();
    call.reply.no_content();
    return {};
}

}  // namespace

std::vector<Route> clock_routes() {
    return {{"PUT", "/clock", who_may(engine::ResourceType::System, engine::Permission::Update), pin_clock},
            {"POST", "/clock/reset", who_may(engine::ResourceType::System, engine::Permission::Update), reset_clock}};
}

}  // namespace dandori::rest
