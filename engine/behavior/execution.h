#pragma once
// The tokens of process instances on their way, within one command: BPMN 2.0.2, chapter 13.

#include <vector>

#include "engine/behavior/behavior.h"

namespace dandori::engine {

struct JoinedToken;
struct ReturnPlan;

/// Carries out a command's effects on instances. What is done to an instance waits in a queue and is worked off by run(),
/// first come first served, so that a long flow needs no deep stack. Serves one command after the other; not for several threads.
class Execution {
  public:
    /// `steps_max`: so many elements may be entered before a token that doesn't wait gets an incident.
    Execution(World& world, std::size_t steps_max) : world_(world), steps_max_(steps_max) {}

    World& world() { return world_; }

    /// Creates a process instance from `row` (keys, definition, parent, tags given) and lets a token into `starts`.
    InstanceRows& start(ProcessInstance row, const Executable& process, const feel::Value& variables,
                        std::span<const ExecutableNode* const> starts, std::shared_ptr<const Event> event = {});
    /// What an element instance waited for has happened. Nothing if it isn't there any more.
    void occur(InstanceRows&, ElementInstanceKey waiting, std::shared_ptr<const Event> event);
    /// A listener to an element, or to the process where `element` is its key, is done: the next is told, or what waited goes on.
    void listener_done(InstanceRows&, ElementInstanceKey element, const feel::Value& variables);
    /// A user task whose cancelling listeners have looked at has ended, and perhaps its element and scopes with it.
    void withdrawal_goes_on(InstanceRows&, ElementInstanceKey);
    /// The work outside is done: variables are taken in and the element completes.
    void complete_work(InstanceRows&, ElementInstanceKey, const feel::Value& variables);
    /// A BPMN error at an element: the nearest handler catches it. False: nobody does; nothing was changed.
    bool throw_error(InstanceRows&, ElementInstanceKey, const Event& error);
    /// The process instance and all that it called ends, terminated.
    void cancel(InstanceRows&);
    /// An incident was resolved: what failed is tried again.
    void try_again(InstanceRows&, ElementInstanceKey);
    void raise_incident(InstanceRows&, ElementInstanceKey, const Failure&, std::optional<JobKey> job = {});
    /// The incident's row is resolved, and the marks on its element and instance follow.
    void settle_incident(InstanceRows&, IncidentKey);
    /// The step of an element instance that is there.
    Step step_of(InstanceRows&, ElementInstanceKey, const Event* event = nullptr);
    /// Variables were set from outside: run() looks at the conditions that wait in the instance.
    void values_changed(InstanceRows& rows) { executable_of(rows); }
    /// The rows have been carried over to another definition: what waits in front of joins is looked at anew.
    void definition_changed(InstanceRows&);
    /// The instance goes on: conditions and joins are looked at by run().
    void resumed(InstanceRows& rows);
    void run();
    bool is_idle() const { return queue_front_ == queue_.size(); }
    /// The command is over and its instances may be let go.
    void end_of_command();
    /// Whether somebody would catch the error.
    bool catches(InstanceRows& rows, ElementInstanceKey key, const Event& error) { return find_handler(rows, key, error).has_value(); }

    // For modifications and returns (execution_modification.cpp):
    /// A sub-process becomes active in a scope and nothing begins in it. It has these variables before what its boundary events
    /// and event sub-processes wait for is opened; where that fails it has an incident, and lives. No listener is told.
    ElementInstanceKey open_scope(InstanceRows&, const bpmn::FlowNode&, ScopeKey in, const feel::Value& variables);
    /// A token comes to an element by no flow: it doesn't wait in front of it for others.
    void place(InstanceRows&, const bpmn::FlowNode&, ScopeKey in, std::string lineage, feel::Value locals);
    /// A token goes back to a passed element.
    void carry_out(InstanceRows&, const ReturnPlan&, const bpmn::FlowNode& target);
    /// A token that waits in front of a join is taken away.
    void remove_token(InstanceRows&, TokenKey);
    /// As terminate(); where it is a run of a multi-instance activity that goes on, that counts it, and begins the next in a sequence.
    void terminate_from_outside(InstanceRows&, ElementInstanceKey);
    /// A scope in which nothing is left ends, terminated, and what is around it likewise; at last the instance.
    void end_if_empty(InstanceRows&, ScopeKey);

    // For steps and behaviors:
    void enter(InstanceRows&, const bpmn::FlowNode&, ScopeKey, const bpmn::SequenceFlow* by, std::string lineage,
               std::shared_ptr<const Event> event, std::optional<std::int32_t> loop_counter = {}, feel::Value locals = {});
    void queue_completion(InstanceRows&, ElementInstanceKey);
    /// A token went along the flow.
    void note_taken(InstanceRows&, const bpmn::SequenceFlow&);
    /// The throw goes on above: event sub-processes and boundary events from this element outward, then the calling process.
    /// For escalations: true if it was caught. The thrower may be over afterwards.
    bool throw_escalation(InstanceRows&, ElementInstanceKey, const Event& escalation);
    void terminate(InstanceRows&, ElementInstanceKey);
    /// Whether it is there and not about to be terminated.
    bool goes_on(const InstanceRows& rows, ElementInstanceKey key) const {
        const ElementInstance* element = rows.elements.find(key);
        return element && element->life_cycle != ActivityLifeCycle::Terminating;
    }
    /// All that runs in a scope ends, but for one element instance.
    void terminate_children(InstanceRows&, ScopeKey, std::optional<ElementInstanceKey> but = {});
    /// Takes back what an element instance still waits for: subscriptions and timers, of `catcher` only if given.
    void unsubscribe(InstanceRows&, ElementInstanceKey, std::optional<std::string_view> catcher = {});
    /// Whether it still waits for any event.
    bool is_waiting(const InstanceRows&, ElementInstanceKey owner) const;
    /// Opens the boundary events of an activity, or the event sub-processes of a scope.
    Result<void> subscribe_boundaries(Step&);
    Result<void> subscribe_event_sub_processes(InstanceRows&, const Executable&, const bpmn::Scope&, ElementInstanceKey owner);
    /// A token or an element instance has left the scope; the scope completes with the last.
    void leave_scope(InstanceRows&, ScopeKey, bool may_complete = true);
    void change_active_children(InstanceRows&, ScopeKey, int by);

