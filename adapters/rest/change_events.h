#pragma once
// What has changed, told as it happens: server-sent events (WHATWG HTML, 9.2).

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "engine/engine.h"

namespace dandori::rest {

/// `GET /api/events`: whoever is admitted hears of the user tasks, process instances and incidents that have changed and that they
/// may see, by their keys; what they are now is asked for as always.
///
///     event: change
///     data: {"userTasks":["2251799813685301"],"processInstances":["2251799813685290"],"incidents":[],"isComplete":true}
///
/// Changes of a fifth of a second are told together. `isComplete` is false when too much has changed to be listed: read all
/// anew. The same holds after a connection was lost: nothing is told twice. A comment comes every fifteen seconds; then, too, it is asked whether the
/// session still holds.
class ChangeEvents {
  public:
    /// Reader and guard must outlive it.
    ChangeEvents(engine::Reader& reader, http::Guard& guard);
    ~ChangeEvents();
    ChangeEvents(const ChangeEvents&) = delete;
    ChangeEvents& operator=(const ChangeEvents&) = delete;

    void add_routes(http::Router&);
    /// What a commit wrote; on the engine's thread.
    void note(const engine::Committed&);

  private:
    struct Changes {
        std::set<std::int64_t> user_tasks, process_instances, incidents;
        bool is_complete = true;
        bool empty() const { return is_complete && user_tasks.empty() && process_instances.empty() && incidents.empty(); }
    };
    struct Listener {
        http::Request request;  ///< by which they were admitted
        http::Caller caller;
        std::shared_ptr<http::ResponseStream> stream;
        std::chrono::steady_clock::time_point spoken_to;
    };
    void work();
    void tell(Listener&, const Changes&);
    std::string data_for(const http::Caller&, const Changes&);

    engine::Reader& reader_;
    http::Guard& guard_;
    std::mutex mutex_;
    std::condition_variable woken_;
    Changes changes_;
    std::vector<std::shared_ptr<Listener>> listeners_;
    std::uint64_t events_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace dandori::rest
