#pragma once
#include <algorithm>
#include <chrono>

#include "engine/port/clock.h"

namespace dandori::test {

/// The system's clock, for tests and measurements of the whole.
class RealClock final : public engine::Clock {
  public:
    Instant now() const override {
        using namespace std::chrono;
        return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
    }
    std::optional<std::int64_t> real_ms_until(Instant then) const override {
        return std::max<std::int64_t>(then - now(), 0);
    }
};

}  // namespace dandori::test
