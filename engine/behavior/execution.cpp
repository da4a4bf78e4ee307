#include "engine/behavior/execution.h"

#include <algorithm>

#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/listeners.h"
#include "engine/behavior/loop/multi_instance.h"
#include "engine/behavior/loop/standard_loop.h"
#include "engine/behavior/reckoning.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {

/// Instances that start one another by messages without end are many with few steps each: together they may take so many more.
constexpr std::size_t instances_factor = 20;

using lifecycle::ActivityEvent;
using lifecycle::advance;

namespace {

/// Those of a loop are its runs' own; those of an ad-hoc sub-process aren't its inner instances'.
bool has_mappings(const ExecutableNode& node, const ElementInstance& instance) { return instance.type == node.type; }

/// What the token that enters a node becomes. An ad-hoc sub-process entered in its own scope is one of its inner instances, a loop
/// entered in its body one of its runs, or a compensation it throws.
ElementType type_of_entering(const ExecutableNode& node, const ElementInstance* around, bool is_run) {
    const bool is_inside = around && around->element_id == node.node->id;
    if (is_inside && around->type == ElementType::AdHocSubProcess) return ElementType::AdHocSubProcessInnerInstance;
    if (!node.is_loop() || is_run) return node.type;
    return is_inside && around->type == ElementType::MultiInstanceBody ? ElementType::IntermediateThrowEvent : ElementType::MultiInstanceBody;
}

}  // namespace

const Executable& Execution::executable_of(InstanceRows& rows) {
    if (!rows.run.takes_part) {
        rows.run.takes_part = true;
        taking_part_.push_back(&rows);
    }
    if (!rows.run.process) rows.run.process = world_.executable(rows.process()->process_definition_key);
    if (!rows.run.process) throw std::logic_error("A running process instance has no definition.");
    return *rows.run.process;
}

void Execution::end_of_command() {
    for (InstanceRows* rows : taking_part_) rows->run = {};
    taking_part_.clear();
    all_steps_ = 0;
    last_node_ = nullptr;
}

Step Execution::step_of(InstanceRows& rows, ElementInstanceKey key, const Event* event) {
    const Executable& process = executable_of(rows);
    if (last_key_ != key || !last_node_) {
        last_key_ = key;
        const ElementInstance* instance = rows.elements.find(key);
        if (!instance) throw std::logic_error("What belongs to an element instance is there, and that itself is not.");
        last_node_ = process.find(instance->element_id);
    }
    if (!last_node_) throw std::logic_error("An element instance names an element that its process has not.");
    return Step(*this, rows, process, *last_node_, key, event);
}

const Behavior& Execution::behavior_of_instance(const ExecutableNode& node, const ElementInstance& instance) const {
    if (instance.type == ElementType::AdHocSubProcessInnerInstance) return ad_hoc_inner_instance;
    if (is_implicit_throw(node, instance)) return implicit_throw_event;
    if (instance.type != ElementType::MultiInstanceBody) return *node.behavior;
    return node.standard_loop ? standard_loop_body : multi_instance_body;
}

InstanceRows& Execution::start(ProcessInstance row, const Executable& process, const feel::Value& variables,
                               std::span<const ExecutableNode* const> starts, std::shared_ptr<const Event> event) {
    row.process_definition_key = process.key;
    row.process_definition_id = process.id;
    row.tenant_id = process.tenant_id;
    if (!process.name.empty()) row.process_definition_name = process.name;
    row.process_definition_version = process.version;
    row.process_definition_version_tag = process.version_tag;
    row.start_date = world_.now();
    if (!row.root_process_instance_key) row.root_process_instance_key = row.key;
    std::string case_number;
    if (!process.case_kind.empty() && !row.business_id) {
        const std::string prefix = world_.case_prefix(process.case_kind);
        std::string number = std::to_string(world_.next_number(prefix));
        if (number.size() < 5) number.insert(0, 5 - number.size(), '0');
        case_number = prefix + "-" + number;
        row.business_id = case_number;
    }
    InstanceRows& rows = world_.add_instance(std::move(row));
    const ScopeKey scope = scope_of(rows.key);
    if (variables.is_context()) {
        for (const auto& [name, value] : variables.as_context().entries()) set_variable(world_, rows, scope, name, value);
    }
    if (!case_number.empty()) set_variable(world_, rows, scope, "caseNo", case_number);
    begin_data_objects(world_, rows, scope, process.data_objects);
    // What the message brought is there before event sub-processes begin to wait: their correlation keys may need it. The start
    // event takes it in again; where it maps, only what it maps may stay.
    const ExecutableNode* taker = event ? process.find(event->reference) : nullptr;
    if (taker && event->variables.is_context() && taker->outputs.empty()) {
        for (const auto& [name, value] : event->variables.as_context().entries()) set_variable(world_, rows, scope, name, value);
    }
    const auto lineage_of = [&](std::size_t start) {
        return starts.size() > 1 ? branch_lineage("", rows.key.value, static_cast<std::int64_t>(start)) : std::string();
    };
    for (std::size_t start = 0; start < starts.size(); ++start) {
        change_active_children(rows, scope, 1);
        if (!process.listeners.empty()) hold(rows, *starts[start]->node, scope, lineage_of(start), event.get(), scope);
    }
    if (!process.listeners.empty()) {
        tell_starting(rows);
        return rows;
    }
    open_process(rows);
    for (std::size_t start = 0; start < starts.size(); ++start) {
        enter(rows, *starts[start]->node, scope, nullptr, lineage_of(start), event);
    }
    return rows;
}

