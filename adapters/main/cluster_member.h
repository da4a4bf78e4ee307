#pragma once
// A server that shares a PostgreSQL database with others: it leads or follows.

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "adapters/cluster/follower_routes.h"
#include "adapters/main/log.h"
#include "adapters/postgres/membership.h"
#include "adapters/postgres/postgres_store.h"
#include "adapters/rest/rest.h"
#include "engine/engine.h"

namespace dandori {

struct ClusterSettings {
    postgres::Address address;
    std::string certificate_authorities;  ///< file; empty: the system's
    std::function<void()> begun;          ///< called when the engine has begun to lead: what only the leader does begins
    std::function<void()> ceasing;        ///< called before it ceases to, also where beginning has failed half-way
};

/// The membership, joined with the store, the engine and the routes; those must outlive it.
class ClusterMember {
  public:
    /// The routes' requests go to the leader where they must, and wait for join() with 503. Requests must have ended before this object does.
    ClusterMember(postgres::PostgresStore&, engine::Engine&, http::Router&, ClusterSettings, Log);
    ~ClusterMember();
    ClusterMember(const ClusterMember&) = delete;
    ClusterMember& operator=(const ClusterMember&) = delete;

    /// Joins the other members, and waits a little for one that leads. A database that can't be reached is waited for, as long as
    /// `stops_within(time)`, which sleeps meanwhile, doesn't say that the program is to end: false then. Throws postgres::Fault where the
    /// database can't be used. Called once, when the server listens.
    bool join(postgres::MemberSettings, const std::function<bool(std::chrono::milliseconds)>& stops_within);

    /// All members that are alive; none before join().
    rest::Topology topology() const;

  private:
    class Candidate;
    /// Null pointer: the program is to end.
    std::unique_ptr<postgres::Membership> new_membership(const postgres::MemberSettings&,
                                                         const std::function<bool(std::chrono::milliseconds)>& stops_within);
    const ClusterSettings settings_;
    const Log log_;
    std::unique_ptr<Candidate> candidate_;
    std::unique_ptr<postgres::Membership> membership_;
    std::unique_ptr<cluster::Forwarder> forwarder_;
    http::Router::Divert divert_;
    std::atomic<bool> has_joined_ = false;  ///< the three above are there and stay
};

}  // namespace dandori
