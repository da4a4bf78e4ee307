// Tokens that come and go by no flow: what a modification, a return, a migration and a resumption do to an instance. Who asks has
// checked everything before.

#include "engine/behavior/compensation.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/loop/multi_instance.h"
#include "engine/behavior/variables.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {

Result<void> Execution::subscribe_scope(Step& step) {
    const auto opened = [&]() -> Result<void> {
        TRY(subscribe_boundaries(step));
        TRY(subscribe_event_sub_processes(step.rows(), step.process(), *step.model().scope(), step.key()));
        return {};
    }();
    if (!opened) unsubscribe(step.rows(), step.key());
    return opened;
}

ElementInstanceKey Execution::open_scope(InstanceRows& rows, const bpmn::FlowNode& node, ScopeKey in, const feel::Value& variables) {
    const ExecutableNode& executable = executable_of(rows).at(node);
    const ElementInstance* around = rows.elements.find(ElementInstanceKey{in.value});
    const bool is_inner = around && around->type == ElementType::AdHocSubProcess && around->element_id == node.id;
    change_active_children(rows, in, 1);
    ElementInstance& element = add_element(rows, executable, is_inner ? ElementType::AdHocSubProcessInnerInstance : executable.type, in,
                                           around ? around->lineage : "");
    const ElementInstanceKey key = element.key;
    lifecycle::advance(element.life_cycle, lifecycle::ActivityEvent::Activate);
    if (variables.is_context()) {
        for (const auto& [name, value] : variables.as_context().entries()) {
            set_variable(world_, rows, scope_of(key), name, value);
        }
    }
    if (is_inner) return key;  // mappings and events are those of the whole
    Step step = step_of(rows, key);
    auto opened = apply_inputs(step);
    if (opened) opened = subscribe_scope(step);
    if (!opened) raise_incident(rows, key, opened.error());
    return key;
}

void Execution::place(InstanceRows& rows, const bpmn::FlowNode& node, ScopeKey in, std::string lineage, feel::Value locals) {
    std::shared_ptr<Event> event;
    if (executable_of(rows).at(node).type == ElementType::EventSubProcess && !node.scope()->start_events.empty()) {
        // Begun by hand: by the first of its start events, as if that had happened and brought nothing.
        event = std::make_shared<Event>();
        event->reference = node.scope()->start_events.front()->id;
    }
    change_active_children(rows, in, 1);
    enter(rows, node, in, nullptr, std::move(lineage), std::move(event), {}, std::move(locals));
    queue_.back().has_joined = true;
}

void Execution::terminate_from_outside(InstanceRows& rows, ElementInstanceKey key) {
    const ElementInstance* element = rows.elements.find(key);
    if (element && element->loop_counter && goes_on(rows, ElementInstanceKey{element->scope_key.value})) {
        Step body = step_of(rows, ElementInstanceKey{element->scope_key.value});
        if (body.node().multi_instance) note_terminated_run(body);
    }
    terminate(rows, key);
}

void Execution::carry_out(InstanceRows& rows, const ReturnPlan& plan, const bpmn::FlowNode& target) {
    place(rows, target, plan.scope, plan.lineage, {});
    for (const ReturnPlan::Rearmed& each : plan.rearmed) {
        // The join isn't asked: what returns has still to come.
        Token token;
        token.key = {world_.next_key()};
        token.process_instance_key = rows.key;
        token.scope_key = plan.scope;
        token.element_id = each.gateway_id;
        token.flow_id = each.flow_id;
        token.lineage = each.lineage;
        token.arrived_at = world_.now();
        rows.tokens.put(std::move(token));
        change_active_children(rows, plan.scope, 1);
    }
    for (const TokenKey key : plan.removed) remove_token(rows, key);
    for (const ElementInstanceKey key : plan.ended) terminate_from_outside(rows, key);
}

void Execution::remove_token(InstanceRows& rows, TokenKey key) {
    const ScopeKey scope = rows.tokens.find(key)->scope_key;
    rows.tokens.remove(key);
    change_active_children(rows, scope, -1);
}

bool Execution::has_nothing_left(const InstanceRows& rows, ScopeKey scope) const {
    // What listeners still look at while it is terminated counts, and begins nothing any more.
    std::int32_t ending = 0;
    for (const ElementInstanceKey key : rows.elements.keys_of(scope)) {
        if (goes_on(rows, key)) return false;
        ++ending;
    }
    const ElementInstance* element = rows.elements.find(ElementInstanceKey{scope.value});
    return (element ? element->active_children : rows.process()->active_children) == ending;
}

void Execution::end_if_empty(InstanceRows& rows, ScopeKey scope) {
    if (!rows.process()) return;
    if (scope == scope_of(rows.key)) {
        if (has_nothing_left(rows, scope)) cancel(rows);
        return;
    }
    const ElementInstanceKey key{scope.value};
    if (!goes_on(rows, key)) return;
    const ElementInstance& element = *rows.elements.find(key);
    if (element.type == ElementType::AdHocSubProcess) {
        look_at_ad_hoc(rows, scope);  // the next that is planned begins, its worker is asked, or it is over
        return;
    }
    if (!has_nothing_left(rows, scope)) return;
    Step step = step_of(rows, key);
    if (runs_compensation(element)) {
        compensation_goes_on(step);
        return;
    }
    // Those of its runs that have completed count: without the others it is done.
    if (element.type == ElementType::MultiInstanceBody && step.node().multi_instance && has_completed_run(step)) {
        step.complete();
        return;
    }
    const ScopeKey around = element.scope_key;
    terminate(rows, key);
    end_if_empty(rows, around);
}

void Execution::definition_changed(InstanceRows& rows) {
    rows.run.process.reset();
    last_node_ = nullptr;
    values_changed(rows);
    const Executable& process = executable_of(rows);
    std::vector<std::pair<const ExecutableNode*, ScopeKey>> joins;
    rows.tokens.for_each([&](const Token& token) { joins.emplace_back(process.find(token.element_id), token.scope_key); });
    for (const auto& [node, scope] : joins) rows.moved.push_back(scope);
    for (const auto& [node, scope] : joins) {
        if (node->node->kind == bpmn::FlowNodeKind::ParallelGateway) try_parallel_join(rows, *node, scope);
        else if (node->node->activity()) try_quantity(rows, *node, scope);
    }
}

void Execution::resumed(InstanceRows& rows) {
    // What was set meanwhile may let one occur; one that doesn't interrupt and has occurred before doesn't do so again for that.
    rows.conditions.for_each([&](const ConditionalSubscription& row) {
        const bpmn::Event* event = executable_of(rows).find(row.element_id)->node->event();
        if (!event || event->interrupting) rows.new_conditions.push_back(row.key);
    });
    values_changed(rows);
}

}  // namespace dandori::engine
