#pragma once
// Which jobs may be handed out, by type: those of higher priority first, then oldest first.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "engine/state/rows.h"

namespace dandori::engine {

class JobQueue {
  public:
    /// Whether jobs of this tenant and process may be handed out to who asks.
    using Wanted = std::function<bool(const std::string& tenant_id, const std::string& process_id)>;

    /// The job as it is now: to be handed out from `activatable_at` on, or no longer at all.
    void update(const Job& job, bool is_over);
    /// The first job of the type that may be handed out at `now`; none if there is no such.
    std::optional<std::pair<JobKey, ProcessInstanceKey>> first(const std::string& type, Instant now, const Wanted& wanted);
    bool has(const std::string& type, Instant now, const Wanted& wanted) { return first(type, now, wanted).has_value(); }
    /// When the next job of the type that must wait may be handed out.
    std::optional<Instant> next_time(const std::string& type) const;
    void clear();

  private:
    struct OfOrigin {
        std::set<std::pair<std::int32_t, JobKey>> ready;  ///< by priority, negated
        std::set<std::pair<Instant, JobKey>> later;
    };
    struct Place {
        OfOrigin* queue = nullptr;
        Instant at;
        bool is_ready = false;
        std::int32_t priority = 0;
        ProcessInstanceKey instance;
    };
    using Origin = std::pair<std::string, std::string>;  ///< tenant and process id
    std::map<std::string, std::map<Origin, OfOrigin>> types_;
    std::unordered_map<JobKey, Place> places_;
};

}  // namespace dandori::engine
