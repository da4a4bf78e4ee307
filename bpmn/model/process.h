#pragma once
// A process with all its flow nodes, numbered so that an engine can compile them to arrays.

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bpmn/model/activity.h"
#include "bpmn/model/event.h"
#include "bpmn/model/flow.h"
#include "bpmn/model/gateway.h"
#include "bpmn/model/scope.h"

namespace dandori::bpmn {

enum class FlowNodeKind {
    StartEvent, IntermediateCatchEvent, IntermediateThrowEvent, BoundaryEvent, EndEvent,
    Task, UserTask, ServiceTask, SendTask, ReceiveTask, BusinessRuleTask, ScriptTask, ManualTask,
    CallActivity, SubProcess, Transaction, AdHocSubProcess,
    ExclusiveGateway, InclusiveGateway, ParallelGateway, ComplexGateway, EventBasedGateway,
    ChoreographyActivity,  ///< choreographyTask, subChoreography, callChoreography: drawn, never run
};

/// The element's name in a file, e.g. "userTask".
std::string_view element_name(FlowNodeKind);

/// What all flow nodes have; what only some have is in `detail`.
struct FlowNode : Element {
    FlowNodeKind kind = FlowNodeKind::Task;
    std::size_t index = 0;  ///< dense within the process, a sub-process before what lies in it
    const Scope* parent = nullptr;
    std::vector<const SequenceFlow*> incoming, outgoing;  ///< by the flows' place in the document
    std::vector<const Lane*> lanes;                       ///< outermost first
    std::variant<Event, Activity, Gateway> detail;

    const Event* event() const { return std::get_if<Event>(&detail); }
    const Activity* activity() const { return std::get_if<Activity>(&detail); }
    const Gateway* gateway() const { return std::get_if<Gateway>(&detail); }
    /// What lies in it, or nullptr.
    const Scope* scope() const {
        const SubProcess* inner = activity() ? activity()->sub_process() : nullptr;
        return inner ? &inner->scope : nullptr;
    }
    const Process& process() const { return *parent->process; }
};

struct Process : Element {
    std::string process_type = "None";
    bool is_executable = false;
    bool is_closed = false;
    Scope scope;
    std::deque<FlowNode> nodes;       ///< of all scopes; nodes[i].index == i
    std::deque<SequenceFlow> flows;   ///< of all scopes; flows[i].index == i
    std::vector<DataObject> properties;
    std::optional<InputOutputSpecification> io_specification;
    std::vector<ResourceRole> resources;
    std::vector<CorrelationSubscription> correlation_subscriptions;
};

}  // namespace dandori::bpmn
