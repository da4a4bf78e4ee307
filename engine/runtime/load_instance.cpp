#include "engine/behavior/instance_rows.h"
#include "engine/feel/json.h"
#include "engine/port/all_rows.h"

namespace dandori::engine {
namespace {

template <class Row, class Take>
void read_rows_of(Reader& reader, ProcessInstanceKey key, Query query, Take&& take) {
    query.where_equals("processInstanceKey", key);
    for_all_rows<Row>(reader, std::move(query), std::forward<Take>(take));
}

}  // namespace

std::unique_ptr<InstanceRows> load_instance(Reader& reader, ProcessInstanceKey key, SpareInstanceRows& spare) {
    auto instance = get<ProcessInstance>(reader, key);
    if (!instance || is_over(instance->state)) return nullptr;
    auto rows = std::make_unique<InstanceRows>(spare);
    rows->key = key;
    const auto taken = feel::from_json(instance->taken_flows.text);
    if (taken && taken->is_context()) {
        for (const auto& [flow, number] : taken->as_context().entries()) rows->take_flow(flow, number.to_integer().value_or(0));
    }
    rows->process_instance.load(std::move(*instance));
    read_rows_of<ElementInstance>(reader, key, Query{}.where_equals("state", InstanceState::Active),
                                  [&](ElementInstance row) { rows->elements.load(std::move(row)); });
    read_rows_of<Token>(reader, key, {}, [&](Token row) { rows->tokens.load(std::move(row)); });
    read_rows_of<Variable>(reader, key, {}, [&](Variable row) {
        const bool is_live = row.scope_key == scope_of(key) || rows->elements.find(ElementInstanceKey{row.scope_key.value});
        if (!is_live) return;  // of a scope that has ended: history
        rows->known_variables.put(row.scope_key, row.name, row.key);
        rows->variables.load(std::move(row));
    });
    read_rows_of<Job>(reader, key, Query{}.where("endTime", Operator::NotExists), [&](Job row) { rows->jobs.load(std::move(row)); });
    read_rows_of<UserTask>(reader, key, Query{}.where("completionDate", Operator::NotExists),
                           [&](UserTask row) { rows->user_tasks.load(std::move(row)); });
    read_rows_of<Timer>(reader, key, {}, [&](Timer row) { rows->timers.load(std::move(row)); });
    read_rows_of<MessageSubscription>(reader, key,
                                      Query{}.where_equals("messageSubscriptionState", MessageSubscriptionState::Created),
                                      [&](MessageSubscription row) { rows->subscriptions.load(std::move(row)); });
    read_rows_of<SignalSubscription>(reader, key, {}, [&](SignalSubscription row) { rows->signals.load(std::move(row)); });
    read_rows_of<ConditionalSubscription>(reader, key, {}, [&](ConditionalSubscription row) { rows->conditions.load(std::move(row)); });
    read_rows_of<EventOccurrence>(reader, key, {}, [&](EventOccurrence row) { rows->occurrences.load(std::move(row)); });
    read_rows_of<Compensable>(reader, key, {}, [&](Compensable row) { rows->compensables.load(std::move(row)); });
    read_rows_of<LoopValue>(reader, key, {}, [&](LoopValue row) { rows->loop_values.load(std::move(row)); });
    read_rows_of<Incident>(reader, key, Query{}.where_equals("state", IncidentState::Active),
                           [&](Incident row) { rows->incidents.load(std::move(row)); });
    return rows;
}

}  // namespace dandori::engine
