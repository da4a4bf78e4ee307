#pragma once
// A process as it is run: the model's nodes with their expressions parsed, by index. Made once at deployment, shared, constant.

#include <map>
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
    std::vector<std::string> variables;              ///< conditional: those whose changes it looks at
    bool on_create = true, on_update = true;         ///< conditional: which changes of them
    std::string correlation_id;                      ///< message without correlation_key: a CompiledCorrelation
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

/// A message handed over within the engine, without a worker.
struct CompiledSend {
    TextOrExpression name;
    std::optional<feel::Expression> correlation_key;
};

/// The standard's correlation (8.4.2): a message belongs to the instance in which the properties have the same values.
struct CompiledCorrelation {
    struct Property {
        std::map<std::string, feel::Expression, std::less<>> of_message;  ///< by the message's name: over what it brings
        std::optional<feel::Expression> of_instance;                      ///< over the variables; absent: the first message tells
    };
    std::string id;  ///< of the correlation key
    std::vector<Property> properties;
    /// Whether every property can be read from such a message.
    bool reads(std::string_view message_name) const;
};

/// A potential owner or performer of the standard (10.3.1): who may do, or does, a user task.
struct CompiledRole {
    bool performs = false;                     ///< a performer: it is assigned
    TextOrExpression who;                      ///< texts such as `user(tanaka)` and `group(clerks)`; or the name of a resource ...
    std::vector<feel::Expression> parameters;  ///< ... with what its parameters are bound to
};

struct CompiledUserTask {
    TextOrExpression assignee, candidate_groups, candidate_users, due_date, follow_up_date, priority, external_reference, form_id;
    bpmn::zeebe::Binding form_binding;
    std::string headers;
    std::vector<CompiledRole> roles;
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

/// A data object of the standard (10.4.1) that an executed data association reads or writes.
struct CompiledDataObject {
    std::string variable;
    bool is_collection = false;
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
    std::unique_ptr<CompiledSend> send;                    ///< in place of a job
    std::vector<std::vector<std::string>> input_sets, output_sets;  ///< of one of them all variables must be there (10.4.2)
    std::vector<CompiledDataObject> data_objects;          ///< of a sub-process: variables that begin with it
    /// Of an inclusive or complex join, by incoming flow: the nodes, by index, from which a token could still come by that flow
    /// without passing the gateway (13.4.3).
    std::vector<std::vector<bool>> upstream;
    /// A parallel multiple event: it occurs once all of its definitions have (10.5.2 to 10.5.4).
    bool waits_for_all() const { return node->event() && node->event()->parallel_multiple && events.size() > 1; }
    bool is_loop() const { return multi_instance || standard_loop; }
};

/// Ends the element id of the inner instances of an ad-hoc sub-process, as in Camunda 8.
inline constexpr std::string_view inner_instance_suffix = "#innerInstance";

/// One process, ready to be run.
struct Executable {
    ProcessDefinitionKey key;
    DeploymentKey deployment_key;
    std::string tenant_id{default_tenant};
    std::string id, name;
    std::int32_t version = 1;
    std::optional<std::string> version_tag;
    std::shared_ptr<const bpmn::Definitions> definitions;  ///< owns what the pointers point at
    const bpmn::Process* process = nullptr;
    std::vector<ExecutableNode> nodes;                              ///< by FlowNode::index
    std::vector<std::optional<feel::Expression>> flow_conditions;   ///< by SequenceFlow::index
    std::vector<CompiledListener> listeners;                        ///< of the process itself
    bool has_upstream = false;  ///< some node asks who may still come
    std::vector<CompiledCorrelation> correlations;
    std::vector<CompiledDataObject> data_objects;
    std::string case_kind;                                          ///< process property `case.kind`; empty: no case number

    /// Null pointer if there is none of that id.
    const CompiledCorrelation* correlation(std::string_view correlation_key_id) const;
    const ExecutableNode& at(const bpmn::FlowNode& node) const { return nodes[node.index]; }
    /// Null pointer if this process has no such node. An inner instance is of its ad-hoc sub-process's node.
    const ExecutableNode* find(std::string_view element_id) const {
        if (element_id.ends_with(inner_instance_suffix)) element_id.remove_suffix(inner_instance_suffix.size());
        const auto* node = definitions->find_as<bpmn::FlowNode>(element_id);
        return node && &node->process() == process ? &nodes[node->index] : nullptr;
    }
    /// Where an instance begins that no event starts: its start event without trigger, or what starts by itself; none where only events do.
    std::vector<const ExecutableNode*> starts;
    /// What starts an instance by an event: start events, and receive tasks and event-based gateways with `instantiate`; of a
    /// gateway the events behind it.
    std::vector<const ExecutableNode*> starters() const;
    /// Where the token enters that the event of a starter brings: there, or at the gateway before it.
    const ExecutableNode& entry_of(const ExecutableNode& starter) const;
};

/// What `starts` of a compiled process are.
std::vector<const ExecutableNode*> starts_of(const Executable&);

/// Whether an instance of its process can begin by an event of this node.
bool starts_process_by_event(const bpmn::FlowNode& node);

/// Makes a process ready to be run. What can't be is told in `problems`, all at once; then the result is a null pointer.
std::shared_ptr<Executable> compile(std::shared_ptr<const bpmn::Definitions> definitions, const bpmn::Process& process,
                                    std::vector<bpmn::Problem>& problems);

}  // namespace dandori::engine
