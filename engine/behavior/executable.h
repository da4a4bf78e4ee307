#pragma once
// A process as it is run: the model's nodes with their expressions parsed, by index. Made once at deployment, shared, constant.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bpmn/bpmn.h"
#include "engine/feel/expression.h"
#include "engine/state/rows.h"

namespace dandori::engine {

struct Behavior;

/// An attribute that is a text, or FEEL where it begins with `=`.
struct TextOrExpression {
    std::string text;  ///< as in the file
    std::optional<feel::Expression> expression;
    bool is_empty() const { return text.empty(); }
};

struct CompiledMapping {
    feel::Expression source;
    std::vector<std::string> target;  ///< the path: variable, then members
};

struct CompiledTimer {
    enum class Kind { Date, Duration, Cycle };
    Kind kind = Kind::Duration;
    TextOrExpression value;
};

/// One event definition of an event, or what a receive task waits for.
struct CompiledEvent {
    enum class Kind { Message, Timer, Error, Escalation, Signal, Conditional, Compensation, Cancel, Terminate, Link };
    Kind kind = Kind::Message;
    std::string reference;                           ///< id of the message, error ... for messages to people
    TextOrExpression name;                           ///< message or signal name
    std::optional<feel::Expression> correlation_key; ///< message
    std::optional<feel::Expression> condition;       ///< conditional
    std::string activity_id;                         ///< of a throwing compensation: the one to undo; empty: all of the scope
    std::optional<CompiledTimer> timer;
    std::optional<TextOrExpression> code;            ///< error or escalation; absent on a catch: any
    const bpmn::FlowNode* link_target = nullptr;     ///< of a throwing link
};

/// A deployed resource that a job's worker is told the key of.
struct CompiledLinkedResource {
    TextOrExpression id;
    std::string type, link_name;
    bpmn::zeebe::Binding binding;
};

struct CompiledJob {
    TextOrExpression type;
    TextOrExpression retries;
    TextOrExpression priority;  ///< empty: 0
    std::string headers;        ///< a JSON object of texts
    std::vector<CompiledLinkedResource> linked_resources;
};

/// Somebody who is told by a job of what an element or a user task is about to do.
struct CompiledListener {
    JobListenerEventType event = JobListenerEventType::Unspecified;
    CompiledJob job;
};

struct CompiledUserTask {
    TextOrExpression assignee, candidate_groups, candidate_users, due_date, follow_up_date, priority, external_reference, form_id;
    bpmn::zeebe::Binding form_binding;
    std::string headers;
};

struct CompiledScript {
    feel::Expression expression;
    std::string result_variable;
};

struct CompiledDecision {
    TextOrExpression decision_id;
    std::string result_variable;
    bpmn::zeebe::Binding binding;
};

struct CompiledCall {
    TextOrExpression process_id;
    bool propagate_all_child_variables = true;
    bool propagate_all_parent_variables = true;
    bpmn::zeebe::Binding binding;
};

/// What a multi-instance activity throws when one of its runs completes (table 10.30: behavior).
struct CompiledLoopThrow {
    CompiledEvent event;
    std::optional<feel::Expression> when;
    bool first_only = false;
};

struct CompiledMultiInstance {
    bool is_sequential = false;
    std::optional<feel::Expression> input_collection, loop_cardinality, output_element, completion_condition;
    std::string input_element, output_collection;
    std::vector<CompiledLoopThrow> throws;
    std::string output_name;  ///< set when output_element is a bare variable: it is made local to each inner instance
};

struct CompiledStandardLoop {
    bool test_before = false;
    std::optional<feel::Expression> condition;
    std::optional<std::int64_t> maximum;
};

struct CompiledAdHoc {
    std::optional<feel::Expression> active_elements, completion_condition, output_element;
    std::string output_collection;
    std::string elements;  ///< JSON: the list that a worker or person may choose from
};

struct ExecutableNode {
    const bpmn::FlowNode* node = nullptr;
    const Behavior* behavior = nullptr;
    ElementType type = ElementType::Unspecified;
    bool joins = false;  ///< tokens wait in front of it for others
    std::vector<CompiledMapping> inputs, outputs;
    std::vector<CompiledEvent> events;
    std::vector<CompiledListener> listeners, task_listeners;  ///< of all events, in their order
    std::unique_ptr<CompiledJob> job;
    std::unique_ptr<CompiledUserTask> user_task;
    std::unique_ptr<CompiledScript> script;
    std::unique_ptr<CompiledDecision> decision;
    std::unique_ptr<CompiledCall> call;
    std::unique_ptr<CompiledMultiInstance> multi_instance;
    std::unique_ptr<CompiledStandardLoop> standard_loop;
    std::unique_ptr<CompiledAdHoc> ad_hoc;
    std::optional<feel::Expression> activation_condition;  ///< of a complex gateway
    bool is_loop() const { return multi_instance || standard_loop; }
};

/// Ends the element id of the inner instances of an ad-hoc sub-process, as in Camunda 8.
inline constexpr std::string_view inner_instance_suffix = "#innerInstance";

/// One process, ready to be run.
struct Executable {
    ProcessDefinitionKey key;
    DeploymentKey deployment_key;
    std::string id, name;
    std::int32_t version = 1;
    std::optional<std::string> version_tag;
    std::shared_ptr<const bpmn::Definitions> definitions;  ///< owns what the pointers point at
    const bpmn::Process* process = nullptr;
    std::vector<ExecutableNode> nodes;                              ///< by FlowNode::index
    std::vector<std::optional<feel::Expression>> flow_conditions;   ///< by SequenceFlow::index
    std::vector<CompiledListener> listeners;                        ///< of the process itself
    std::string case_kind;                                          ///< process property `case.kind`; empty: no case number

    const ExecutableNode& at(const bpmn::FlowNode& node) const { return nodes[node.index]; }
    /// Null pointer if this process has no such node. An inner instance is of its ad-hoc sub-process's node.
    const ExecutableNode* find(std::string_view element_id) const {
        if (element_id.ends_with(inner_instance_suffix)) element_id.remove_suffix(inner_instance_suffix.size());
        const auto* node = definitions->find_as<bpmn::FlowNode>(element_id);
        return node && &node->process() == process ? &nodes[node->index] : nullptr;
    }
    /// The start event without trigger at the top; null pointer if there is none.
    const ExecutableNode* none_start() const;
    /// Where a process without start events begins: all that have no incoming flow (13.2).
    std::vector<const ExecutableNode*> first_nodes() const;
};

/// The nodes of a scope where a token could start though nothing leads there.
std::vector<const bpmn::FlowNode*> nodes_without_incoming(const bpmn::Scope& scope);

/// Makes a process ready to be run. What can't be is told in `problems`, all at once; then the result is a null pointer.
std::shared_ptr<Executable> compile(std::shared_ptr<const bpmn::Definitions> definitions, const bpmn::Process& process,
                                    std::vector<bpmn::Problem>& problems);

}  // namespace dandori::engine
