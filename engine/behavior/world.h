#pragma once
// What the steps of an instance may ask of the rest. Given by the runtime; nothing here does I/O, tells the time by itself or waits.

#include <memory>
#include <string>
#include <string_view>

#include "engine/behavior/executable.h"
#include "engine/behavior/instance_rows.h"

namespace dandori::engine {

/// The element that asks for a decision.
struct DecisionCaller {
    DeploymentKey deployment_key;
    const ProcessInstance& process;
    ElementInstanceKey element;
};

class World {
  public:
    virtual ~World() = default;

    virtual Instant now() const = 0;
    /// A number never given before.
    virtual std::int64_t next_key() = 0;
    /// The next of a named counter, from 1.
    virtual std::int64_t next_number(const std::string& sequence) = 0;
    virtual const feel::Surroundings& surroundings() const = 0;
    /// `INC-R08` for the kind `INC` in the fiscal year of now: what case numbers of it begin with.
    virtual std::string case_prefix(const std::string& kind) const = 0;

    /// The process a definition's rows name; absent if it was never deployed.
    virtual std::shared_ptr<const Executable> executable(ProcessDefinitionKey key) = 0;
    /// The process a call activity means; a Failure of kind CalledElement says which is missing.
    virtual Result<std::shared_ptr<const Executable>> called_process(const std::string& id, const bpmn::zeebe::Binding& binding,
                                                                     DeploymentKey caller) = 0;
    /// The form a user task is linked to; a Failure of kind FormNotFound.
    virtual Result<FormKey> form(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) = 0;
    /// The resource a job is linked to; a Failure of kind ResourceNotFound.
    virtual Result<ResourceKey> resource(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) = 0;
    /// Listeners to user tasks of all processes, in the order they are told in.
    virtual const std::vector<GlobalListener>& global_task_listeners() const = 0;
    /// Evaluates a decision; a Failure of kind CalledDecision or DecisionEvaluation.
    virtual Result<feel::Value> decide(const std::string& decision_id, const bpmn::zeebe::Binding& binding,
                                       const DecisionCaller& caller, const feel::Scope& variables) = 0;

    /// A process instance that runs in the same partition; null pointer when it is over.
    virtual InstanceRows* instance(ProcessInstanceKey key) = 0;
    /// The process instances a call activity's element instance has started and that are not over.
    virtual std::vector<ProcessInstanceKey> called_by(ProcessInstanceKey caller, ElementInstanceKey call) = 0;
    /// Begins to hold the rows of a new process instance.
    virtual InstanceRows& add_instance(ProcessInstance row) = 0;
    /// The process instance is about to be over; its variables can be read for the last time.
    virtual void instance_ends(InstanceRows& rows) = 0;
    /// A change of a user task that listeners have looked at is over: made, or refused for this reason.
    virtual void task_change_ended(UserTaskKey task, const std::optional<std::string>& refusal) = 0;
    /// An element instance waits for a signal from now on.
    virtual void signal_subscription_opened(const SignalSubscription& subscription) = 0;
    /// A signal was thrown: whoever waits for it now, here or in other instances, gets it at once; the thrower may be over then.
    virtual void broadcast(const std::string& tenant_id, const std::string& signal_name, const feel::Value& variables) = 0;
    /// A message was thrown within the engine; it is delivered, or kept a day, once the tokens that move now have come to rest.
    /// A Failure where it would go to several instances.
    virtual Result<void> send(InstanceRows& thrower, const std::string& name, const std::string& correlation_key,
                              feel::Value variables) = 0;
    /// A user task is about to be completed, as `change` says (task_listeners.h); the case's variables are still as they were seen.
    virtual void user_task_completes(InstanceRows& rows, const UserTask& task, const feel::Context& change) = 0;
    /// A user task has come to be somebody's.
    virtual void user_task_opened(InstanceRows& rows, UserTaskKey task) = 0;
    /// Usernames of who is in a group of the directory.
    virtual std::vector<std::string> people_in(const std::string& group) const = 0;
    /// Everything that the return of a user task passes over has been undone: its token can go.
    virtual void undone_for_return(InstanceRows& rows, ElementInstanceKey user_task) = 0;
    /// A subscription was opened: a message published before may be waiting for it.
    virtual void subscription_opened(const MessageSubscription& subscription) = 0;
};

}  // namespace dandori::engine
