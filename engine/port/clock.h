#pragma once
#include "engine/instant.h"

namespace dandori::engine {

/// What time it is: the real clock, or one that tests, simulations and the API's clock endpoints move.
/// May be asked by any thread.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;

    /// How long, in real milliseconds, until this clock shows `then`; 0 when it does already; absent when it never will
    /// by itself (a pinned clock).
    virtual std::optional<std::int64_t> real_ms_until(Instant then) const = 0;
};

}  // namespace dandori::engine
