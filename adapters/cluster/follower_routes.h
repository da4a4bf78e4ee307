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

/// From now on the router passes on what only the leader can do, and believes other members whom they speak for. The forwarder must outlive
/// the router's requests.
void divert_to_leader(http::Router&, Forwarder&, MemberSignature, FollowerSettings);

}  // namespace dandori::cluster
