#include "engine/behavior/compensation.h"

#include <algorithm>
#include <set>

#include "engine/behavior/execution.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

bool has_compensation_start(const bpmn::FlowNode& event_sub_process) {
    for (const bpmn::FlowNode* start : event_sub_process.scope()->start_events) {
        if (start->event()->definition<bpmn::CompensateEventDefinition>()) return true;
    }
    return false;
}

/// The event sub-process that undoes a sub-process from inside; null pointer if it has none.
const bpmn::FlowNode* compensating_event_sub_process(const bpmn::FlowNode& sub_process) {
    if (!sub_process.scope()) return nullptr;
    for (const bpmn::FlowNode* each : sub_process.scope()->event_sub_processes) {
        if (has_compensation_start(*each)) return each;
    }
    return nullptr;
}

const bpmn::FlowNode* handler_of(const bpmn::FlowNode& activity) {
    for (const bpmn::FlowNode* boundary : activity.activity()->boundary_events) {
        if (boundary->event()->compensation_handler) return boundary->event()->compensation_handler;
    }
    return nullptr;
}

std::vector<CompensableKey> compensables_in(const InstanceRows& rows, ScopeKey scope) {
    return rows.compensables.keys_of(scope);
}

feel::Context memory_of(const ElementInstance& instance) {
    const auto memory = feel::from_json(instance.memory.text);
    return memory && memory->is_context() ? memory->as_context() : feel::Context{};
}

/// Where a thrower's activities completed: its scope; from inside an event sub-process the scope that one belongs to.
ScopeKey scope_to_undo(Step& thrower) {
    ScopeKey scope = thrower.parent_scope();
    while (const ElementInstance* element = thrower.rows().elements.find(ElementInstanceKey{scope.value})) {
        if (element->element_id == thrower.model().id) {  // thrown by a loop: what it stands for lies around the body
            scope = element->scope_key;
            continue;
        }
        if (element->type != ElementType::EventSubProcess) break;
        const feel::Context memory = memory_of(*element);
        const feel::Value* undone = memory.find("compensates");
        if (undone) return ScopeKey{undone->to_integer().value_or(0)};
        scope = element->scope_key;
    }
    return scope;
}

struct Plan {
    std::vector<std::int64_t> keys;  ///< the next one last

    static Plan of(const ElementInstance& thrower) {
        Plan plan;
        const feel::Context memory = memory_of(thrower);
        const feel::Value* keys = memory.find("undo");
        if (keys && keys->is_list()) {
            for (const feel::Value& key : keys->as_list()) plan.keys.push_back(key.to_integer().value_or(0));
        }
        return plan;
    }
    void write(ElementInstance& thrower) const {
        feel::List list(keys.begin(), keys.end());
        feel::Context context = memory_of(thrower);
        context.put("undo", std::move(list));
        thrower.memory.text = feel::to_json(feel::Value(std::move(context)));
    }
};

void enter_inside(Step& thrower, const bpmn::FlowNode& node, const Compensable& what, std::shared_ptr<const Event> event) {
    auto variables = feel::from_json(what.variables.text);
    thrower.execution().change_active_children(thrower.rows(), thrower.scope(), 1);
    thrower.execution().enter(thrower.rows(), node, thrower.scope(), nullptr, thrower.instance().lineage, std::move(event), {},
                              variables ? std::move(*variables) : feel::Value{});
}

}  // namespace

bool runs_compensation(const ElementInstance& instance) {
    return instance.type == ElementType::IntermediateThrowEvent || instance.type == ElementType::EndEvent || returning(instance);
}

bool has_compensation(const bpmn::FlowNode& node) {
    return node.activity() && (handler_of(node) || compensating_event_sub_process(node));
}

void remember_compensable(Step& completed) {
    const bpmn::FlowNode& node = completed.model();
    if (!node.activity() || node.activity()->is_for_compensation) return;
    InstanceRows& rows = completed.rows();
    const ElementInstance& instance = completed.instance();
    if (is_implicit_throw(completed.node(), instance)) return;
    const bool is_event_sub_process = instance.type == ElementType::EventSubProcess;
    const bool is_body = instance.type == ElementType::MultiInstanceBody || instance.type == ElementType::AdHocSubProcessInnerInstance;
    const bpmn::FlowNode* handler = is_body || is_event_sub_process ? nullptr : handler_of(node);
    const bool has_inside = !compensables_in(rows, completed.scope()).empty() ||
                            (!is_body && !is_event_sub_process && compensating_event_sub_process(node));
    if (!handler && !has_inside) return;
    if (handler || is_event_sub_process) forget_compensables(rows, completed.scope());
    if (is_event_sub_process) return;
    Compensable row;
    row.key = {completed.world().next_key()};
    row.process_instance_key = rows.key;
    row.scope_key = instance.scope_key;
    row.activity_id = node.id;
    row.activity_key = completed.key();
    if (handler) row.handler_id = handler->id;
    row.variables.text = feel::to_json(local_variables(rows, completed.scope()));
    rows.compensables.put(std::move(row));
}

