#include "bpmn/read/reader.h"

namespace dandori::bpmn::read_detail {
namespace {

EventPosition position_of(FlowNodeKind kind) {
    if (kind == FlowNodeKind::StartEvent) return EventPosition::Start;
    if (kind == FlowNodeKind::BoundaryEvent) return EventPosition::Boundary;
    if (kind == FlowNodeKind::EndEvent) return EventPosition::End;
    return kind == FlowNodeKind::IntermediateCatchEvent ? EventPosition::IntermediateCatch
                                                        : EventPosition::IntermediateThrow;
}

}  // namespace

void Reader::fill_event(FlowNode& node, const XmlNode& xml) {
    Event& event = std::get<Event>(node.detail);
    event.position = position_of(node.kind);
    event.parallel_multiple = flag_or(xml, "parallelMultiple", false);
    if (event.position == EventPosition::Start) event.interrupting = flag_or(xml, "isInterrupting", true);
    if (event.position == EventPosition::Boundary) {
        event.interrupting = flag_or(xml, "cancelActivity", true);
        const auto* host = refer_attribute<FlowNode>(xml, "attachedToRef", "activity");
        if (host && host->activity()) {
            event.attached_to = host;
            std::get<Activity>(const_cast<FlowNode*>(host)->detail).boundary_events.push_back(&node);
        } else if (host) {
            error(xml, "Boundary event '" + node.id + "' is attached to '" + host->id + "', which is no activity.",
                  "Attach it to a task, a sub-process or a call activity.");
        }
    }
    for (const XmlNode& child : xml.children) {
        if (!is_bpmn(child)) continue;
        const std::string_view name = child.local_name();
        if (name == "dataInput") event.data.push_back(data_object(child, DataObject::Kind::Input));
        if (name == "dataOutput") event.data.push_back(data_object(child, DataObject::Kind::Output));
        if (name.starts_with("data") && name.ends_with("Association")) {
            event.data_associations.push_back(data_association(child));
        }
        if (auto definition = event_definition(child)) event.definitions.push_back(std::move(*definition));
    }
}

std::optional<EventDefinition> Reader::event_definition(const XmlNode& xml) {
    if (!is_bpmn(xml)) return std::nullopt;
    const std::string_view name = xml.local_name();
    const auto begin = [&](auto definition) {
        start(definition, xml);
        return definition;
    };
    if (name == "eventDefinitionRef") {
        const std::string id = trimmed(xml.inner_text());
        auto found = root_event_definitions_.find(id);
        if (found == root_event_definitions_.end()) found = root_event_definitions_.find(without_prefix(id));
        if (found != root_event_definitions_.end()) return event_definition(*found->second);
        dangling(xml, "event definition", id);
        return std::nullopt;
    }
    if (name == "messageEventDefinition") {
        auto definition = begin(MessageEventDefinition{});
        definition.message = refer_attribute<Message>(xml, "messageRef", "message");
        for (const XmlNode& child : xml.children) {
            if (is_bpmn(child, "operationRef")) definition.operation_ref = trimmed(child.inner_text());
        }
        return definition;
    }
    if (name == "timerEventDefinition") {
        auto definition = begin(TimerEventDefinition{});
        definition.time_date = child_expression(xml, "timeDate");
        definition.time_duration = child_expression(xml, "timeDuration");
        definition.time_cycle = child_expression(xml, "timeCycle");
        return definition;
    }
    if (name == "errorEventDefinition") {
        auto definition = begin(ErrorEventDefinition{});
        definition.error = refer_attribute<Error>(xml, "errorRef", "error");
        return definition;
    }
    if (name == "escalationEventDefinition") {
        auto definition = begin(EscalationEventDefinition{});
        definition.escalation = refer_attribute<Escalation>(xml, "escalationRef", "escalation");
        return definition;
    }
    if (name == "signalEventDefinition") {
        auto definition = begin(SignalEventDefinition{});
        definition.signal = refer_attribute<Signal>(xml, "signalRef", "signal");
        return definition;
    }
    if (name == "conditionalEventDefinition") {
        auto definition = begin(ConditionalEventDefinition{});
        definition.condition = child_expression(xml, "condition").value_or(Expression{});
        return definition;
    }
    if (name == "compensateEventDefinition") {
        auto definition = begin(CompensateEventDefinition{});
        definition.activity = refer_attribute<FlowNode>(xml, "activityRef", "activity");
        definition.wait_for_completion = flag_or(xml, "waitForCompletion", true);
        return definition;
    }
    if (name == "cancelEventDefinition") return begin(CancelEventDefinition{});
    if (name == "terminateEventDefinition") return begin(TerminateEventDefinition{});
    if (name == "linkEventDefinition") return begin(LinkEventDefinition{});
    return std::nullopt;
}

}  // namespace dandori::bpmn::read_detail
