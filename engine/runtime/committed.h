#pragma once
// What a commit was, for those who look on: figures, event streams.

#include <chrono>
#include <cstddef>
#include <functional>

#include "engine/port/store.h"

namespace dandori::engine {

struct Committed {
    const Batch& rows;             ///< only until the callback returns
    std::size_t commands = 0;      ///< that were carried out together, refused ones too
    std::size_t waiting = 0;       ///< commands that came meanwhile
    std::chrono::nanoseconds worked{};  ///< in memory
    std::chrono::nanoseconds wrote{};   ///< in the store
};

/// Called on the engine's thread after each commit that wrote something, before its commands are answered: must be quick and not throw.
using OnCommitted = std::function<void(const Committed&)>;

}  // namespace dandori::engine