void Execution::enter(InstanceRows& rows, const bpmn::FlowNode& node, ScopeKey scope, const bpmn::SequenceFlow* by,
                      std::string lineage, std::shared_ptr<const Event> event, std::optional<std::int32_t> loop_counter,
                      feel::Value locals) {
    Action action;
    action.rows = &rows;
    action.node = &node;
    action.scope = scope;
    action.by = by;
    action.lineage = std::move(lineage);
    action.event = std::move(event);
    action.loop_counter = loop_counter;
    action.locals = std::move(locals);
    queue_.push_back(std::move(action));
}

void Execution::queue_completion(InstanceRows& rows, ElementInstanceKey key) {
    Action action;
    action.kind = Action::Kind::Complete;
    action.rows = &rows;
    action.element = key;
    queue_.push_back(std::move(action));
}

void Execution::note_taken(InstanceRows& rows, const bpmn::SequenceFlow& flow) {
    rows.take_flow(flow.id);
    rows.process_instance.change(rows.key);  // they are written with it
}

Execution::Action Execution::take_next() {
    constexpr std::size_t done_max = 1'000;  // no long flow keeps what it has done
    Action action = std::move(queue_[queue_front_++]);
    if (is_idle() || queue_front_ > done_max) {
        queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(queue_front_));
        queue_front_ = 0;
    }
    return action;
}

void Execution::run() {
    bool is_settled = false;
    while (!is_settled) {
        while (!is_idle()) {
            Action action = take_next();
            switch (action.kind) {
                case Action::Kind::Enter: do_enter(action); break;
                case Action::Kind::Complete: do_complete(action); break;
                case Action::Kind::EndInstance: cancel(*action.rows); break;
            }
            if (action.rows->process()) check_conditions(*action.rows);
        }
        // An inclusive join looks at all tokens there are, so it waits until none is on its way.
        settling_ = taking_part_;
        std::ranges::sort(settling_, {}, [](const InstanceRows* rows) { return rows->key; });
        for (InstanceRows* rows : settling_) {
            if (rows->process() && rows->process()->state == InstanceState::Suspended) continue;
            if (rows->process()) try_waiting_joins(*rows);
            if (rows->process()) check_conditions(*rows);
        }
        // A complex gateway that resets may let no token go, and yet others need not wait for it any more.
        is_settled = is_idle() && std::ranges::none_of(settling_, [](const InstanceRows* rows) {
            return rows->process() && rows->process()->state != InstanceState::Suspended && !rows->moved.empty();
        });
    }
}

void Execution::do_enter(Action& action) {
    InstanceRows& rows = *action.rows;
    if (!rows.process() || !is_scope(rows, action.scope)) return;
    const Executable& process = executable_of(rows);
    const ExecutableNode& node = process.at(*action.node);
    const ElementInstance* around = rows.elements.find(ElementInstanceKey{action.scope.value});
    const bool is_inside = around && around->element_id == node.node->id;
    if (node.joins && !is_inside && !action.has_joined) {
        wait_in_front(rows, node, action.scope, action.by, std::move(action.lineage));
        return;
    }
    const ElementType type = type_of_entering(node, around, action.loop_counter.has_value());
    ElementInstance& element = add_element(rows, node, type, action.scope, std::move(action.lineage));
    if (action.by) element.entered_by = action.by->id;
    element.loop_counter = action.loop_counter;
    if (action.event && action.event->memory.is_context()) element.memory.text = feel::to_json(action.event->memory);
    const ElementInstanceKey key = element.key;
    if (action.locals.is_context()) {
        for (const auto& [name, value] : action.locals.as_context().entries()) {
            set_variable(world_, rows, scope_of(key), name, value);
        }
    }
    if (++rows.run.steps > steps_max_ || ++all_steps_ > steps_max_ * instances_factor) {
        raise_incident(rows, key,
                       {Failure::Kind::Bounds, "A token went through " + std::to_string(steps_max_) +
                                                   " elements without waiting. Is there a loop that never ends? Resolve the "
                                                   "incident to let it go on."});
        return;
    }
    activate(rows, key, action.event.get());
}

