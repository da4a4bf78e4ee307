#pragma once
// Events have two axes: where they stand (position) and what they are about (definitions). BPMN 2.0.2, 10.5.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bpmn/model/root.h"

namespace dandori::bpmn {

struct MessageEventDefinition : Element {
    const Message* message = nullptr;
    std::string operation_ref;
};

/// Exactly one of the three is set in a valid model.
struct TimerEventDefinition : Element {
    std::optional<Expression> time_date, time_duration, time_cycle;
};

struct ErrorEventDefinition : Element {
    const Error* error = nullptr;  ///< null on a catch: every error
};

struct EscalationEventDefinition : Element {
    const Escalation* escalation = nullptr;  ///< null on a catch: every escalation
};

struct SignalEventDefinition : Element {
    const Signal* signal = nullptr;
};

struct ConditionalEventDefinition : Element {
    Expression condition;  ///< extension.conditional_filter limits when it is looked at
};

struct CompensateEventDefinition : Element {
    const FlowNode* activity = nullptr;  ///< null: the whole scope
    bool wait_for_completion = true;
};

struct CancelEventDefinition : Element {};
struct TerminateEventDefinition : Element {};

/// Its name is Element::name.
struct LinkEventDefinition : Element {
    std::vector<const FlowNode*> sources, targets;  ///< by reference, else those of the same name in the same scope
};

using EventDefinition =
    std::variant<MessageEventDefinition, TimerEventDefinition, ErrorEventDefinition, EscalationEventDefinition,
                 SignalEventDefinition, ConditionalEventDefinition, CompensateEventDefinition, CancelEventDefinition,
                 TerminateEventDefinition, LinkEventDefinition>;

enum class EventPosition { Start, IntermediateCatch, IntermediateThrow, Boundary, End };

struct Event {
    EventPosition position = EventPosition::Start;
    std::vector<EventDefinition> definitions;  ///< document order; those by eventDefinitionRef are copied in
    bool parallel_multiple = false;            ///< all of them have to happen, not one
    bool interrupting = true;                  ///< start: isInterrupting; boundary: cancelActivity
    const FlowNode* attached_to = nullptr;     ///< boundary only
    const FlowNode* compensation_handler = nullptr;  ///< compensation boundary: what its association leads to
    std::vector<DataObject> data;              ///< dataInput of throws, dataOutput of catches
    std::vector<DataAssociation> data_associations;

    bool catches() const {
        return position != EventPosition::IntermediateThrow && position != EventPosition::End;
    }
    /// The first definition of that kind, or nullptr.
    template <class Definition>
    const Definition* definition() const {
        for (const EventDefinition& each : definitions) {
            if (const auto* found = std::get_if<Definition>(&each)) return found;
        }
        return nullptr;
    }
};

}  // namespace dandori::bpmn
