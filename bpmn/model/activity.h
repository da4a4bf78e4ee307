#pragma once
// BPMN 2.0.2, 10.3 Activities. Which one it is, FlowNode::kind tells.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bpmn/model/event.h"
#include "bpmn/model/root.h"
#include "bpmn/model/scope.h"

namespace dandori::bpmn {

struct StandardLoopCharacteristics {
    bool test_before = false;
    std::optional<Expression> loop_condition;
    std::optional<int> loop_maximum;
};

struct ComplexBehaviorDefinition {
    Expression condition;
    std::vector<EventDefinition> events;
};

struct MultiInstanceLoopCharacteristics {
    enum class Behavior { None, One, All, Complex };

    bool is_sequential = false;
    std::optional<Expression> loop_cardinality, completion_condition;
    std::optional<zeebe::LoopCharacteristics> zeebe;
    std::string loop_data_input_ref, loop_data_output_ref;  ///< ids
    std::optional<DataObject> input_data_item, output_data_item;
    Behavior behavior = Behavior::All;
    std::string one_behavior_event_ref, none_behavior_event_ref;
    std::vector<ComplexBehaviorDefinition> complex_behaviors;
    int line = 0;
};

using LoopCharacteristics =
    std::variant<std::monostate, StandardLoopCharacteristics, MultiInstanceLoopCharacteristics>;

/// What only some tasks have; the rest is empty.
struct TaskDetail {
    std::string implementation;        ///< service, send, receive, user, business rule
    std::string operation_ref;         ///< service, send, receive
    const Message* message = nullptr;  ///< send, receive
    bool instantiate = false;          ///< receive
    std::string script, script_format; ///< script
};

struct CallActivity {
    std::string called_element;  ///< the standard's attribute; extension.called_element goes before it
};

/// subProcess, transaction and adHocSubProcess.
struct SubProcess {
    enum class Ordering { Parallel, Sequential };

    Scope scope;
    bool triggered_by_event = false;
    std::string transaction_method;                 ///< transaction
    Ordering ordering = Ordering::Parallel;         ///< ad hoc
    bool cancel_remaining_instances = true;         ///< ad hoc
    std::optional<Expression> completion_condition; ///< ad hoc
};

struct Activity {
    bool is_for_compensation = false;
    int start_quantity = 1, completion_quantity = 1;
    const SequenceFlow* default_flow = nullptr;
    LoopCharacteristics loop;
    std::vector<const FlowNode*> boundary_events;  ///< document order
    std::vector<DataObject> properties;
    std::optional<InputOutputSpecification> io_specification;
    std::vector<DataAssociation> data_input_associations, data_output_associations;
    std::vector<ResourceRole> resources;
    std::variant<TaskDetail, CallActivity, SubProcess> detail;

    const SubProcess* sub_process() const { return std::get_if<SubProcess>(&detail); }
    const CallActivity* call_activity() const { return std::get_if<CallActivity>(&detail); }
    const TaskDetail* task() const { return std::get_if<TaskDetail>(&detail); }
    const MultiInstanceLoopCharacteristics* multi_instance() const {
        return std::get_if<MultiInstanceLoopCharacteristics>(&loop);
    }
    const StandardLoopCharacteristics* standard_loop() const { return std::get_if<StandardLoopCharacteristics>(&loop); }
};

}  // namespace dandori::bpmn
