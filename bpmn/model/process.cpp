#include "bpmn/model/process.h"

namespace dandori::bpmn {

std::string_view element_name(FlowNodeKind kind) {
    switch (kind) {
        case FlowNodeKind::StartEvent: return "startEvent";
        case FlowNodeKind::IntermediateCatchEvent: return "intermediateCatchEvent";
        case FlowNodeKind::IntermediateThrowEvent: return "intermediateThrowEvent";
        case FlowNodeKind::BoundaryEvent: return "boundaryEvent";
        case FlowNodeKind::EndEvent: return "endEvent";
        case FlowNodeKind::Task: return "task";
        case FlowNodeKind::UserTask: return "userTask";
        case FlowNodeKind::ServiceTask: return "serviceTask";
        case FlowNodeKind::SendTask: return "sendTask";
        case FlowNodeKind::ReceiveTask: return "receiveTask";
        case FlowNodeKind::BusinessRuleTask: return "businessRuleTask";
        case FlowNodeKind::ScriptTask: return "scriptTask";
        case FlowNodeKind::ManualTask: return "manualTask";
        case FlowNodeKind::CallActivity: return "callActivity";
        case FlowNodeKind::SubProcess: return "subProcess";
        case FlowNodeKind::Transaction: return "transaction";
        case FlowNodeKind::AdHocSubProcess: return "adHocSubProcess";
        case FlowNodeKind::ExclusiveGateway: return "exclusiveGateway";
        case FlowNodeKind::InclusiveGateway: return "inclusiveGateway";
        case FlowNodeKind::ParallelGateway: return "parallelGateway";
        case FlowNodeKind::ComplexGateway: return "complexGateway";
        case FlowNodeKind::EventBasedGateway: return "eventBasedGateway";
        case FlowNodeKind::ChoreographyActivity: return "choreographyTask";
    }
    return "";
}

std::vector<const FlowNode*> nodes_without_incoming(const Scope& scope) {
    std::vector<const FlowNode*> found;
    for (const FlowNode* node : scope.nodes) {
        const Event* event = node->event();
        const Activity* activity = node->activity();
        const bool is_reached_otherwise =
            (event && (event->attached_to || (event->catches() && event->definition<LinkEventDefinition>()))) ||
            (activity && (activity->is_for_compensation || (activity->sub_process() && activity->sub_process()->triggered_by_event)));
        if (node->incoming.empty() && !is_reached_otherwise) found.push_back(node);
    }
    return found;
}

std::vector<const FlowNode*> implicit_starts(const Scope& scope) {
    if (!scope.start_events.empty() || (scope.owner && scope.owner->kind == FlowNodeKind::AdHocSubProcess)) return {};
    for (const FlowNode* node : scope.nodes) {
        if (node->gateway() && node->gateway()->instantiate) return {};
        if (node->activity() && node->activity()->task() && node->activity()->task()->instantiate) return {};
    }
    return nodes_without_incoming(scope);
}

}  // namespace dandori::bpmn
