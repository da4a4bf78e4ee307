#pragma once
// Timers by the time they are due.

#include <map>
#include <optional>
#include <set>

#include "engine/state/rows.h"

namespace dandori::engine {

class DueTimers {
  public:
    struct Due {
        TimerKey timer;
        std::optional<ProcessInstanceKey> instance;  ///< absent: of a start event
    };

    void update(const Timer& timer, bool is_over) {
        const auto found = places_.find(timer.key);
        if (found != places_.end()) {
            by_time_.erase({found->second.first, timer.key});
            places_.erase(found);
        }
        if (is_over) return;
        by_time_.emplace(timer.due_date, timer.key);
        places_[timer.key] = {timer.due_date, timer.process_instance_key};
    }

    /// The earliest that is due at `now`.
    std::optional<Due> first(Instant now) const {
        if (by_time_.empty() || by_time_.begin()->first > now) return {};
        const TimerKey key = by_time_.begin()->second;
        return Due{key, places_.at(key).second};
    }

    std::optional<Instant> next_time() const {
        if (by_time_.empty()) return {};
        return by_time_.begin()->first;
    }

    void clear() {
        by_time_.clear();
        places_.clear();
    }

  private:
    std::set<std::pair<Instant, TimerKey>> by_time_;
    std::map<TimerKey, std::pair<Instant, std::optional<ProcessInstanceKey>>> places_;
};

}  // namespace dandori::engine
