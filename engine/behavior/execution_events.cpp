// What was waited for happens: boundary events, event sub-processes, errors and escalations on their way outward.

#include <algorithm>
#include <map>
#include <utility>

#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/subscriptions.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {

void Execution::occur(InstanceRows& rows, ElementInstanceKey waiting, std::shared_ptr<const Event> event) {
    if (!rows.process()) return;
    const Executable& process = executable_of(rows);
    const ExecutableNode* catcher = process.find(event->reference);
    if (!catcher) return;
    const ElementInstance* instance = rows.elements.find(waiting);
    if (!instance && waiting.value != rows.key.value) return;
    const ExecutableNode* own = instance && instance->type != ElementType::MultiInstanceBody ? process.find(instance->element_id) : nullptr;
    const bool catches_itself = own && (own->node == catcher->node || own->node->kind == bpmn::FlowNodeKind::EventBasedGateway);
    if (catches_itself && instance->life_cycle != ActivityLifeCycle::Active) return;
    if (catcher->waits_for_all()) event = occurred_all(rows, waiting, *catcher, std::move(event));
    if (!event) return;
    if (!catches_itself) {
        trigger_catcher(rows, waiting, *catcher, std::move(event));
        return;
    }
    Step step = step_of(rows, waiting, event.get());
    const auto caught = own->behavior->catch_event(step, *event);
    if (!caught) raise_incident(rows, waiting, caught.error());
}

std::shared_ptr<const Event> Execution::occurred_all(InstanceRows& rows, ElementInstanceKey waiting, const ExecutableNode& catcher,
                                                     std::shared_ptr<const Event> event) {
    std::map<std::int32_t, EventOccurrenceKey> first;
    rows.occurrences.for_each([&](const EventOccurrence& row) {
        if (row.element_instance_key == waiting && row.element_id == catcher.node->id) first.emplace(row.event_index, row.key);
    });
    // A message is kept for the next time; a signal or a timer that comes again before the others is nobody's.
    if (first.contains(event->index) && event->kind != CompiledEvent::Kind::Message) return nullptr;
    EventOccurrence row;
    row.key = {world_.next_key()};
    row.process_definition_key = rows.process()->process_definition_key;
    row.process_instance_key = rows.key;
    row.element_instance_key = waiting;
    row.element_id = catcher.node->id;
    row.event_index = event->index;
    row.variables.text = feel::to_json(event->variables);
    first.emplace(row.event_index, row.key);
    rows.occurrences.put(std::move(row));
    if (first.size() < catcher.events.size()) return nullptr;
    auto whole = std::make_shared<Event>(*event);
    feel::Context variables;
    for (const auto& [index, key] : first) {
        merge_json(variables, rows.occurrences.find(key)->variables);
        rows.occurrences.remove(key);
    }
    whole->variables = feel::Value(std::move(variables));
    return whole;
}

void Execution::trigger_catcher(InstanceRows& rows, ElementInstanceKey owner, const ExecutableNode& catcher,
                                std::shared_ptr<const Event> event) {
    const bpmn::Event& position = *catcher.node->event();
    if (position.position == bpmn::EventPosition::Boundary) {
        ElementInstance& activity = *rows.elements.change(owner);
        const ScopeKey scope = activity.scope_key;
        std::string lineage = activity.lineage;
        if (!position.interrupting) {
            // From now on the activity is one branch, what its boundary events let go are others.
            const std::string own = std::to_string(owner.value) + "/0";
            if (lineage != own && !lineage.ends_with(" " + own)) activity.lineage = branch_lineage(lineage, owner.value, 0);
            else lineage.resize(lineage.size() - std::min(lineage.size(), own.size() + 1));
            lineage = branch_lineage(lineage, owner.value, world_.next_key());
        }
        change_active_children(rows, scope, 1);
        if (position.interrupting) {
            terminate(rows, owner);
            if (rows.elements.find(owner)) {  // listeners look at how it ends
                hold(rows, *catcher.node, scope, std::move(lineage), event.get(), scope_of(owner));
                return;
            }
        }
        enter(rows, *catcher.node, scope, nullptr, std::move(lineage), std::move(event));
        return;
    }
    const bpmn::FlowNode& event_sub_process_node = *catcher.node->parent->owner;
    const ScopeKey scope{owner.value};
    const ElementInstance* outer = rows.elements.find(owner);
    std::string lineage = outer ? outer->lineage : "";
    change_active_children(rows, scope, 1);
    if (position.interrupting) {
        for (const bpmn::FlowNode* each : event_sub_process_node.parent->event_sub_processes) {
            for (const bpmn::FlowNode* start : each->scope()->start_events) unsubscribe(rows, owner, start->id);
        }
        terminate_children(rows, scope);
    } else {
        lineage = branch_lineage(lineage, owner.value, world_.next_key());
    }
    if (position.interrupting && outer && outer->type == ElementType::AdHocSubProcess) {
        Step ad_hoc = step_of(rows, owner);
        ad_hoc_interrupted(ad_hoc);
    }
    if (position.interrupting && has_lingering(rows, scope)) {
        hold(rows, event_sub_process_node, scope, std::move(lineage), event.get(), scope);
        return;
    }
    enter(rows, event_sub_process_node, scope, nullptr, std::move(lineage), std::move(event));
}

