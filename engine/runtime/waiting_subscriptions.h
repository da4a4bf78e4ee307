#pragma once
// Who waits for which message.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/state/rows.h"

namespace dandori::engine {

/// Message subscriptions by message name and correlation key, those of start events by name.
class WaitingSubscriptions {
  public:
    struct Place {
        MessageSubscriptionKey key;
        std::optional<ProcessInstanceKey> instance;  ///< absent: a start event
        std::string process_id;
    };

    void update(const MessageSubscription& row, bool is_over) {
        const auto found = where_.find(row.key);
        if (found != where_.end()) {
            auto& places = waiting_[found->second];
            places.erase(row.key);
            if (places.empty()) waiting_.erase(found->second);
            where_.erase(found);
        }
        if (is_over) return;
        const std::string name = name_of(row.message_name, row.process_instance_key ? row.correlation_key.value_or("") : "",
                                         !row.process_instance_key);
        where_[row.key] = name;
        waiting_[name][row.key] = {row.key, row.process_instance_key, row.process_definition_id};
    }

    std::vector<Place> of_instances(const std::string& message, const std::string& correlation_key) const {
        return places(name_of(message, correlation_key, false));
    }
    std::vector<Place> of_start_events(const std::string& message) const { return places(name_of(message, "", true)); }

    /// What this one doesn't know is asked of another, which must outlive it.
    void look_behind(const WaitingSubscriptions* behind) { behind_ = behind; }

    void clear() {
        waiting_.clear();
        where_.clear();
    }

  private:
    static std::string name_of(const std::string& message, const std::string& correlation_key, bool is_start) {
        return (is_start ? "s" : "i") + std::to_string(message.size()) + ':' + message + correlation_key;
    }
    std::vector<Place> places(const std::string& name) const {
        std::vector<Place> all;
        if (behind_) all = behind_->places(name);
        const auto found = waiting_.find(name);
        if (found != waiting_.end()) {
            for (const auto& [key, place] : found->second) all.push_back(place);
        }
        return all;
    }
    const WaitingSubscriptions* behind_ = nullptr;
    std::map<std::string, std::map<MessageSubscriptionKey, Place>> waiting_;
    std::map<MessageSubscriptionKey, std::string> where_;
};

}  // namespace dandori::engine
