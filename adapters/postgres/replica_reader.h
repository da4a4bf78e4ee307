#pragma once
#include <atomic>
#include <chrono>
#include <functional>

#include "adapters/postgres/search.h"

namespace dandori::postgres {

/// Searches on a streaming replica, which may be a moment behind. Where this server writes itself, or the replica can't be asked, on
/// `primary`. May be used by any thread.
class ReplicaReader final : public engine::Reader {
  public:
    using Log = std::function<void(const std::string&)>;

    /// Nothing is connected yet. `writes` and `primary` must outlive it; `log` is told when the replica goes away and comes back.
    ReplicaReader(Address replica, engine::Reader& primary, std::function<bool()> writes, Log log);
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;

  private:
    using Moment = std::chrono::steady_clock::time_point;
    const std::string described_;
    ReaderPool replica_;
    engine::Reader& primary_;
    const std::function<bool()> writes_;
    const Log log_;
    std::atomic<bool> is_away_ = false;
    std::atomic<Moment> not_before_{};  ///< while it is away, it isn't tried by every search
};

}  // namespace dandori::postgres
