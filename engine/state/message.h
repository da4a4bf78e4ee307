#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A published message that waits for somebody to catch it (`timeToLive`). Deleted when it expires.
struct Message {
    MessageKey key;
    std::string name;
    std::string correlation_key;
    std::optional<std::string> message_id;  ///< no second one with the same id, name and key while this lives
    Json variables;
    Instant published_at;
    Instant expires_at;
    std::string tenant_id{"<default>"};
    std::vector<std::string> correlated_processes;  ///< process ids that have taken it; each takes it once

    static constexpr std::string_view table = "message";
    static constexpr auto fields() {
        using R = Message;
        return Fields{field("messageKey", &R::key),
                      field("messageName", &R::name),
                      field("correlationKey", &R::correlation_key, FieldUse::Indexed),
                      field("messageId", &R::message_id),
                      field("variables", &R::variables),
                      field("publishedAt", &R::published_at),
                      field("expiresAt", &R::expires_at, FieldUse::Indexed),
                      field("tenantId", &R::tenant_id),
                      field("correlatedProcesses", &R::correlated_processes, FieldUse::Internal)};
    }
    bool operator==(const Message&) const = default;
};

/// States of a message subscription (Camunda 8 REST API v2). Moved only by engine/lifecycle/message_subscription.h.
enum class MessageSubscriptionState { Correlated, Created, Deleted, Migrated };
template <>
inline constexpr std::string_view names_of<MessageSubscriptionState>[] = {"CORRELATED", "CREATED", "DELETED", "MIGRATED"};

/// Something that waits for a message: an element instance with its correlation key, or the start event of a definition.
struct MessageSubscription {
    MessageSubscriptionKey key;
    std::string process_definition_id;
    ProcessDefinitionKey process_definition_key;
    std::optional<ProcessInstanceKey> process_instance_key;  ///< absent for a message start event
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::string element_id;
    std::optional<ElementInstanceKey> element_instance_key;
    MessageSubscriptionState state = MessageSubscriptionState::Created;
    Instant last_updated_date;
    std::string message_name;
    std::optional<std::string> correlation_key;
    std::int32_t event_index = 0;  ///< which of the event's definitions, from 0
    std::string correlation_id;    ///< where it waits by the standard's correlation (8.4.2): id of the correlation key
    std::string tenant_id{"<default>"};

    static constexpr std::string_view table = "message_subscription";
    static constexpr auto fields() {
        using R = MessageSubscription;
        return Fields{field("messageSubscriptionKey", &R::key),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processDefinitionKey", &R::process_definition_key, FieldUse::Indexed),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("elementId", &R::element_id),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("messageSubscriptionState", &R::state),
                      field("lastUpdatedDate", &R::last_updated_date),
                      field("messageName", &R::message_name, FieldUse::Indexed),
                      field("correlationKey", &R::correlation_key, FieldUse::Indexed),
                      field("eventIndex", &R::event_index, FieldUse::Internal),
                      field("correlationId", &R::correlation_id, FieldUse::Internal),
                      field("tenantId", &R::tenant_id)};
    }
    bool operator==(const MessageSubscription&) const = default;
};

/// The log of correlations: which message went to which subscription.
struct CorrelatedMessage {
    Key<CorrelatedMessage> key;
    MessageKey message_key;
    std::string message_name;
    std::optional<std::string> correlation_key;
    Instant correlation_time;
    std::string element_id;
    std::optional<ElementInstanceKey> element_instance_key;
    std::int32_t partition_id = 1;
    std::string process_definition_id;
    ProcessDefinitionKey process_definition_key;
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    MessageSubscriptionKey subscription_key;
    std::string tenant_id{"<default>"};

    static constexpr std::string_view table = "correlated_message";
    static constexpr auto fields() {
        using R = CorrelatedMessage;
        return Fields{field("correlatedMessageKey", &R::key, FieldUse::Internal),
                      field("messageKey", &R::message_key),
                      field("messageName", &R::message_name),
                      field("correlationKey", &R::correlation_key),
                      field("correlationTime", &R::correlation_time),
                      field("elementId", &R::element_id),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("partitionId", &R::partition_id),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("subscriptionKey", &R::subscription_key),
                      field("tenantId", &R::tenant_id)};
    }
    bool operator==(const CorrelatedMessage&) const = default;
};

}  // namespace dandori::engine
