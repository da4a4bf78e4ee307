#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// One of the events that a parallel multiple event waits for has occurred, others haven't yet (BPMN 2.0.2, 10.5.2 to 10.5.4).
/// A row exists until all have. Later keys occurred later.
struct EventOccurrence {
    Key<EventOccurrence> key;
    ProcessDefinitionKey process_definition_key;
    std::optional<ProcessInstanceKey> process_instance_key;  ///< absent: of the start event of a process
    std::optional<ElementInstanceKey> element_instance_key;  ///< what waits
    std::string element_id;                                  ///< the event
    std::int32_t event_index = 0;                            ///< which of its definitions, from 0
    std::string correlation_key;  ///< of a message for a start event: those with the same key start an instance together
    Json variables;               ///< what it brought

    static constexpr std::string_view table = "event_occurrence";
    static constexpr auto fields() {
        using R = EventOccurrence;
        return Fields{field("eventOccurrenceKey", &R::key),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("elementId", &R::element_id),
                      field("eventIndex", &R::event_index),
                      field("correlationKey", &R::correlation_key),
                      field("variables", &R::variables)};
    }
    bool operator==(const EventOccurrence&) const = default;
};

using EventOccurrenceKey = Key<EventOccurrence>;

}  // namespace dandori::engine
