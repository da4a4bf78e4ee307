#pragma once
// One element instance at one moment: all that the behavior of an element may touch.

#include <span>

#include "engine/behavior/event.h"
#include "engine/behavior/world.h"

namespace dandori::engine {

class Execution;

/// A compensation that a multi-instance activity throws: an element instance of the activity's node inside its body.
inline bool is_implicit_throw(const ExecutableNode& node, const ElementInstance& instance) {
    return instance.type == ElementType::IntermediateThrowEvent && node.type != ElementType::IntermediateThrowEvent;
}

/// Whether it is that element instance of an activity that its boundary events belong to: of a loop the body, of an ad-hoc
/// sub-process not an inner instance.
inline bool has_boundary(const ExecutableNode& node, const ElementInstance& instance) {
    return node.node->activity() && !instance.loop_counter && !is_implicit_throw(node, instance) &&
           instance.type != ElementType::AdHocSubProcessInnerInstance;
}

/// Lives for one call of a behavior's function.
class Step {
  public:
    Step(Execution& execution, InstanceRows& rows, const Executable& process, const ExecutableNode& node, ElementInstanceKey key,
         const Event* event = nullptr)
        : execution_(execution), rows_(rows), process_(process), node_(node), key_(key), event_(event) {}

    Execution& execution() { return execution_; }
    InstanceRows& rows() { return rows_; }
    World& world();
    const Executable& process() const { return process_; }
    const ExecutableNode& node() const { return node_; }
    const bpmn::FlowNode& model() const { return *node_.node; }
    ElementInstanceKey key() const { return key_; }
    ScopeKey scope() const { return scope_of(key_); }           ///< of the element's own variables
    ScopeKey parent_scope();                                    ///< the scope it runs in
    const ElementInstance& instance() const;
    ElementInstance& change();
    /// What its token came with: the event that has happened already when the element was entered. Null pointer otherwise.
    const Event* event() const { return event_; }

    /// `what` names the attribute in messages: "'dueDate' of 'approve'".
    std::string what(std::string_view attribute) const;

    /// The value, in the element's scope. Null is a value; why it came is in `why_null`, when asked for.
    feel::Value evaluate(const feel::Expression&, std::string* why_null = nullptr);
    /// A Failure of kind ExtractValue where the value is not of the type needed.
    Result<bool> truth(const feel::Expression&, std::string_view attribute);
    Result<std::string> text(const TextOrExpression&, std::string_view attribute);
    Result<feel::Value> value(const TextOrExpression&, std::string_view attribute);

    void set_local(const std::string& name, feel::Value value);
    /// Each member of a context where that variable exists, looking upward from the scope it runs in, else at the root.
    void propagate(const feel::Value& context);
    /// What a job, a message or a script brings: local when output mappings will choose of it, propagated otherwise.
    void take_in(const feel::Value& context);
    void take_in(const std::string& name, feel::Value value);

    /// The work is done; `complete` of the behavior follows.
    void complete();
    void take(const bpmn::SequenceFlow& flow);
    /// As one split: the tokens know that they belong together.
    void take_all(std::span<const bpmn::SequenceFlow* const> flows);
    /// Whether the condition of a flow holds; true without one.
    Result<bool> holds(const bpmn::SequenceFlow& flow);
    Result<bool> holds(const bpmn::SequenceFlow& flow, const feel::Scope& variables);
    /// Lets a token into a node of the element's own scope, or of another; `branch`: it is one of several (state/token.h).
    void enter(const bpmn::FlowNode& node, ScopeKey scope, std::shared_ptr<const Event> event = {},
               std::optional<std::int64_t> branch = {});

    /// Opens what an event waits for, as of this element. `catcher` is the event (boundary, start of an event sub-process ...).
    Result<void> subscribe(const ExecutableNode& catcher);
    Result<void> create_job(const CompiledJob& job, JobKind kind = JobKind::BpmnElement);
    /// Evaluates a decision over the variables the element sees.
    Result<feel::Value> decide(const std::string& decision_id, const bpmn::zeebe::Binding& binding);

  private:
    Execution& execution_;
    InstanceRows& rows_;
    const Executable& process_;
    const ExecutableNode& node_;
    ElementInstanceKey key_;
    const Event* event_;
};

}  // namespace dandori::engine