void Execution::activate(InstanceRows& rows, ElementInstanceKey key, const Event* event) {
    Step step = step_of(rows, key, event);
    const ElementInstance& instance = *rows.elements.find(key);
    Reckoning::begin(world_.surroundings());
    const auto waits = [&]() -> Result<bool> {
        if (has_mappings(step.node(), instance)) TRY(apply_inputs(step));
        Reckoning::mappings_done(world_.surroundings());
        return tell_next_listener(step);
    }();
    if (!waits) {
        begin_anew(rows, key, waits.error());
    } else if (!*waits) {
        begin_work(step);
    } else if (event) {
        const auto read = feel::from_json(instance.memory.text);
        feel::Context memory = read && read->is_context() ? read->as_context() : feel::Context{};
        memory.put("event", to_value(*event));
        step.change().memory.text = feel::to_json(feel::Value(std::move(memory)));
    }
}

void Execution::begin_work(Step& step) {
    InstanceRows& rows = step.rows();
    const ElementInstanceKey key = step.key();
    const ElementInstance& instance = step.instance();
    const Behavior& behavior = behavior_of_instance(step.node(), instance);
    const auto done = [&]() -> Result<void> {
        if (has_boundary(step.node(), instance)) TRY(subscribe_boundaries(step));
        TRY(behavior.activate(step));
        return {};
    }();
    if (!goes_on(rows, key)) return;  // what it threw has interrupted it
    if (!done) {
        unsubscribe(rows, key);
        begin_anew(rows, key, done.error());
        return;
    }
    ElementInstance& begun = *rows.elements.change(key);
    advance(begun.life_cycle, ActivityEvent::Activate);
    begun.listeners_done = 0;
}

void Execution::begin_anew(InstanceRows& rows, ElementInstanceKey key, const Failure& failure) {
    rows.elements.change(key)->listeners_done = 0;  // once resolved, all that belongs to this turn is done again
    raise_incident(rows, key, failure);
}

namespace {

/// 10.4.2: of one of the sets all that isn't optional must be there. The standard lets an activity wait for it; here it is an
/// incident, which names what is missing.
Result<void> check_data_set(Step& step, const std::vector<std::vector<std::string>>& sets, std::string_view kind) {
    std::string missing;
    for (const auto& set : sets) {
        const auto absent = std::ranges::find_if(set, [&](const std::string& name) {
            return local_variable(step.rows(), step.scope(), name).value_or(feel::Value{}).is_null();
        });
        if (absent == set.end()) return {};
        if (missing.empty()) missing = *absent;
    }
    if (missing.empty()) return {};
    return fail(Failure::Kind::IoMapping, "No data " + std::string(kind) + " set of '" + step.model().id + "' is complete: '" + missing +
                                              "' has no value. Give it one and resolve the incident.");
}

}  // namespace

Result<void> Execution::apply_inputs(Step& step) {
    for (const CompiledMapping& mapping : step.node().inputs) {
        std::string why;
        feel::Value value = step.evaluate(mapping.source, &why);
        const std::string& name = mapping.target.front();
        if (mapping.target.size() > 1) {
            const auto whole = local_variable(step.rows(), step.scope(), name);
            const std::span<const std::string> path(mapping.target);
            value = feel::with_member(whole.value_or(feel::Context{}), path.subspan(1), std::move(value));
        }
        step.set_local(name, std::move(value));
    }
    return check_data_set(step, step.node().input_sets, "input");
}

Result<void> Execution::apply_outputs(Step& step) {
    TRY(check_data_set(step, step.node().output_sets, "output"));
    feel::Context merged;
    for (const CompiledMapping& mapping : step.node().outputs) {
        feel::Value value = step.evaluate(mapping.source);
        const std::string& name = mapping.target.front();
        if (mapping.target.size() > 1) {
            const std::span<const std::string> path(mapping.target);
            feel::Value whole;
            if (const feel::Value* earlier = merged.find(name)) whole = *earlier;
            else whole = visible_variable(step.rows(), step.parent_scope(), name).value_or(feel::Context{});
            value = feel::with_member(whole, path.subspan(1), std::move(value));
        }
        merged.put(name, std::move(value));
    }
    // A run of a multi-instance activity gives its output element, which is its own variable, a value so (Camunda 8).
    const ScopeKey from = step.instance().loop_counter ? step.scope() : step.parent_scope();
    for (const auto& [name, value] : merged.entries()) propagate_variable(world_, step.rows(), from, name, value);
    return {};
}

