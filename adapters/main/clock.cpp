#include "adapters/main/clock.h"

#include <algorithm>
#include <chrono>

namespace dandori {

Instant PinnableClock::now() const {
    using namespace std::chrono;
    if (const auto pinned = pinned_at_.load(); pinned != not_pinned) return {pinned};
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::optional<std::int64_t> PinnableClock::real_ms_until(Instant then) const {
    const auto left = then - now();
    if (left <= 0) return 0;
    if (pinned_at_.load() != not_pinned) return std::nullopt;
    return left;
}

}  // namespace dandori
