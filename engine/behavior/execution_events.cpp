// What was waited for happens: boundary events, event sub-processes, errors and escalations on their way outward.

#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/subscriptions.h"
#include "engine/behavior/variables.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {

void Execution::occur(InstanceRows& rows, ElementInstanceKey waiting, std::shared_ptr<const Event> event) {
    if (!rows.process()) return;
    const Executable& process = executable_of(rows);
    const ExecutableNode* catcher = process.find(event->reference);
    if (!catcher) return;
    const ElementInstance* instance = rows.elements.find(waiting);
    if (!instance && waiting.value != rows.key.value) return;
    if (instance && instance->type != ElementType::MultiInstanceBody) {
        const ExecutableNode& own = *process.find(instance->element_id);
        const bool catches_itself = own.node == catcher->node || own.node->kind == bpmn::FlowNodeKind::EventBasedGateway;
        if (catches_itself) {
            if (instance->life_cycle != ActivityLifeCycle::Active) return;
            Step step = step_of(rows, waiting, event.get());
            const auto caught = own.behavior->catch_event(step, *event);
            if (!caught) raise_incident(rows, waiting, caught.error());
            return;
        }
    }
    trigger_catcher(rows, waiting, *catcher, std::move(event));
}

void Execution::trigger_catcher(InstanceRows& rows, ElementInstanceKey owner, const ExecutableNode& catcher,
                                std::shared_ptr<const Event> event) {
    const bpmn::Event& position = *catcher.node->event();
    if (position.position == bpmn::EventPosition::Boundary) {
        const ElementInstance activity = *rows.elements.find(owner);
        change_active_children(rows, activity.scope_key, 1);
        if (position.interrupting) {
            terminate(rows, owner);
            if (rows.elements.find(owner)) {  // listeners look at how it ends
                hold(rows, *catcher.node, activity.scope_key, activity.lineage, event.get(), scope_of(owner));
                return;
            }
        }
        enter(rows, *catcher.node, activity.scope_key, nullptr, activity.lineage, std::move(event));
        return;
    }
    const bpmn::FlowNode& event_sub_process_node = *catcher.node->parent->owner;
    const ScopeKey scope{owner.value};
    change_active_children(rows, scope, 1);
    if (position.interrupting) {
        for (const bpmn::FlowNode* each : event_sub_process_node.parent->event_sub_processes) {
            for (const bpmn::FlowNode* start : each->scope()->start_events) unsubscribe(rows, owner, start->id);
        }
        terminate_children(rows, scope);
    }
    const ElementInstance* outer = rows.elements.find(owner);
    if (position.interrupting && outer && outer->type == ElementType::AdHocSubProcess) {
        Step ad_hoc = step_of(rows, owner);
        ad_hoc_interrupted(ad_hoc);
    }
    std::string lineage = outer ? outer->lineage : "";
    if (position.interrupting && has_lingering(rows, scope)) {
        hold(rows, event_sub_process_node, scope, std::move(lineage), event.get(), scope);
        return;
    }
    enter(rows, event_sub_process_node, scope, nullptr, std::move(lineage), std::move(event));
}

void Execution::check_conditions(InstanceRows& rows) {
    rows.has_new_values = false;
    std::vector<ConditionalSubscriptionKey> all = rows.conditions.keys_where([](const auto&) { return true; });
    for (const ConditionalSubscriptionKey key : all) {
        const ConditionalSubscription* row = rows.conditions.find(key);
        if (!row) continue;
        const ExecutableNode* catcher = executable_of(rows).find(row->element_id);
        bool holds = false;
        for (const CompiledEvent& event : catcher->events) {
            if (!event.condition) continue;
            const auto evaluation = event.condition->evaluate(VariableScope(rows, ScopeKey{row->element_instance_key.value}), world_.surroundings());
            holds = holds || evaluation.value.is_true();
        }
        if (holds == row->holds) continue;
        rows.conditions.change(key)->holds = holds;
        if (!holds) continue;
        auto event = std::make_shared<Event>();
        event->kind = CompiledEvent::Kind::Conditional;
        event->reference = row->element_id;
        occur(rows, row->element_instance_key, std::move(event));
    }
}

Result<void> Execution::subscribe_boundaries(Step& step) {
    const bpmn::Activity* activity = step.model().activity();
    if (!activity) return {};
    for (const bpmn::FlowNode* boundary : activity->boundary_events) TRY(step.subscribe(step.process().at(*boundary)));
    return {};
}

Result<void> Execution::subscribe_event_sub_processes(InstanceRows& rows, const Executable& process, const bpmn::Scope& scope,
                                                      ElementInstanceKey owner) {
    for (const bpmn::FlowNode* each : scope.event_sub_processes) {
        for (const bpmn::FlowNode* start : each->scope()->start_events) {
            TRY(open_subscriptions(world_, rows, process, process.at(*start), ScopeKey{owner.value}, owner));
        }
    }
    return {};
}

