#include "tests/scenario/features.h"

#include <algorithm>

namespace dandori::test {
namespace {

using namespace bpmn;

std::string in_words(FlowNodeKind kind) {
    std::string words;
    for (const char each : element_name(kind)) {
        const bool upper = each >= 'A' && each <= 'Z';
        words += upper ? std::string(" ") + static_cast<char>(each - 'A' + 'a') : std::string(1, each);
    }
    return words;
}

std::string word(const EventDefinition& definition) {
    constexpr const char* words[]{"message",     "timer",        "error",  "escalation", "signal",
                                  "conditional", "compensation", "cancel", "terminate",  "link"};
    static_assert(std::size(words) == std::variant_size_v<EventDefinition>);
    return words[definition.index()];
}

std::string timer_words(const TimerEventDefinition& timer) {
    return timer.time_date ? "timer date" : timer.time_cycle ? "timer cycle" : "timer duration";
}

std::string definition_words(const Event& event) {
    if (event.definitions.empty()) return "none";
    if (event.definitions.size() > 1) return event.parallel_multiple ? "parallel multiple" : "multiple";
    return word(event.definitions.front());
}

void add_event(const FlowNode& node, std::set<std::string>& found) {
    const Event& event = *node.event();
    const FlowNode* owner = node.parent->owner;
    const bool of_event_sub_process = node.kind == FlowNodeKind::StartEvent && owner &&
                                      owner->activity()->sub_process()->triggered_by_event;
    std::string words = in_words(node.kind) + " " + definition_words(event);
    if (node.kind == FlowNodeKind::BoundaryEvent || of_event_sub_process) {
        if (!event.interrupting) words += ", non-interrupting";
    }
    if (of_event_sub_process) words += ", of an event sub-process";
    found.insert(words);
    for (const EventDefinition& definition : event.definitions) {
        if (const auto* timer = std::get_if<TimerEventDefinition>(&definition)) found.insert(timer_words(*timer));
        const auto* compensation = std::get_if<CompensateEventDefinition>(&definition);
        if (compensation && !event.catches())
            found.insert(compensation->activity ? "compensation of one activity" : "compensation of a scope");
        const auto* terminate = std::get_if<TerminateEventDefinition>(&definition);
        if (terminate && owner) found.insert("terminate in a nested scope");
        const auto* message = std::get_if<MessageEventDefinition>(&definition);
        if (message && !event.catches() && !node.extension.task_definition && message->message)
            found.insert("message handed over within the engine");
        const auto* conditional = std::get_if<ConditionalEventDefinition>(&definition);
        if (conditional && conditional->extension.conditional_filter) found.insert("zeebe:conditionalFilter");
    }
    if (!event.data_associations.empty()) found.insert("data association of an event");
}

void add_loop(const Activity& activity, std::set<std::string>& found) {
    if (const auto* loop = activity.standard_loop()) {
        found.insert(loop->test_before ? "standard loop, tested before" : "standard loop, tested after");
        if (loop->loop_maximum) found.insert("standard loop, loopMaximum");
    }
    const auto* many = activity.multi_instance();
    if (!many) return;
    found.insert(many->is_sequential ? "multi-instance, sequential" : "multi-instance, parallel");
    if (many->loop_cardinality) found.insert("multi-instance, loopCardinality");
    if (many->completion_condition) found.insert("multi-instance, completionCondition");
    if (many->zeebe && !many->zeebe->output_collection.empty()) found.insert("multi-instance, outputCollection");
    if (activity.sub_process()) found.insert("multi-instance sub-process");
    if (activity.call_activity()) found.insert("multi-instance call activity");
    if (many->behavior == MultiInstanceLoopCharacteristics::Behavior::None) found.insert("multi-instance, behavior None");
    if (many->behavior == MultiInstanceLoopCharacteristics::Behavior::One) found.insert("multi-instance, behavior One");
    if (many->behavior == MultiInstanceLoopCharacteristics::Behavior::Complex)
        found.insert("multi-instance, behavior Complex");
}

void add_activity(const FlowNode& node, std::set<std::string>& found) {
    const Activity& activity = *node.activity();
    const SubProcess* inner = activity.sub_process();
    found.insert(inner && inner->triggered_by_event ? "event sub-process" : in_words(node.kind));
    add_loop(activity, found);
    if (activity.start_quantity > 1) found.insert("startQuantity");
    if (activity.completion_quantity > 1) found.insert("completionQuantity");
    if (activity.is_for_compensation) found.insert("compensation handler");
    if (activity.io_specification) found.insert("ioSpecification");
    if (!activity.data_input_associations.empty() || !activity.data_output_associations.empty())
        found.insert("data association of an activity");
    if (!activity.resources.empty()) found.insert("resource roles");
    if (activity.task() && activity.task()->instantiate) found.insert("receive task that starts a process");
    if (inner && node.kind == FlowNodeKind::AdHocSubProcess) {
        if (inner->ordering == SubProcess::Ordering::Sequential) found.insert("ad hoc, sequential");
        if (inner->completion_condition) found.insert("ad hoc, completionCondition");
        if (!inner->cancel_remaining_instances) found.insert("ad hoc, cancelRemainingInstances=false");
        if (node.extension.task_definition) found.insert("ad hoc, led by a job");
    }
    if (activity.default_flow) found.insert("default flow out of an activity");
}

void add_flows(const FlowNode& node, std::set<std::string>& found) {
    const bool flow_object = node.activity() != nullptr;
    if (flow_object && node.incoming.size() > 1) found.insert("uncontrolled merge");
    if ((flow_object || node.event()) && node.outgoing.size() > 1) found.insert("implicit split");
    for (const SequenceFlow* flow : node.outgoing) {
        if (flow->condition && flow_object) found.insert("conditional flow out of an activity");
    }
}

void add_extension(const zeebe::Extension& extension, std::set<std::string>& found) {
    const auto add = [&](bool is_there, const char* words) {
        if (is_there) found.insert(words);
    };
    add(extension.task_definition.has_value(), "zeebe:taskDefinition");
    add(!extension.task_headers.empty(), "zeebe:taskHeaders");
    add(!extension.io_mapping.inputs.empty() || !extension.io_mapping.outputs.empty(), "zeebe:ioMapping");
    add(extension.called_element.has_value(), "zeebe:calledElement");
    add(extension.called_decision.has_value(), "zeebe:calledDecision");
    add(extension.script.has_value(), "zeebe:script");
    add(extension.user_task, "zeebe:userTask");
    add(extension.form_definition.has_value(), "zeebe:formDefinition");
    add(extension.assignment_definition.has_value(), "zeebe:assignmentDefinition");
    add(extension.task_schedule.has_value(), "zeebe:taskSchedule");
    add(extension.priority.has_value(), "zeebe:priorityDefinition");
    add(!extension.execution_listeners.empty(), "zeebe:executionListeners");
    add(!extension.task_listeners.empty(), "zeebe:taskListeners");
    add(!extension.properties.empty(), "zeebe:properties");
    add(extension.ad_hoc.has_value(), "zeebe:adHoc");
}

void add_scope(const Scope& scope, std::set<std::string>& found) {
    if (!scope.lane_sets.empty()) found.insert("lanes");
    if (!implicit_starts(scope).empty()) found.insert("no start event: what no flow leads to starts");
    for (const DataObject& object : scope.data) {
        if (object.kind == DataObject::Kind::Object) found.insert("data object");
        if (object.kind == DataObject::Kind::StoreReference) found.insert("data store reference");
    }
    for (const Artifact& artifact : scope.artifacts) {
        if (artifact.kind == Artifact::Kind::TextAnnotation) found.insert("text annotation");
        if (artifact.kind == Artifact::Kind::Group) found.insert("group");
    }
}

void add_gateway(const FlowNode& node, std::set<std::string>& found) {
    const Gateway& gateway = *node.gateway();
    std::string words = in_words(node.kind);
    if (gateway.instantiate)
        words += gateway.event_gateway_type == Gateway::EventGatewayType::Parallel
                     ? " that starts a process, parallel"
                     : " that starts a process";
    found.insert(words);
    if (gateway.default_flow) found.insert("default flow out of a gateway");
    if (node.kind == FlowNodeKind::InclusiveGateway && node.incoming.size() > 1) found.insert("inclusive join");
    if (node.kind == FlowNodeKind::ParallelGateway && node.incoming.size() > 1) found.insert("parallel join");
}

}  // namespace

std::set<std::string> features_of(const Definitions& model) {
    std::set<std::string> found;
    for (const Process& process : model.processes) {
        if (!process.is_executable) continue;
        add_scope(process.scope, found);
        if (process.scope.start_events.size() > 1) found.insert("several start events");
        if (!process.correlation_subscriptions.empty()) found.insert("correlation subscription");
        std::size_t ends = 0;
        for (const FlowNode& node : process.nodes) {
            if (node.event()) add_event(node, found);
            if (node.activity()) add_activity(node, found);
            if (node.gateway()) add_gateway(node, found);
            if (node.scope()) add_scope(*node.scope(), found);
            add_flows(node, found);
            add_extension(node.extension, found);
            ends += node.kind == FlowNodeKind::EndEvent && !node.parent->owner;
        }
        if (ends > 1) found.insert("several end events");
    }
    for (const Collaboration& collaboration : model.collaborations) {
        if (!collaboration.message_flows.empty()) found.insert("message flow");
        if (!collaboration.correlation_keys.empty()) found.insert("correlation key");
        if (collaboration.participants.size() > 1) found.insert("several pools");
    }
    return found;
}

}  // namespace dandori::test
