#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/state/rows.h"

namespace dandori::engine {

/// Who waits for which signal, by tenant and name.
class WaitingSignals {
  public:
    struct Place {
        SignalSubscriptionKey key;
        std::optional<ProcessInstanceKey> instance;  ///< absent: a start event
    };

    void update(const SignalSubscription& row, bool is_over) {
        const std::pair name{row.tenant_id, row.signal_name};
        auto& places = waiting_[name];
        if (is_over) places.erase(row.key);
        else places[row.key] = row.process_instance_key;
        if (places.empty()) waiting_.erase(name);
    }
    std::vector<Place> of(const std::string& tenant_id, const std::string& name) const {
        std::vector<Place> all;
        if (behind_) all = behind_->of(tenant_id, name);
        const auto found = waiting_.find({tenant_id, name});
        if (found != waiting_.end()) {
            for (const auto& [key, instance] : found->second) all.push_back({key, instance});
        }
        return all;
    }
    /// What this one doesn't know is asked of another, which must outlive it.
    void look_behind(const WaitingSignals* behind) { behind_ = behind; }
    void clear() { waiting_.clear(); }

  private:
    const WaitingSignals* behind_ = nullptr;
    std::map<std::pair<std::string, std::string>, std::map<SignalSubscriptionKey, std::optional<ProcessInstanceKey>>> waiting_;
};

}  // namespace dandori::engine
