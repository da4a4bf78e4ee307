#pragma once
// Who waits for which message.

#include "engine/port/all_rows.h"
#include "engine/runtime/named_rows.h"
#include "engine/runtime/not_suspended.h"

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

    explicit WaitingSubscriptions(std::size_t in_memory_max) : of_instances_(in_memory_max) {}

    void update(const MessageSubscription& row, bool is_over) {
        const Rows::Name name{row.tenant_id, row.message_name};
        if (row.process_instance_key) {
            if (is_over) of_instances_.remove(row.key);
            else of_instances_.put(row.key, name, detail_of(row), {*row.process_instance_key, row.process_definition_id});
        } else if (is_over) {
            if (of_start_events_[name].erase(row.key); of_start_events_[name].empty()) of_start_events_.erase(name);
        } else {
            of_start_events_[name][row.key] = row.process_definition_id;
        }
    }

    std::vector<Place> of_instances(const std::string& tenant, const std::string& message, const std::string& correlation_key, Reader& reader) {
        return places({tenant, message}, {{}, correlation_key}, reader);
    }
    std::vector<Place> of_start_events(const std::string& tenant, const std::string& message) const {
        std::vector<Place> all;
        if (behind_) all = behind_->of_start_events(tenant, message);
        const auto found = of_start_events_.find({tenant, message});
        if (found == of_start_events_.end()) return all;
        for (const auto& [key, process_id] : found->second) all.push_back({key, {}, process_id});
        return all;
    }

    std::vector<Conversation> conversations(const std::string& tenant, const std::string& message, Reader& reader) {
        std::vector<Conversation> all;
        const Rows::Name name{tenant, message};
        const Source source{behind_, reader};
        const bool is_whole = of_instances_.details_of(name, {behind(Conversation{}), {}}, source, [&](const Detail& detail) {
            all.push_back(detail.conversation);
            return Detail{behind(detail.conversation), {}};
        });
        if (is_whole) return all;
        for (Conversation& each : source.conversations(name)) all.push_back(std::move(each));
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }
    /// Those whose key has this text; without one, those that wait for the first message to tell it.
    std::vector<Place> of_conversation(const std::string& tenant, const std::string& message, const Conversation& conversation,
                                       const std::optional<std::string>& text, Reader& reader) {
        return places({tenant, message}, {conversation, text}, reader);
    }

    /// What this one doesn't know is asked of another, which must outlive it.
    void look_behind(WaitingSubscriptions* behind) { behind_ = behind; }

    void committed() { of_instances_.committed(); }
    void clear() {
        of_instances_.clear();
        of_start_events_.clear();
    }

  private:
    struct Detail {
        Conversation conversation;  ///< of what waits by its correlation key alone: without a definition
        std::optional<std::string> correlation_key;
        auto operator<=>(const Detail&) const = default;
    };
    struct Instance {
        ProcessInstanceKey key;
        std::string process_id;
    };
    using Rows = NamedRows<Detail, MessageSubscriptionKey, Instance>;

    static Detail detail_of(const MessageSubscription& row) {
        if (row.correlation_id.empty()) return {{}, row.correlation_key.value_or("")};
        return {{row.process_definition_key, row.correlation_id}, row.correlation_key};
    }
    /// The least that is greater.
    static Conversation behind(Conversation conversation) {
        conversation.second += '\0';
        return conversation;
    }

    struct Source {
        WaitingSubscriptions* behind;
        Reader& reader;

        static Query query_of(const Rows::Name& name) {
            return Query{}
                .where_equals("messageName", name.second)
                .where_equals("messageSubscriptionState", MessageSubscriptionState::Created)
                .where_equals("tenantId", name.first)
                .where("processInstanceKey", Operator::Exists);
        }
        static Rows::Entry entry_of(const MessageSubscription& row, bool waits = true) {
            return {row.key, detail_of(row), {*row.process_instance_key, row.process_definition_id}, waits};
        }

        /// In the order of the index, so that of many no more are looked at than are asked for.
        Rows::Entries all(const Rows::Name& name, std::size_t count) const {
            Query query = query_of(name);
            query.sorted_by("correlationId").sorted_by("processDefinitionKey").sorted_by("correlationKey").first(count);
            const auto rows = find<MessageSubscription>(reader, query).rows;
            const auto suspended = suspended_of(reader, rows);
            Rows::Entries entries;
            for (const auto& row : rows) entries.push_back(entry_of(row, !suspended.contains(*row.process_instance_key)));
            return entries;
        }
        Rows::Entries of(const Rows::Name& name, const Detail& detail) const {
            if (behind) return behind->of_instances_.of(name, detail, Source{behind->behind_, reader});
            Query query = query_of(name);
            query.where_equals("correlationId", detail.conversation.second);
            if (!detail.conversation.second.empty()) query.where_equals("processDefinitionKey", detail.conversation.first);
            Rows::Entries entries;
            const auto add = [&](const Query& wanted) {
                for (const auto& row : rows_that_wait<MessageSubscription>(reader, wanted)) entries.push_back(entry_of(row));
            };
            if (detail.correlation_key) add(Query(query).where_equals("correlationKey", *detail.correlation_key));
            // Without a conversation no key is the same as an empty one.
            const bool may_be_absent = detail.conversation.second.empty() ? detail.correlation_key == "" : !detail.correlation_key;
            if (may_be_absent) add(query.where("correlationKey", Operator::NotExists));
            return entries;
        }

        std::vector<Conversation> conversations(const Rows::Name& name) const {
            if (behind) return behind->conversations(name.first, name.second, reader);
            std::vector<Conversation> all;
            // From one conversation to the next, however many wait in each.
            std::optional<MessageSubscription> row = first_of(query_of(name).where("correlationId", Operator::Greater, {std::string()}));
            while (row) {
                all.emplace_back(row->process_definition_key, row->correlation_id);
                auto next = first_of(query_of(name)
                                         .where_equals("correlationId", row->correlation_id)
                                         .where("processDefinitionKey", Operator::Greater, {to_cell(row->process_definition_key)}));
                if (!next) next = first_of(query_of(name).where("correlationId", Operator::Greater, {row->correlation_id}));
                row = std::move(next);
            }
            return all;
        }
        std::optional<MessageSubscription> first_of(Query query) const {
            query.sorted_by("correlationId").sorted_by("processDefinitionKey").sorted_by("correlationKey").first(1);
            auto found = find<MessageSubscription>(reader, query);
            if (found.rows.empty()) return {};
            return std::move(found.rows.front());
        }
    };

    std::vector<Place> places(const Rows::Name& name, const Detail& detail, Reader& reader) {
        std::vector<Place> all;
        for (auto& entry : of_instances_.of(name, detail, Source{behind_, reader}))
            all.push_back({entry.key, entry.content.key, std::move(entry.content.process_id)});
        return all;
    }

    WaitingSubscriptions* behind_ = nullptr;
    Rows of_instances_;
    std::map<Rows::Name, std::map<MessageSubscriptionKey, std::string>> of_start_events_;  ///< all of them, with the process id
};

}  // namespace dandori::engine