void Execution::unsubscribe(InstanceRows& rows, ElementInstanceKey owner, std::optional<std::string_view> catcher) {
    const auto is_meant = [&](const auto& row) { return !catcher || row.element_id == *catcher; };
    for (const TimerKey key : rows.timers.keys_of(scope_of(owner))) {
        if (!is_meant(*rows.timers.find(key))) continue;
        lifecycle::advance(rows.timers.change(key)->state, lifecycle::TimerEvent::Cancel);
        rows.timers.remove(key);
    }
    for (const MessageSubscriptionKey key : rows.subscriptions.keys_of(scope_of(owner))) {
        if (!is_meant(*rows.subscriptions.find(key))) continue;
        MessageSubscription& row = *rows.subscriptions.change(key);
        lifecycle::advance(row.state, lifecycle::MessageSubscriptionEvent::Delete);
        row.last_updated_date = world_.now();
        rows.subscriptions.finish(key);
    }
    for (const ConditionalSubscriptionKey key : rows.conditions.keys_of(scope_of(owner))) {
        if (is_meant(*rows.conditions.find(key))) rows.conditions.remove(key);
    }
    for (const SignalSubscriptionKey key : rows.signals.keys_of(scope_of(owner))) {
        if (is_meant(*rows.signals.find(key))) rows.signals.remove(key);
    }
}

namespace {

/// How well a catching event fits: 2 it names the code, 1 it catches every code, 0 not at all.
int fit_of(const ExecutableNode& catcher, const Event& event) {
    int best = 0;
    for (const CompiledEvent& each : catcher.events) {
        if (each.kind != event.kind) continue;
        if (!each.code) best = std::max(best, 1);
        else if (each.code->text == event.code) best = 2;
    }
    return best;
}

}  // namespace

std::optional<Execution::Handler> Execution::find_handler(InstanceRows& thrower, ElementInstanceKey key, const Event& event) {
    InstanceRows* rows = &thrower;
    ElementInstanceKey at = key;
    while (rows && rows->process()) {
        const ElementInstance* element = rows->elements.find(at);
        if (!element) return {};
        const Executable& process = executable_of(*rows);
        const ExecutableNode& node = *process.find(element->element_id);
        const ExecutableNode* best = nullptr;
        int best_fit = 0;
        const auto consider = [&](const bpmn::FlowNode& catcher) {
            const int fit = fit_of(process.at(catcher), event);
            if (fit > best_fit) {
                best_fit = fit;
                best = &process.at(catcher);
            }
        };
        const bool is_inner = element->type == ElementType::AdHocSubProcessInnerInstance;
        // The activity's own boundary events; of a loop, those of its body.
        if (has_boundary(node, *element)) {
            for (const bpmn::FlowNode* boundary : node.node->activity()->boundary_events) consider(*boundary);
        }
        if (best) return Handler{rows, at, best};
        const ScopeKey scope = element->scope_key;
        const ElementInstance* around = rows->elements.find(ElementInstanceKey{scope.value});
        const bool undoes = around && runs_compensation(*around);  // its handlers are drawn elsewhere
        const bool is_in_inner = around && around->type == ElementType::AdHocSubProcessInnerInstance;  // its scope is the next
        if (!element->loop_counter && !undoes && !is_in_inner) {
            const bool is_event_sub_process = element->type == ElementType::EventSubProcess;
            // An event sub-process that has interrupted its scope has ended the others' chance, too.
            const bool has_interrupted =
                is_event_sub_process && node.node->scope()->start_events.front()->event()->interrupting;
            if (!has_interrupted) {
                const bpmn::Scope& within = is_inner ? *node.node->scope() : *node.node->parent;
                for (const bpmn::FlowNode* each : within.event_sub_processes) {
                    if (each == node.node) continue;
                    for (const bpmn::FlowNode* start : each->scope()->start_events) consider(*start);
                }
            }
            if (best) return Handler{rows, ElementInstanceKey{scope.value}, best};
        }
        if (scope == scope_of(rows->key)) {
            const ProcessInstance& instance = *rows->process();
            if (!instance.parent_process_instance_key || !instance.parent_element_instance_key) return {};
            at = *instance.parent_element_instance_key;
            rows = world_.instance(*instance.parent_process_instance_key);
        } else {
            at = ElementInstanceKey{scope.value};
        }
    }
    return {};
}

bool Execution::throw_error(InstanceRows& rows, ElementInstanceKey key, const Event& error) {
    const auto handler = find_handler(rows, key, error);
    if (!handler) return false;
    auto event = std::make_shared<Event>(error);
    event->reference = handler->catcher->node->id;
    trigger_catcher(*handler->rows, handler->owner, *handler->catcher, std::move(event));
    return true;
}

bool Execution::throw_escalation(InstanceRows& rows, ElementInstanceKey key, const Event& escalation) {
    return throw_error(rows, key, escalation);  // the way outward is the same; who catches it need not interrupt
}

}  // namespace dandori::engine
