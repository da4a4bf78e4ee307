// Where instances of a process begin: BPMN 2.0.2, 10.5.2, 10.6.6 and 13.2.

#include "engine/behavior/executable.h"

namespace dandori::engine {

namespace {

/// The event-based gateway before the node that starts the process; null pointer if there is none.
const bpmn::FlowNode* starting_gateway(const bpmn::FlowNode& node) {
    for (const bpmn::SequenceFlow* flow : node.incoming) {
        const bpmn::FlowNode* source = flow->source_node;
        if (source && source->gateway() && source->gateway()->instantiate) return source;
    }
    return nullptr;
}

}  // namespace

bool starts_process_by_event(const bpmn::FlowNode& node) {
    if (node.parent->owner) return false;
    if (node.kind == bpmn::FlowNodeKind::StartEvent) return !node.event()->definitions.empty();
    if (node.kind == bpmn::FlowNodeKind::ReceiveTask && node.activity()->task()->instantiate && node.incoming.empty()) return true;
    return starting_gateway(node) != nullptr;
}

std::vector<const ExecutableNode*> Executable::starters() const {
    std::vector<const ExecutableNode*> starters;
    for (const bpmn::FlowNode* node : process->scope.nodes) {
        if (starts_process_by_event(*node)) starters.push_back(&at(*node));
    }
    return starters;
}

const ExecutableNode& Executable::entry_of(const ExecutableNode& starter) const {
    const bpmn::FlowNode* gateway = starting_gateway(*starter.node);
    return gateway ? at(*gateway) : starter;
}

const ExecutableNode* Executable::none_start() const {
    for (const bpmn::FlowNode* start : process->scope.start_events) {
        if (start->event()->definitions.empty()) return &at(*start);
    }
    return nullptr;
}

std::vector<const ExecutableNode*> Executable::first_nodes() const {
    std::vector<const ExecutableNode*> first;
    for (const bpmn::FlowNode* node : nodes_without_incoming(process->scope)) {
        const bool starts_by_itself = (node->gateway() && node->gateway()->instantiate) || starts_process_by_event(*node);
        if (!starts_by_itself) first.push_back(&at(*node));
    }
    return first;
}

std::vector<const bpmn::FlowNode*> nodes_without_incoming(const bpmn::Scope& scope) {
    std::vector<const bpmn::FlowNode*> first;
    for (const bpmn::FlowNode* node : scope.nodes) {
        const bool is_boundary = node->event() && node->event()->attached_to;
        const bpmn::Activity* activity = node->activity();
        const bool is_event_sub_process = activity && activity->sub_process() && activity->sub_process()->triggered_by_event;
        const bool is_handler = activity && activity->is_for_compensation;
        if (node->incoming.empty() && !is_boundary && !is_event_sub_process && !is_handler) first.push_back(node);
    }
    return first;
}

}  // namespace dandori::engine
