#pragma once
// Which jobs may be handed out, by type: those of higher priority first, then oldest first.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "engine/state/rows.h"

namespace dandori::engine {

class JobQueue {
  public:
    /// The job as it is now: to be handed out from `activatable_at` on, or no longer at all.
    void update(const Job& job, bool is_over);
    /// The first job of the type that may be handed out at `now`; none if there is no such.
    std::optional<std::pair<JobKey, ProcessInstanceKey>> first(const std::string& type, Instant now);
    bool has(const std::string& type, Instant now) { return first(type, now).has_value(); }
    /// When the next job of the type that must wait may be handed out.
    std::optional<Instant> next_time(const std::string& type) const;
    void clear();

  private:
    struct OfType {
        std::set<std::pair<std::int32_t, JobKey>> ready;  ///< by priority, negated
        std::set<std::pair<Instant, JobKey>> later;
    };
    struct Place {
        OfType* queue = nullptr;
        Instant at;
        bool is_ready = false;
        std::int32_t priority = 0;
        ProcessInstanceKey instance;
    };
    std::map<std::string, OfType> types_;
    std::unordered_map<JobKey, Place> places_;
};

}  // namespace dandori::engine