  private:
    struct Action {
        enum class Kind { Enter, Complete, EndInstance };
        Kind kind = Kind::Enter;
        InstanceRows* rows = nullptr;
        const bpmn::FlowNode* node = nullptr;
        ScopeKey scope;
        const bpmn::SequenceFlow* by = nullptr;
        std::string lineage;
        std::shared_ptr<const Event> event;
        bool has_joined = false;  ///< the tokens it needs have come
        std::optional<std::int32_t> loop_counter;
        feel::Value locals;  ///< of an inner instance of a loop: its first variables
        ElementInstanceKey element;
    };
    struct Handler {
        InstanceRows* rows = nullptr;
        ElementInstanceKey owner;  ///< the activity with the boundary event, or the scope of the event sub-process
        const ExecutableNode* catcher = nullptr;
    };

    Action take_next();
    const Executable& executable_of(InstanceRows&);
    void look_at_ad_hoc(InstanceRows&, ScopeKey);
    const Behavior& behavior_of_instance(const ExecutableNode&, const ElementInstance&) const;
    void do_enter(Action&);
    void do_complete(Action&);
    void activate(InstanceRows&, ElementInstanceKey, const Event* event);
    void begin_work(Step&);
    void leave_element(Step&);
    void begin_anew(InstanceRows&, ElementInstanceKey, const Failure&);
    void process_listener_done(InstanceRows&, const feel::Value& variables);
    void tell_starting(InstanceRows&);
    void open_process(InstanceRows&);
    bool is_starting(const InstanceRows&) const;
    bool is_anything_held(const InstanceRows&, ScopeKey held_by) const;
    void hold(InstanceRows&, const bpmn::FlowNode&, ScopeKey, std::string lineage, const Event*, ScopeKey held_by);
    void let_go(InstanceRows&, ScopeKey held_by);
    bool is_held_up(InstanceRows&, ElementInstanceKey);
    bool has_lingering(const InstanceRows&, ScopeKey) const;
    void finish_termination(InstanceRows&, ElementInstanceKey, bool was_held_up);
    Result<void> apply_inputs(Step&);
    Result<void> apply_outputs(Step&);
    void finish_element(InstanceRows&, ElementInstanceKey);
    /// Whether the instance was to be terminated after this; then nothing else of it happens any more.
    bool ends_instance(InstanceRows&, const ElementInstance& ended);
    ElementInstance& add_element(InstanceRows&, const ExecutableNode&, ElementType, ScopeKey, std::string lineage);
    void fire_join(InstanceRows&, const ExecutableNode&, ScopeKey, const std::vector<TokenKey>&);
    void try_parallel_join(InstanceRows&, const ExecutableNode&, ScopeKey);
    void try_quantity(InstanceRows&, const ExecutableNode&, ScopeKey);
    void try_complex_join(InstanceRows&, const ExecutableNode&, ScopeKey);
    void reset_complex_gateway(InstanceRows&, const ExecutableNode&, ScopeKey, Token mark, const std::vector<TokenKey>& late);
    /// Whether its activation condition has failed: an element instance without tokens holds the incident.
    bool is_undecided(const InstanceRows&, const ExecutableNode&, ScopeKey) const;
    void try_waiting_joins(InstanceRows&);
    void wait_in_front(InstanceRows&, const ExecutableNode&, ScopeKey, const bpmn::SequenceFlow* by, std::string lineage);
    /// Takes the tokens away, adds them to `joined` and gives the lineage that all of those have in common.
    std::string take_tokens(InstanceRows&, const std::vector<TokenKey>&, std::vector<JoinedToken>& joined);
    void check_conditions(InstanceRows&);
    void finish_process(InstanceRows&);
    Result<void> subscribe_scope(Step&);
    bool has_nothing_left(const InstanceRows&, ScopeKey) const;
    void drop_queued(InstanceRows&, ScopeKey);
    /// Of an event that waits for several: the whole of it once this was the last, else null pointer.
    std::shared_ptr<const Event> occurred_all(InstanceRows&, ElementInstanceKey waiting, const ExecutableNode& catcher,
                                              std::shared_ptr<const Event>);
    void trigger_catcher(InstanceRows&, ElementInstanceKey owner, const ExecutableNode& catcher, std::shared_ptr<const Event>);
    std::optional<Handler> find_handler(InstanceRows&, ElementInstanceKey, const Event&);
    void withdraw_work(InstanceRows&, ElementInstanceKey);

    World& world_;
    std::size_t steps_max_;
    std::size_t all_steps_ = 0;
    std::vector<Action> queue_;
    std::size_t queue_front_ = 0;  ///< the actions before it are done
    std::vector<InstanceRows*> taking_part_, settling_;
    ElementInstanceKey last_key_;                ///< of the step last asked for: a token mostly goes on where it is ...
    const ExecutableNode* last_node_ = nullptr;  ///< ... and this is its node
};

}  // namespace dandori::engine
