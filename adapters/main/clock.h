#pragma once
#include <atomic>
#include <limits>

#include "engine/port/clock.h"

namespace dandori {

/// The system's clock, which may be pinned: then it stands at one moment until it is pinned elsewhere or reset. Where
/// it is pinned is not kept over a restart. May be moved and asked by any thread.
class PinnableClock final : public engine::Clock {
  public:
    Instant now() const override;
    std::optional<std::int64_t> real_ms_until(Instant then) const override;

    void pin(Instant at) { pinned_at_ = at.milliseconds; }
    void reset() { pinned_at_ = not_pinned; }

  private:
    static constexpr std::int64_t not_pinned = std::numeric_limits<std::int64_t>::min();
    std::atomic<std::int64_t> pinned_at_ = not_pinned;
};

}  // namespace dandori