void Execution::do_complete(Action& action) {
    InstanceRows& rows = *action.rows;
    ElementInstance* instance = rows.elements.change(action.element);
    if (!instance) return;
    if (instance->life_cycle == ActivityLifeCycle::Active) advance(instance->life_cycle, ActivityEvent::Complete);
    else if (instance->life_cycle != ActivityLifeCycle::Completing || instance->has_incident) return;
    Step step = step_of(rows, action.element);
    const auto waits = [&]() -> Result<bool> {
        if (has_mappings(step.node(), *instance)) TRY(apply_outputs(step));
        return tell_next_listener(step);
    }();
    if (!waits) begin_anew(rows, action.element, waits.error());
    else if (*waits) unsubscribe(rows, action.element);  // the work is done: nothing interrupts it any more
    else leave_element(step);
}

void Execution::leave_element(Step& step) {
    const bool is_run = step.instance().loop_counter.has_value();
    const auto done = !is_run ? behavior_of_instance(step.node(), step.instance()).complete(step)
                      : step.node().standard_loop ? loop_run_completes(step)
                                                  : inner_instance_completes(step);
    if (done) finish_element(step.rows(), step.key());
    else begin_anew(step.rows(), step.key(), done.error());
}

void Execution::finish_element(InstanceRows& rows, ElementInstanceKey key) {
    if (!goes_on(rows, key)) return;
    ElementInstance* instance = rows.elements.change(key);
    const ScopeKey scope = instance->scope_key;
    Step step = step_of(rows, key);
    remember_compensable(step);
    withdraw_work(rows, key);
    advance(instance->life_cycle, ActivityEvent::Completed);
    instance->state = InstanceState::Completed;
    instance->end_date = world_.now();
    const bool was_the_last = ends_instance(rows, *instance);
    rows.elements.finish(key);
    forget_variables(rows, scope_of(key));
    leave_scope(rows, scope, !was_the_last);
    if (!was_the_last) look_at_ad_hoc(rows, scope);
}

void Execution::look_at_ad_hoc(InstanceRows& rows, ScopeKey scope) {
    const ElementInstance* around = rows.elements.find(ElementInstanceKey{scope.value});
    if (!around || around->type != ElementType::AdHocSubProcess || around->has_incident) return;
    Step outer = step_of(rows, around->key);
    const auto looked = ad_hoc_activity_completed(outer);
    if (!looked) raise_incident(rows, outer.key(), looked.error());
}

void Execution::change_active_children(InstanceRows& rows, ScopeKey scope, int by) {
    if (rows.moved.empty() || rows.moved.back() != scope) rows.moved.push_back(scope);
    if (scope == scope_of(rows.key)) {
        if (ProcessInstance* process = rows.process_instance.change(rows.key)) process->active_children += by;
    } else if (ElementInstance* element = rows.elements.change(ElementInstanceKey{scope.value})) {
        element->active_children += by;
    }
}

void Execution::leave_scope(InstanceRows& rows, ScopeKey scope, bool may_complete) {
    change_active_children(rows, scope, -1);
    if (!may_complete) return;
    if (scope == scope_of(rows.key)) {
        const ProcessInstance* process = rows.process();
        if (process && process->active_children == 0) finish_process(rows);
    } else {
        const ElementInstance* element = rows.elements.find(ElementInstanceKey{scope.value});
        if (!element || element->active_children != 0) return;
        if (element->life_cycle == ActivityLifeCycle::Terminating) {
            withdrawal_goes_on(rows, element->key);
            return;
        }
        if (element->type == ElementType::AdHocSubProcess) return;  // its own behavior says when it is over
        if (runs_compensation(*element)) {
            Step thrower = step_of(rows, element->key);
            compensation_goes_on(thrower);
        } else {
            queue_completion(rows, element->key);
        }
    }
}

ElementInstance& Execution::add_element(InstanceRows& rows, const ExecutableNode& node, ElementType type, ScopeKey scope,
                                        std::string lineage) {
    const ProcessInstance& process = *rows.process();
    ElementInstance element;
    element.key = {world_.next_key()};
    element.process_instance_key = rows.key;
    element.root_process_instance_key = process.root_process_instance_key;
    element.process_definition_key = process.process_definition_key;
    element.process_definition_id = process.process_definition_id;
    element.element_id = node.node->id;
    if (type == ElementType::AdHocSubProcessInnerInstance) element.element_id += inner_instance_suffix;
    element.element_name = node.node->name.empty() ? node.node->id : node.node->name;
    element.type = type;
    element.start_date = world_.now();
    element.tenant_id = process.tenant_id;
    element.scope_key = scope;
    element.lineage = std::move(lineage);
    return rows.elements.put(std::move(element));
}

}  // namespace dandori::engine