void Execution::check_conditions(InstanceRows& rows) {
    if (rows.changes.empty() && rows.new_conditions.empty()) return;
    const auto changes = std::exchange(rows.changes, {});
    const auto fresh = std::exchange(rows.new_conditions, {});
    struct Candidate {
        std::size_t depth;
        ConditionalSubscriptionKey key;
        auto operator<=>(const Candidate&) const = default;
    };
    std::vector<Candidate> candidates;
    rows.conditions.for_each([&](const ConditionalSubscription& row) {
        const CompiledEvent& event = executable_of(rows).find(row.element_id)->events.at(static_cast<std::size_t>(row.event_index));
        const ScopeKey scope{row.element_instance_key.value};
        const bool concerns = std::ranges::find(fresh, row.key) != fresh.end() ||
                              std::ranges::any_of(changes, [&](const InstanceRows::Change& change) {
                                  return (change.is_new ? event.on_create : event.on_update) &&
                                         std::ranges::find(event.variables, change.name) != event.variables.end() &&
                                         scope_of_variable(rows, scope, change.name) == change.scope;
                              });
        if (!concerns) return;
        std::size_t depth = 0;
        for (auto at = parent_of(rows, scope); at; at = parent_of(rows, *at)) ++depth;
        candidates.push_back({depth, row.key});
    });
    // From the outside inward; what an event has interrupted waits no longer.
    std::ranges::sort(candidates);
    for (const Candidate& candidate : candidates) {
        const ConditionalSubscription* row = rows.conditions.find(candidate.key);
        if (!row) continue;
        const ElementInstanceKey owner = row->element_instance_key;
        auto event = std::make_shared<Event>();
        event->kind = CompiledEvent::Kind::Conditional;
        event->reference = row->element_id;
        event->index = row->event_index;
        const feel::Expression& condition = *executable_of(rows).find(row->element_id)->events[static_cast<std::size_t>(row->event_index)].condition;
        const auto evaluation = condition.evaluate(VariableScope(rows, ScopeKey{owner.value}), world_.surroundings());
        if (evaluation.value.is_true()) {
            occur(rows, owner, std::move(event));
        } else if (!evaluation.value.is_boolean() && !evaluation.value.is_null()) {
            const ElementInstance* waiting = rows.elements.find(owner);
            if (waiting && waiting->has_incident) continue;
            raise_incident(rows, owner,
                           {Failure::Kind::ExtractValue, "The condition of '" + event->reference + "' gave " +
                                                             feel::to_literal(evaluation.value) + "; a boolean is needed."});
        }
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

bool Execution::is_waiting(const InstanceRows& rows, ElementInstanceKey owner) const {
    bool found = false;
    const auto look = [&](const auto& row) { found = found || row.element_instance_key == owner; };
    rows.timers.for_each(look);
    rows.subscriptions.for_each(look);
    rows.conditions.for_each(look);
    rows.signals.for_each(look);
    return found;
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
    for (const EventOccurrenceKey key : rows.occurrences.keys_of(scope_of(owner))) {
        if (is_meant(*rows.occurrences.find(key))) rows.occurrences.remove(key);
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
