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

std::vector<const ExecutableNode*> starts_of(const Executable& executable) {
    const bpmn::Scope& scope = executable.process->scope;
    for (const bpmn::FlowNode* start : scope.start_events) {
        if (start->event()->definitions.empty()) return {&executable.at(*start)};
    }
    std::vector<const ExecutableNode*> starts;
    for (const bpmn::FlowNode* node : bpmn::implicit_starts(scope)) starts.push_back(&executable.at(*node));
    return starts;
}

}  // namespace dandori::engine
