#pragma once
// Asks the member that leads what a client asked this one.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "adapters/cluster/member_signature.h"

namespace dandori::cluster {

struct ForwarderSettings {
    std::string member;   ///< our name
    std::string certificate_authorities;                ///< PEM file of those who sign members' certificates; empty: the system's
    std::chrono::milliseconds connect_timeout{1'000};
    /// So long a request waits for a member that leads: longer than it takes to find out that one was lost.
    std::chrono::milliseconds patience{10'000};
};

/// Passes requests on, on one thread of its own, however many wait for their answers. Answers that go on (server-sent events) go on here.
///
/// A request that may have reached a member is never sent a second time: when the connection is lost then, the client is told with 504 that
/// it isn't known whether it was carried out. One that surely wasn't carried out (nobody leads, no connection, the member says that it
/// doesn't lead) is sent to whoever leads next, until the time of patience is over: 503.
class Forwarder {
  public:
    /// `leader` tells the URL of the member that leads, without a slash at its end, if there is one; it is asked on the forwarder's thread
    /// and must not block for long.
    Forwarder(ForwarderSettings settings, MemberSignature signature, std::function<std::optional<std::string>()> leader);
    /// What still waits is answered with 503.
    ~Forwarder();
    Forwarder(const Forwarder&) = delete;
    Forwarder& operator=(const Forwarder&) = delete;

    /// May be called by any thread.
    void forward(http::Request, http::Respond);

  private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace dandori::cluster
