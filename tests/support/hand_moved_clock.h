#pragma once
#include <atomic>

#include "engine/port/clock.h"

namespace dandori::test {

/// A clock that stands until it is moved. May be moved and asked by any thread.
class HandMovedClock final : public engine::Clock {
  public:
    /// Stands at 2026-04-02 10:00 in Tokyo, a Thursday, unless said otherwise.
    explicit HandMovedClock(Instant start = {1'775'091'600'000}) : milliseconds_(start.milliseconds) {}

    Instant now() const override { return {milliseconds_.load()}; }

    /// A clock that stands reaches nothing by itself.
    std::optional<std::int64_t> real_ms_until(Instant then) const override {
        if (then <= now()) return 0;
        return std::nullopt;
    }

    void set(Instant to) { milliseconds_ = to.milliseconds; }
    void advance(std::int64_t by_ms) { milliseconds_ += by_ms; }

  private:
    std::atomic<std::int64_t> milliseconds_;
};

}  // namespace dandori::test
