#pragma once
// What the measurements of the engine share.

#include <algorithm>
#include <boost/json.hpp>
#include <condition_variable>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace dandori::bench {

inline double seconds_of(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// A folder that is empty at the beginning of each measurement.
inline std::string fresh(const std::string& folder, const std::string& name) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder + "/" + name;
}

inline boost::json::object spread(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {{"median", values[values.size() / 2]}, {"min", values.front()}, {"max", values.back()}};
}

/// Submits `count` commands that `make(i)` gives, at most `in_flight_max` waiting for their answer, and waits for the last answer.
/// `take(answer)` is called on the engine's thread. Throws when one is refused.
template <class Make, class Take>
void drive(engine::Engine& engine, std::int64_t count, Make make, Take take) {
    constexpr int in_flight_max = 1'000;
    std::mutex mutex;
    std::condition_variable answered;
    std::int64_t in_flight = 0;
    std::string refused;
    for (std::int64_t i = 0; i < count; ++i) {
        {
            std::unique_lock lock(mutex);
            answered.wait(lock, [&] { return in_flight < in_flight_max; });
            ++in_flight;
        }
        auto command = make(i);
        using Answer = typename decltype(command)::Answer;
        engine.submit(std::move(command), {}, [&](const engine::Outcome<Answer>& outcome) {
            const std::lock_guard lock(mutex);
            if (outcome) take(*outcome);
            else refused = outcome.error().text;
            --in_flight;
            if (in_flight == 0 || in_flight == in_flight_max / 2) answered.notify_one();
        });
    }
    std::unique_lock lock(mutex);
    answered.wait(lock, [&] { return in_flight == 0; });
    if (!refused.empty()) throw std::runtime_error(refused);
}

}  // namespace dandori::bench
