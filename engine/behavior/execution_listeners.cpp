// What waits for listeners, and what goes on when they are done: elements, the process itself, tokens that are held.

#include "engine/behavior/execution.h"
#include "engine/behavior/listeners.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"

namespace dandori::engine {

void Execution::listener_done(InstanceRows& rows, ElementInstanceKey key, const feel::Value& variables) {
    if (key.value == rows.key.value) {
        process_listener_done(rows, variables);
        return;
    }
    Step step = step_of(rows, key);
    const bool is_before = step.instance().life_cycle == ActivityLifeCycle::Ready;
    if (!is_before) step.propagate(variables);
    else if (variables.is_context()) {
        for (const auto& [name, value] : variables.as_context().entries()) step.set_local(name, value);
    }
    ++step.change().listeners_done;
    const auto waits = tell_next_listener(step);
    if (!waits) {
        begin_anew(rows, key, waits.error());
    } else if (*waits) {
        return;
    } else if (!is_before) {
        leave_element(step);
    } else {
        const auto memory = feel::from_json(step.instance().memory.text);
        const feel::Value* came_with = memory && memory->is_context() ? memory->as_context().find("event") : nullptr;
        const Event event = came_with ? event_of(*came_with) : Event{};
        Step begun = step_of(rows, key, came_with ? &event : nullptr);
        begin_work(begun);
    }
}

void Execution::process_listener_done(InstanceRows& rows, const feel::Value& variables) {
    if (variables.is_context()) {
        for (const auto& [name, value] : variables.as_context().entries()) set_variable(world_, rows, scope_of(rows.key), name, value);
    }
    ProcessInstance& process = *rows.process_instance.change(rows.key);
    ++process.listeners_done;
    if (process.life_cycle == ProcessLifeCycle::Active) tell_starting(rows);
    else finish_process(rows);
}

void Execution::tell_starting(InstanceRows& rows) {
    const auto waits = tell_next_listener(world_, rows, executable_of(rows), JobListenerEventType::Start);
    if (!waits) {
        rows.process_instance.change(rows.key)->listeners_done = 0;
        raise_incident(rows, ElementInstanceKey{rows.key.value}, waits.error());
    } else if (!*waits) {
        open_process(rows);
        let_go(rows, scope_of(rows.key));
    }
}

void Execution::open_process(InstanceRows& rows) {
    const Executable& process = executable_of(rows);
    const ElementInstanceKey owner{rows.key.value};
    if (is_waiting(rows, owner)) return;  // an incident of the process that was not about this
    const auto subscribed = subscribe_event_sub_processes(rows, process, process.process->scope, owner);
    if (subscribed) return;
    unsubscribe(rows, owner);
    raise_incident(rows, owner, subscribed.error());
}

bool Execution::is_starting(const InstanceRows& rows) const {
    return rows.elements.empty() && is_anything_held(rows, scope_of(rows.key));
}

bool Execution::is_anything_held(const InstanceRows& rows, ScopeKey held_by) const {
    bool is_any = false;
    rows.tokens.for_each([&](const Token& token) { is_any = is_any || token.held_by == held_by; });
    return is_any;
}

void Execution::hold(InstanceRows& rows, const bpmn::FlowNode& node, ScopeKey scope, std::string lineage, const Event* event,
                     ScopeKey held_by) {
    Token token;
    token.key = {world_.next_key()};
    token.process_instance_key = rows.key;
    token.scope_key = scope;
    token.element_id = node.id;
    token.lineage = std::move(lineage);
    token.arrived_at = world_.now();
    token.held_by = held_by;
    if (event) token.event.text = feel::to_json(to_value(*event));
    rows.tokens.put(std::move(token));
}

void Execution::let_go(InstanceRows& rows, ScopeKey held_by) {
    if (rows.tokens.empty()) return;
    for (const TokenKey key : rows.tokens.keys_where([&](const Token& token) { return token.held_by == held_by; })) {
        const Token token = *rows.tokens.find(key);
        rows.tokens.remove(key);
        std::shared_ptr<const Event> event;
        const auto came_with = feel::from_json(token.event.text);
        if (came_with && came_with->is_context() && !came_with->as_context().empty()) event = std::make_shared<const Event>(event_of(*came_with));
        enter(rows, *executable_of(rows).find(token.element_id)->node, token.scope_key, nullptr, token.lineage, std::move(event));
    }
}

bool Execution::has_lingering(const InstanceRows& rows, ScopeKey scope) const {
    for (const ElementInstanceKey key : rows.elements.keys_of(scope)) {
        if (rows.elements.find(key)->life_cycle == ActivityLifeCycle::Terminating) return true;
    }
    return false;
}

}  // namespace dandori::engine
