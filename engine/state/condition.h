#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A conditional event that an element instance waits for. It triggers when its condition becomes true: `holds` tells what it
/// was when last looked at (BPMN 2.0.2, 10.5.5: it must become false before it can trigger again).
struct ConditionalSubscription {
    Key<ConditionalSubscription> key;
    ProcessDefinitionKey process_definition_key;
    ProcessInstanceKey process_instance_key;
    ElementInstanceKey element_instance_key;
    std::string element_id;
    bool holds = false;

    static constexpr std::string_view table = "conditional_subscription";
    static constexpr auto fields() {
        using R = ConditionalSubscription;
        return Fields{field("conditionalSubscriptionKey", &R::key),
                          field("processDefinitionKey", &R::process_definition_key),
                          field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                          field("elementInstanceKey", &R::element_instance_key),
                          field("elementId", &R::element_id),
                          field("holds", &R::holds)};
    }
    bool operator==(const ConditionalSubscription&) const = default;
};

using ConditionalSubscriptionKey = Key<ConditionalSubscription>;

}  // namespace dandori::engine
