// What starts instances by itself: the messages, signals, timers and conditions that the newest version of a process waits for.

#include <map>

#include "engine/behavior/timing.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {

Result<Schedule> Partition::start_schedule(const CompiledEvent& event, const std::string& element_id) const {
    feel::Value value = event.timer->value.text;
    if (event.timer->value.expression) {
        value = event.timer->value.expression->evaluate(feel::ContextScope(feel::Context{}), surroundings_).value;
    }
    return first_due(event.timer->kind, value, now_, settings_.zone, element_id);
}

std::string Partition::start_name_of(const CompiledEvent& event) const {
    if (!event.name.expression) return event.name.text;
    const auto name = event.name.expression->evaluate(feel::ContextScope(feel::Context{}), surroundings_);
    return name.value.is_string() ? name.value.as_string() : event.name.text;
}

void Partition::open_start_events(const Executable& process) {
    for (const ExecutableNode* start : process.starters()) {
        std::int32_t index = -1;
        for (const CompiledEvent& event : start->events) {
            ++index;
            if (event.kind == CompiledEvent::Kind::Message) {
                MessageSubscription row;
                row.key = {next_key()};
                row.process_definition_id = process.id;
                row.process_definition_key = process.key;
                row.tenant_id = process.tenant_id;
                row.element_id = start->node->id;
                row.event_index = index;
                row.last_updated_date = now_;
                row.message_name = start_name_of(event);
                freed_.emplace_back(row.tenant_id, row.message_name);
                start_subscriptions_.put(std::move(row));
            } else if (event.kind == CompiledEvent::Kind::Signal) {
                SignalSubscription row;
                row.key = {next_key()};
                row.signal_name = start_name_of(event);
                row.process_definition_id = process.id;
                row.process_definition_key = process.key;
                row.tenant_id = process.tenant_id;
                row.element_id = start->node->id;
                row.event_index = index;
                start_signals_.put(std::move(row));
            } else if (event.kind == CompiledEvent::Kind::Timer) {
                const auto schedule = start_schedule(event, start->node->id);
                if (!schedule) throw std::logic_error(schedule.error().text);
                Timer row;
                row.key = {next_key()};
                row.process_definition_key = process.key;
                row.tenant_id = process.tenant_id;
                row.element_id = start->node->id;
                row.event_index = index;
                row.due_date = schedule->due;
                row.repetitions = schedule->repetitions;
                row.cycle = schedule->cycle;
                start_timers_.put(std::move(row));
            }
        }
    }
}

void Partition::trigger_start_timer(TimerKey key) {
    Timer* timer = start_timers_.change(key);
    if (timer->cycle && (!timer->repetitions || *timer->repetitions > 0)) {
        if (const auto next = engine::next_due(*timer->cycle, timer->due_date, now_, settings_.zone)) {
            timer->due_date = *next;
            if (timer->repetitions) --*timer->repetitions;
            return;
        }
    }
    lifecycle::advance(timer->state, lifecycle::TimerEvent::Trigger);
    start_timers_.remove(key);
}

void Partition::close_start_events(ProcessDefinitionKey key) {
    const auto is_of = [&](const auto& row) { return row.process_definition_key == key; };
    for (const TimerKey timer : start_timers_.keys_where(is_of)) {
        lifecycle::advance(start_timers_.change(timer)->state, lifecycle::TimerEvent::Cancel);
        start_timers_.remove(timer);
    }
    for (const MessageSubscriptionKey subscription : start_subscriptions_.keys_where(is_of)) {
        lifecycle::advance(start_subscriptions_.change(subscription)->state, lifecycle::MessageSubscriptionEvent::Delete);
        start_subscriptions_.finish(subscription);
    }
    for (const SignalSubscriptionKey signal : start_signals_.keys_where(is_of)) start_signals_.remove(signal);
    for (const EventOccurrenceKey occurrence : start_occurrences_.keys_where(is_of)) start_occurrences_.remove(occurrence);
}

std::map<std::int32_t, EventOccurrenceKey> Partition::start_occurrences_of(const Executable& process, const ExecutableNode& starter,
                                                                           const std::string& correlation_key) const {
    std::map<std::int32_t, EventOccurrenceKey> first;
    start_occurrences_.for_each([&](const EventOccurrence& row) {
        if (row.process_definition_key != process.key || row.element_id != starter.node->id) return;
        const bool is_message = starter.events[static_cast<std::size_t>(row.event_index)].kind == CompiledEvent::Kind::Message;
        if (!is_message || row.correlation_key == correlation_key) first.emplace(row.event_index, row.key);
    });
    return first;
}

bool Partition::would_start(const Executable& process, const ExecutableNode& starter, std::int32_t event_index,
                            const std::string& correlation_key) const {
    if (!starter.waits_for_all()) return true;
    auto first = start_occurrences_of(process, starter, correlation_key);
    first.emplace(event_index, EventOccurrenceKey{});
    return first.size() == starter.events.size();
}

