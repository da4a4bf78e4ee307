#pragma once
// The Camunda 8 Orchestration Cluster REST API v2 over an engine.

#include <functional>
#include <memory>
#include <string>

#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "engine/engine.h"

namespace dandori::feel {
class FunctionLibrary;
}

namespace dandori::rest {

/// A server of the cluster, as clients are told of it.
struct Broker {
    std::string host;
    std::uint16_t port = 0;
    bool leads = true;  ///< the partition; the others follow
};

/// All that are alive, in an order that stays.
struct Topology {
    std::string cluster_id = "dandori";
    std::vector<Broker> brokers;
};

struct RestSettings {
    std::function<Topology()> topology{};  ///< asked when it is told; without it there are no brokers to be told of
    engine::Reader* reader = nullptr;  ///< what searches look at, instead of the engine's; must outlive the requests
    bool has_tenants = false;         ///< requests may name tenants (EngineSettings::has_tenants)
    std::string zone = "Asia/Tokyo";  ///< IANA zone of local times in expressions given to be evaluated
    std::shared_ptr<const feel::FunctionLibrary> functions{};  ///< that those may call besides FEEL's own
    /// Makes of a password what an account keeps, or says what it lacks; without it passwords can't be set.
    std::function<engine::Outcome<std::string>(const std::string&)> hash_password{};
    std::function<Instant()> now{};            ///< what time it is for those; without it none are evaluated
    std::function<void(Instant)> pin_clock{};  ///< stops the engine's clock; without it there are no clock endpoints
    std::function<void()> reset_clock{};       ///< back to real time
};

/// Adds the routes under `/v2`. Router, engine and guard must outlive the requests.
void add_routes(http::Router& router, engine::Engine& engine, http::Guard& guard, RestSettings settings);

/// What those routes are, in the parts of adapters/openapi.
std::vector<std::string_view> description_parts();

}  // namespace dandori::rest
