#pragma once
// What a member does with requests while it doesn't lead, and with those that other members pass on to it.

#include <functional>

#include "adapters/cluster/forwarder.h"
#include "adapters/http/router.h"

namespace dandori::cluster {

struct FollowerSettings {
    std::function<bool()> leads;           ///< whether this member does; may be asked by any thread
    std::function<std::int64_t()> now_ms;  ///< real time, milliseconds since 1970
};

/// Whether every member can answer it from the store: what only reads, and doesn't count failed sign-ins or use sessions up.
bool is_answered_by_anybody(const http::Request&);

/// For a router that is to pass on what only the leader can do, and to believe other members whom they speak for. The forwarder must outlive
/// the router's requests.
http::Router::Divert diverting_to_leader(Forwarder&, MemberSignature, FollowerSettings);

}  // namespace dandori::cluster
