#pragma once
// Everything of one process instance that is not over, as the engine holds it in memory.

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "engine/behavior/known_variables.h"
#include "engine/behavior/live_rows.h"

namespace dandori::engine {

struct Executable;

template <class... Row>
struct SpareRowsOf : SpareRows<Row>... {
    template <class Wanted>
    SpareRows<Wanted>& of() { return *this; }
};

/// Memory for the rows of instances.
using SpareInstanceRows = SpareRowsOf<ProcessInstance, ElementInstance, Token, Variable, Job, UserTask, Timer, MessageSubscription,
                                      SignalSubscription, ConditionalSubscription, EventOccurrence, Compensable, Incident, LoopValue>;

/// The rows of one process instance. One partition loop uses it; not for several threads.
struct InstanceRows {
    /// `spare` must outlive it.
    explicit InstanceRows(SpareInstanceRows& spare)
        : process_instance(spare.of<ProcessInstance>()), elements(spare.of<ElementInstance>()), tokens(spare.of<Token>()),
          variables(spare.of<Variable>()), jobs(spare.of<Job>()), user_tasks(spare.of<UserTask>()), timers(spare.of<Timer>()),
          subscriptions(spare.of<MessageSubscription>()), signals(spare.of<SignalSubscription>()),
          conditions(spare.of<ConditionalSubscription>()), occurrences(spare.of<EventOccurrence>()),
          compensables(spare.of<Compensable>()), incidents(spare.of<Incident>()), loop_values(spare.of<LoopValue>()) {}

    ProcessInstanceKey key;
    LiveRows<ProcessInstance> process_instance;
    LiveRows<ElementInstance> elements;
    LiveRows<Token> tokens;
    LiveRows<Variable> variables;
    LiveRows<Job> jobs;
    LiveRows<UserTask> user_tasks;
    LiveRows<Timer> timers;
    LiveRows<MessageSubscription> subscriptions;
    LiveRows<SignalSubscription> signals;
    LiveRows<ConditionalSubscription> conditions;
    LiveRows<EventOccurrence> occurrences;
    LiveRows<Compensable> compensables;
    LiveRows<Incident> incidents;
    LiveRows<LoopValue> loop_values;

    /// Where the variables are; with their values once they were read.
    KnownVariables known_variables;

    std::map<ScopeKey, feel::Value> loop_inputs;  ///< the lists of sequential multi-instance bodies, once they were read

    /// How often tokens went along a sequence flow; written with the instance.
    struct TakenFlow {
        std::string id;
        std::int64_t times = 0;
    };
    std::vector<TakenFlow> taken_flows;  ///< by id
    void take_flow(const std::string& id, std::int64_t times = 1);
    bool has_taken(std::string_view flow_id) const;

    std::vector<ScopeKey> moved;  ///< in which a token has moved since inclusive joins were last looked at

    /// A variable that got a value since conditions were last looked at.
    struct Change {
        ScopeKey scope;
        std::string name;
        bool is_new = false;  ///< it wasn't there before
    };
    std::vector<Change> changes;
    std::vector<ConditionalSubscriptionKey> new_conditions;  ///< that wait since then

    /// What every instance of the tenant sees under the name `camunda`; null pointer: nothing.
    const feel::Value* shared = nullptr;

    /// Of the command that runs: the process, and how many elements were entered. Known to the Execution only.
    struct Run {
        std::shared_ptr<const Executable> process;
        std::size_t steps = 0;
        bool takes_part = false;
    };
    Run run;

    const ProcessInstance* process() const { return process_instance.find(key); }

    /// Holds nothing any more, as when it was made; the memory for some rows stays.
    void clear();

    /// Calls `visit(rows)` for each kind of rows.
    template <class Visit>
    void for_each_kind(Visit&& visit) {
        visit(process_instance);
        visit(elements);
        visit(tokens);
        visit(variables);
        visit(jobs);
        visit(user_tasks);
        visit(timers);
        visit(subscriptions);
        visit(signals);
        visit(conditions);
        visit(occurrences);
        visit(compensables);
        visit(incidents);
        visit(loop_values);
    }
};

/// Reads what is not over of a process instance; absent if there is no such instance or it is over.
/// `spare` must outlive it.
std::unique_ptr<InstanceRows> load_instance(Reader& reader, ProcessInstanceKey key, SpareInstanceRows& spare);

}  // namespace dandori::engine