InstanceRows* Partition::start_by_event(const Executable& process, const ExecutableNode& starter, std::shared_ptr<Event> event,
                                        ProcessInstance row) {
    event->reference = starter.node->id;
    if (starter.waits_for_all()) {
        // Messages belong together by their key. Signals, timers and conditions have none: they serve whoever is complete first.
        std::vector<std::string> keys{row.start_correlation_key.value_or("")};
        EventOccurrence occurrence;
        occurrence.key = {next_key()};
        occurrence.process_definition_key = process.key;
        occurrence.element_id = starter.node->id;
        occurrence.event_index = event->index;
        occurrence.correlation_key = keys.front();
        occurrence.variables.text = feel::to_json(event->variables);
        if (event->kind != CompiledEvent::Kind::Message) {
            if (start_occurrences_of(process, starter, "").contains(event->index)) return nullptr;
            start_occurrences_.for_each([&](const EventOccurrence& each) { keys.push_back(each.correlation_key); });
        }
        start_occurrences_.put(std::move(occurrence));
        std::map<std::int32_t, EventOccurrenceKey> all;
        for (const std::string& key : keys) {
            all = start_occurrences_of(process, starter, key);
            if (all.size() == starter.events.size()) {
                if (!key.empty()) row.start_correlation_key = key;
                break;
            }
        }
        if (all.size() < starter.events.size()) return nullptr;
        feel::Context variables;
        for (const auto& [index, key] : all) {
            merge_json(variables, start_occurrences_.find(key)->variables);
            start_occurrences_.remove(key);
        }
        event->variables = feel::Value(std::move(variables));
    }
    if (!row.key.value) row.key = {next_key()};
    // started_by() is asked by the process's own id, which the instance gets in start(): remember it now.
    row.process_definition_id = process.id;
    row.tenant_id = process.tenant_id;
    const ExecutableNode* const starts[] = {&process.entry_of(starter)};
    return &execution_->start(std::move(row), process, {}, starts, std::move(event));
}

Outcome<EvaluateConditionals::Answer> Partition::execute(const EvaluateConditionals& command, const Actor* actor) {
    if (!is_of_tenant(actor, command.tenant_id)) return tl::unexpected(not_of_tenant(command.tenant_id));
    auto variables = variables_of(command.variables);
    if (!variables) return tl::unexpected(variables.error());
    std::vector<const ProcessDefinition*> asked;
    if (command.process_definition_key) {
        const ProcessDefinition* row = deployed_.process(*command.process_definition_key);
        if (!row || row->state != DefinitionState::Active || row->tenant_id != command.tenant_id) {
            return reject_not_found("EVALUATE", "evaluate conditions of", "process definition", command.process_definition_key->value);
        }
        asked.push_back(row);
    } else {
        for (const ProcessDefinition* row : deployed_.processes()) {
            if (row->tenant_id == command.tenant_id && deployed_.process(row->tenant_id, row->id, -1) == row) asked.push_back(row);
        }
    }
    EvaluateConditionals::Answer answer;
    answer.key = next_key();
    for (const ProcessDefinition* row : asked) {
        const auto process = deployed_.executable(row->key);
        for (const ExecutableNode* starter : process->starters()) {
            std::int32_t index = -1;
            for (const CompiledEvent& event : starter->events) {
                ++index;
                if (!event.condition) continue;
                // As in Camunda 8, one of the processes that the actor may not start is enough to refuse all of them.
                if (!may(actor, ResourceType::ProcessDefinition, Permission::CreateProcessInstance, row->id))
                    return tl::unexpected(insufficient(Permission::CreateProcessInstance, ResourceType::ProcessDefinition));
                const auto evaluation = event.condition->evaluate(feel::ContextScope(*variables), surroundings_);
                if (!evaluation.value.is_boolean() && !evaluation.value.is_null()) {
                    return reject(Rejection::Code::InvalidArgument, "The condition of '" + starter->node->id + "' in process '" + process->id +
                                                                        "' gave " + feel::to_literal(evaluation.value) +
                                                                        "; a boolean is needed.");
                }
                if (!evaluation.value.is_true()) continue;
                auto occurred = std::make_shared<Event>();
                occurred->kind = CompiledEvent::Kind::Conditional;
                occurred->variables = *variables;
                occurred->index = index;
                ProcessInstance instance;
                if (actor) instance.started_by = actor->username;
                if (InstanceRows* rows = start_by_event(*process, *starter, std::move(occurred), std::move(instance))) {
                    answer.started.push_back(*rows->process());
                    break;  // of a multiple event one is enough
                }
            }
        }
    }
    return answer;
}

}  // namespace dandori::engine
