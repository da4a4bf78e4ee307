#include "engine/behavior/behavior.h"

namespace dandori::engine {

using bpmn::FlowNodeKind;

const Behavior* behavior_of(const bpmn::FlowNode& node) {
    switch (node.kind) {
        case FlowNodeKind::StartEvent: return &start_event;
        case FlowNodeKind::IntermediateCatchEvent: return &intermediate_catch_event;
        case FlowNodeKind::IntermediateThrowEvent: return &intermediate_throw_event;
        case FlowNodeKind::BoundaryEvent: return &boundary_event;
        case FlowNodeKind::EndEvent: return &end_event;
        case FlowNodeKind::Task:
        case FlowNodeKind::ManualTask: return &plain_task;
        case FlowNodeKind::UserTask: return node.extension.user_task ? &user_task : &job_task;
        case FlowNodeKind::ServiceTask: return &job_task;
        case FlowNodeKind::SendTask: return node.extension.task_definition ? &job_task : &send_task;
        case FlowNodeKind::ReceiveTask: return node.extension.task_definition ? &job_task : &receive_task;
        case FlowNodeKind::BusinessRuleTask: return node.extension.called_decision ? &business_rule_task : &job_task;
        case FlowNodeKind::ScriptTask: return node.extension.task_definition ? &job_task : &script_task;
        case FlowNodeKind::CallActivity: return &call_activity;
        case FlowNodeKind::SubProcess:
            return node.activity()->sub_process()->triggered_by_event ? &event_sub_process : &sub_process;
        case FlowNodeKind::ExclusiveGateway: return &exclusive_gateway;
        case FlowNodeKind::InclusiveGateway: return &inclusive_gateway;
        case FlowNodeKind::ParallelGateway: return &parallel_gateway;
        case FlowNodeKind::EventBasedGateway: return &event_based_gateway;
        case FlowNodeKind::Transaction: return &sub_process;
        case FlowNodeKind::AdHocSubProcess: return &ad_hoc_sub_process;
        case FlowNodeKind::ComplexGateway: return &complex_gateway;
        case FlowNodeKind::ChoreographyActivity: return nullptr;
    }
    return nullptr;
}

Result<void> leave_by_all_flows(Step& step) {
    const bpmn::Activity* activity = step.model().activity();
    const bpmn::SequenceFlow* default_flow = activity ? activity->default_flow : nullptr;
    const auto& outgoing = step.model().outgoing;
    // 10.3.1: completionQuantity tokens leave by each flow.
    const int quantity = activity ? activity->completion_quantity : 1;
    if (outgoing.size() == 1 && !outgoing.front()->condition && quantity == 1) {  // as most do
        step.take(*outgoing.front());
        return {};
    }
    std::vector<const bpmn::SequenceFlow*> taken;
    bool any_condition_holds = false;
    for (const bpmn::SequenceFlow* flow : outgoing) {
        if (flow == default_flow || !TRY(step.holds(*flow))) continue;
        taken.push_back(flow);
        any_condition_holds = any_condition_holds || flow->condition;
    }
    // Flows without a condition don't keep the default flow from being taken.
    if (default_flow && !any_condition_holds) taken.push_back(default_flow);
    if (taken.empty() && !outgoing.empty()) {
        return fail(Failure::Kind::Condition, "No condition of the flows out of '" + step.model().id + "' holds, and it has no default flow.");
    }
    const std::vector<const bpmn::SequenceFlow*> once = taken;
    for (int i = 1; i < quantity; ++i) taken.insert(taken.end(), once.begin(), once.end());
    step.take_all(taken);
    return {};
}

void withdraw(Step&) {}

Result<void> refuse_event(Step& step, const Event&) {
    return fail(Failure::Kind::Unspecified, "'" + step.model().id + "' doesn't wait for events.");
}

}  // namespace dandori::engine
