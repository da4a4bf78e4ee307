#pragma once
// Who waits for which message.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/state/rows.h"

namespace dandori::engine {

/// Message subscriptions by tenant, message name and correlation key, those of start events by tenant and name, and those that
/// wait by the standard's correlation by what their conversation's key is.
class WaitingSubscriptions {
  public:
    struct Place {
        MessageSubscriptionKey key;
        std::optional<ProcessInstanceKey> instance;  ///< absent: a start event
        std::string process_id;
    };
    /// The definition that says how a message's properties are read, and the correlation key they make.
    using Conversation = std::pair<ProcessDefinitionKey, std::string>;

    void update(const MessageSubscription& row, bool is_over) {
        const auto found = where_.find(row.key);
        if (found != where_.end()) {
            auto& places = waiting_[found->second];
            places.erase(row.key);
            if (places.empty()) waiting_.erase(found->second);
            where_.erase(found);
            if (!row.correlation_id.empty()) {
                auto& number = conversations_[{row.tenant_id, row.message_name}][conversation_of(row)];
                if (--number == 0) conversations_[{row.tenant_id, row.message_name}].erase(conversation_of(row));
            }
        }
        if (is_over) return;
        const std::string name = name_of(row);
        where_[row.key] = name;
        waiting_[name][row.key] = {row.key, row.process_instance_key, row.process_definition_id};
        if (!row.correlation_id.empty()) ++conversations_[{row.tenant_id, row.message_name}][conversation_of(row)];
    }

    std::vector<Place> of_instances(const std::string& tenant, const std::string& message, const std::string& correlation_key) const {
        return places(joined('i', tenant, message, correlation_key));
    }
    std::vector<Place> of_start_events(const std::string& tenant, const std::string& message) const {
        return places(joined('s', tenant, message, ""));
    }

    std::vector<Conversation> conversations(const std::string& tenant, const std::string& message) const {
        std::vector<Conversation> all = behind_ ? behind_->conversations(tenant, message) : std::vector<Conversation>{};
        const auto found = conversations_.find({tenant, message});
        if (found == conversations_.end()) return all;
        for (const auto& [conversation, number] : found->second) {
            if (std::find(all.begin(), all.end(), conversation) == all.end()) all.push_back(conversation);
        }
        return all;
    }
    /// Those whose key has this text; without one, those that wait for the first message to tell it.
    std::vector<Place> of_conversation(const std::string& tenant, const std::string& message, const Conversation& conversation,
                                       const std::optional<std::string>& text) const {
        return places(joined('c', tenant, message, conversation_name(conversation, text)));
    }

    /// What this one doesn't know is asked of another, which must outlive it.
    void look_behind(const WaitingSubscriptions* behind) { behind_ = behind; }

    void clear() {
        waiting_.clear();
        where_.clear();
        conversations_.clear();
    }

  private:
    static std::string joined(char kind, const std::string& tenant, const std::string& message, const std::string& rest) {
        return kind + tenant + ' ' + std::to_string(message.size()) + ':' + message + rest;
    }
    static Conversation conversation_of(const MessageSubscription& row) { return {row.process_definition_key, row.correlation_id}; }
    static std::string conversation_name(const Conversation& conversation, const std::optional<std::string>& text) {
        return std::to_string(conversation.first.value) + '/' + conversation.second + (text ? '=' + *text : "?");
    }
    static std::string name_of(const MessageSubscription& row) {
        if (!row.process_instance_key) return joined('s', row.tenant_id, row.message_name, "");
        if (row.correlation_id.empty()) return joined('i', row.tenant_id, row.message_name, row.correlation_key.value_or(""));
        return joined('c', row.tenant_id, row.message_name, conversation_name(conversation_of(row), row.correlation_key));
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
    std::map<std::pair<std::string, std::string>, std::map<Conversation, std::size_t>> conversations_;  ///< by tenant and name: how many wait
};

}  // namespace dandori::engine
