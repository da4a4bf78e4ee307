#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// Something that waits for a signal: an element instance, or the start event of a definition. A row exists only while it waits.
struct SignalSubscription {
    Key<SignalSubscription> key;
    std::string signal_name;
    std::string process_definition_id;
    ProcessDefinitionKey process_definition_key;
    std::optional<ProcessInstanceKey> process_instance_key;  ///< absent for a signal start event
    std::optional<ElementInstanceKey> element_instance_key;
    std::string element_id;
    std::int32_t event_index = 0;  ///< which of the event's definitions, from 0
    std::string tenant_id{"<default>"};

    static constexpr std::string_view table = "signal_subscription";
    static constexpr auto fields() {
        using R = SignalSubscription;
        return Fields{field("signalSubscriptionKey", &R::key),
                      field("signalName", &R::signal_name, FieldUse::Indexed),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processDefinitionKey", &R::process_definition_key, FieldUse::Indexed),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("elementId", &R::element_id),
                      field("eventIndex", &R::event_index),
                      field("tenantId", &R::tenant_id)};
    }
    bool operator==(const SignalSubscription&) const = default;
};

using SignalSubscriptionKey = Key<SignalSubscription>;

}  // namespace dandori::engine
