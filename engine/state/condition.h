#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A conditional event that an element instance waits for (BPMN 2.0.2, 10.5.5). A row exists only while it waits.
struct ConditionalSubscription {
    Key<ConditionalSubscription> key;
    ProcessDefinitionKey process_definition_key;
    ProcessInstanceKey process_instance_key;
    ElementInstanceKey element_instance_key;
    std::string element_id;
    std::int32_t event_index = 0;  ///< which of the event's definitions, from 0

    static constexpr std::string_view table = "conditional_subscription";
    static constexpr auto fields() {
        using R = ConditionalSubscription;
        return Fields{field("conditionalSubscriptionKey", &R::key),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("elementId", &R::element_id),
                      field("eventIndex", &R::event_index)};
    }
    bool operator==(const ConditionalSubscription&) const = default;
};

using ConditionalSubscriptionKey = Key<ConditionalSubscription>;

}  // namespace dandori::engine
