#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// States of a timer. Moved only by engine/lifecycle/timer.h.
enum class TimerState { Created, Triggered, Canceled };
template <>
inline constexpr std::string_view names_of<TimerState>[] = {"CREATED", "TRIGGERED", "CANCELED"};

/// One due date that something waits for: an element instance, or a process definition whose start event it is.
/// A row exists only while the timer waits; when it has triggered or was canceled it is deleted.
struct Timer {
    TimerKey key;
    ProcessDefinitionKey process_definition_key;
    std::optional<ProcessInstanceKey> process_instance_key;  ///< absent for a timer start event
    std::optional<ElementInstanceKey> element_instance_key;  ///< the element instance that waits, or has the boundary event
    std::string element_id;                                  ///< the event; differs from the waiting element for boundary events
    Instant due_date;
    std::optional<std::int32_t> repetitions;  ///< how often it triggers after this; absent = without end; 0 = this is the last
    std::optional<std::string> cycle;         ///< the ISO 8601 interval or cron text it repeats by
    std::int32_t event_index = 0;  ///< which of the event's definitions, from 0
    TimerState state = TimerState::Created;
    std::string tenant_id{"<default>"};
    Json reckoning;  ///< `{"periods": [..]}`: how the due date was counted, where a calendar did (engine/calendar)

    static constexpr std::string_view table = "timer";
    static constexpr auto fields() {
        using R = Timer;
        return Fields{field("timerKey", &R::key),
                      field("processDefinitionKey", &R::process_definition_key, FieldUse::Indexed),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("elementId", &R::element_id),
                      field("dueDate", &R::due_date, FieldUse::Indexed),
                      field("repetitions", &R::repetitions),
                      field("cycle", &R::cycle),
                      field("eventIndex", &R::event_index),
                      field("state", &R::state),
                      field("tenantId", &R::tenant_id),
                      field("reckoning", &R::reckoning, FieldUse::Internal)};
    }
    bool operator==(const Timer&) const = default;
};

}  // namespace dandori::engine
