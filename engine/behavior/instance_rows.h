#pragma once
// Everything of one process instance that is not over, as the engine holds it in memory.

#include <map>
#include <string>

#include "engine/feel/value.h"
#include "engine/behavior/live_rows.h"

namespace dandori::engine {

/// The rows of one process instance. One partition loop uses it; not for several threads.
struct InstanceRows {
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

    /// Where a scope's variables are, by name; with their values once they were read.
    struct Known {
        VariableKey key;
        std::optional<feel::Value> value;
    };
    std::map<ScopeKey, std::map<std::string, Known, std::less<>>> variables_by_scope;

    std::map<ScopeKey, feel::Value> loop_inputs;  ///< the lists of sequential multi-instance bodies, once they were read

    std::map<std::string, std::int64_t, std::less<>> taken_flows;  ///< sequence flow id -> how often; written with the instance

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

    const ProcessInstance* process() const { return process_instance.find(key); }

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
std::unique_ptr<InstanceRows> load_instance(Reader& reader, ProcessInstanceKey key);

}  // namespace dandori::engine