void forget_compensables(InstanceRows& rows, ScopeKey scope) {
    for (const CompensableKey key : compensables_in(rows, scope)) {
        forget_compensables(rows, scope_of(rows.compensables.find(key)->activity_key));
        rows.compensables.remove(key);
    }
}

bool begin_compensation(Step& thrower, const std::string& activity_id) {
    Plan plan;
    // A loop that names itself means its own runs.
    const bool undoes_itself = is_implicit_throw(thrower.node(), thrower.instance()) && activity_id == thrower.model().id;
    std::optional<ScopeKey> scope = undoes_itself ? thrower.parent_scope() : scope_to_undo(thrower);
    while (scope) {
        for (const CompensableKey key : compensables_in(thrower.rows(), *scope)) {
            if (activity_id.empty() || thrower.rows().compensables.find(key)->activity_id == activity_id) plan.keys.push_back(key.value);
        }
        // A named activity may have run in a scope around.
        if (activity_id.empty() || !plan.keys.empty()) break;
        scope = parent_of(thrower.rows(), *scope);
    }
    std::ranges::sort(plan.keys);
    plan.write(thrower.change());
    return continue_compensation(thrower);
}

bool begin_undoing(Step& user_task, std::span<const ElementInstanceKey> completed, const std::string& target_id,
                   const feel::Context& variables) {
    const InstanceRows& rows = user_task.rows();
    Plan plan;
    std::set<ScopeKey> whole;  // what lies in these is undone with them
    rows.compensables.for_each([&](const Compensable& row) {
        if (std::ranges::find(completed, row.activity_key) != completed.end()) whole.insert(scope_of(row.activity_key));
    });
    rows.compensables.for_each([&](const Compensable& row) {
        if (whole.contains(scope_of(row.activity_key)) && !whole.contains(row.scope_key)) plan.keys.push_back(row.key.value);
    });
    if (plan.keys.empty()) return false;
    std::ranges::sort(plan.keys);
    feel::Context memory;
    memory.put("returnTo", target_id);
    memory.put("variables", variables);
    user_task.change().memory.text = feel::to_json(feel::Value(std::move(memory)));
    plan.write(user_task.change());
    return continue_compensation(user_task);
}

std::optional<Returning> returning(const ElementInstance& instance) {
    if (instance.type != ElementType::UserTask || instance.memory.text.empty()) return {};
    const feel::Context memory = memory_of(instance);
    const feel::Value* target = memory.find("returnTo");
    if (!target) return {};
    return Returning{target->as_string(), memory.find("variables")->as_context()};
}

void resume_at(ElementInstance& user_task, const std::string& element_id) {
    feel::Context memory = memory_of(user_task);
    memory.put("resumesAt", element_id);
    user_task.memory.text = feel::to_json(feel::Value(std::move(memory)));
}

std::string resuming_at(const ElementInstance& instance) {
    if (instance.memory.text.find("resumesAt") == std::string::npos) return {};
    const feel::Context memory = memory_of(instance);
    const feel::Value* at = memory.find("resumesAt");
    return at && at->is_string() ? at->as_string() : std::string{};
}

void forget_return(ElementInstance& user_task) { user_task.memory.text.clear(); }

bool continue_compensation(Step& thrower) {
    InstanceRows& rows = thrower.rows();
    Plan plan = Plan::of(thrower.instance());
    while (!plan.keys.empty()) {
        const CompensableKey key{plan.keys.back()};
        plan.keys.pop_back();
        const Compensable* found = rows.compensables.find(key);
        if (!found) continue;
        const Compensable what = *found;
        rows.compensables.remove(key);
        const ExecutableNode* activity = thrower.process().find(what.activity_id);
        if (!what.handler_id.empty()) {
            plan.write(thrower.change());
            enter_inside(thrower, *thrower.process().find(what.handler_id)->node, what, {});
            return true;
        }
        if (const bpmn::FlowNode* inside = compensating_event_sub_process(*activity->node)) {
            plan.write(thrower.change());
            auto event = std::make_shared<Event>();
            event->kind = CompiledEvent::Kind::Compensation;
            for (const bpmn::FlowNode* start : inside->scope()->start_events) event->reference = start->id;
            feel::Context undone;
            undone.put("compensates", what.activity_key.value);
            event->memory = feel::Value(std::move(undone));
            enter_inside(thrower, *inside, what, std::move(event));
            return true;
        }
        std::vector<std::int64_t> inner;
        for (const CompensableKey each : compensables_in(rows, scope_of(what.activity_key))) inner.push_back(each.value);
        std::ranges::sort(inner);
        plan.keys.insert(plan.keys.end(), inner.begin(), inner.end());
    }
    plan.write(thrower.change());
    return false;
}

}  // namespace dandori::engine
