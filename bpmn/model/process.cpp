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

}  // namespace dandori::bpmn
