#pragma once
// A client of the engine: carries instances of one workload from their start to their end.

#include <vector>

#include "engine/engine.h"
#include "tests/bench/workload.h"

namespace dandori::bench {

struct Load {
    std::int64_t count = 1;              ///< instances
    std::int64_t first_number = 0;       ///< of the first one
    std::int64_t in_flight_max = 1'000;  ///< that are not over; without a rate the next starts when one is over
    double per_second = 0;               ///< starts at fixed times, however slow the answers are; 0: as fast as answers come
};

struct Driven {
    double seconds = 0;             ///< from the first start to the last end
    double client_cpu_seconds = 0;  ///< of the client's own thread
    /// From when an instance was to be started until its end was answered, in milliseconds, sorted.
    std::vector<double> durations_ms;
};

/// Throws std::runtime_error with the engine's words if it refuses anything.
Driven drive(engine::Engine& engine, const Workload& workload, const Load& load);

/// CPU time of the calling thread, or of the process, in seconds.
double thread_cpu_seconds();
double process_cpu_seconds();

}  // namespace dandori::bench
