// BPMN 2.0.2, 13.3.5 Ad-Hoc Sub-Process: what runs in it, and how often, is decided while it runs: by an expression on entering
// (zeebe:adHoc activeElementsCollection), by a worker that leads it (zeebe:taskDefinition), or from outside. Each activation has an
// inner instance of its own, the scope of its variables. Sequential ordering lets one run at a time.
#include "engine/behavior/ad_hoc_sub_process.h"

#include <algorithm>

#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {
namespace {

/// What it remembers between commands; kept as JSON in its row.
struct AdHocMemory {
    feel::List planned;          ///< contexts with `id` and `variables`: to be activated when the ordering lets them
    std::int64_t collected = 0;  ///< results in the output collection
    bool is_fulfilled = false;   ///< nothing more is activated; it is over when what runs has ended

    static AdHocMemory of(const ElementInstance& instance) {
        AdHocMemory memory;
        const auto read = feel::from_json(instance.memory.text);
        if (!read || !read->is_context()) return memory;
        const feel::Context& context = read->as_context();
        if (const auto* planned = context.find("planned"); planned && planned->is_list()) memory.planned = planned->as_list();
        if (const auto* collected = context.find("collected")) memory.collected = collected->to_integer().value_or(0);
        memory.is_fulfilled = context.find("isFulfilled") != nullptr;
        return memory;
    }
    void write(ElementInstance& instance) const {
        feel::Context context;
        if (!planned.empty()) context.put("planned", planned);
        if (collected > 0) context.put("collected", collected);
        if (is_fulfilled) context.put("isFulfilled", true);
        instance.memory.text = feel::to_json(feel::Value(std::move(context)));
    }
};

bool is_sequential(Step& step) {
    return step.model().activity()->sub_process()->ordering == bpmn::SubProcess::Ordering::Sequential;
}

void start_inner(Step& step, const std::string& id, feel::Value variables) {
    const CompiledAdHoc& model = *step.node().ad_hoc;
    feel::Context locals = variables.is_context() ? variables.as_context() : feel::Context{};
    // As in a multi-instance activity: a bare variable is local to each run, so that they don't collide.
    if (model.output_element) {
        const auto& names = model.output_element->names();
        if (names.size() == 1 && model.output_element->text() == names.front() && !locals.find(names.front())) {
            locals.put(names.front(), feel::Value{});
        }
    }
    feel::Context memory;
    memory.put("start", id);
    auto event = std::make_shared<Event>();
    event->memory = feel::Value(std::move(memory));
    step.execution().change_active_children(step.rows(), step.scope(), 1);
    // Entered in its own scope, it is an inner instance.
    step.execution().enter(step.rows(), step.model(), step.scope(), nullptr,
                           branch_lineage(step.instance().lineage, step.key().value, step.world().next_key()), std::move(event), {},
                           feel::Value(std::move(locals)));
}

void start_planned(Step& step, AdHocMemory& memory) {
    while (!memory.planned.empty()) {
        if (is_sequential(step) && step.instance().active_children > 0) return;
        const feel::Context& next = memory.planned.front().as_context();
        start_inner(step, next.find("id")->as_string(), *next.find("variables"));
        memory.planned.erase(memory.planned.begin());
    }
}

feel::Value planned_one(const std::string& id, feel::Value variables) {
    feel::Context entry;
    entry.put("id", id);
    entry.put("variables", std::move(variables));
    return feel::Value(std::move(entry));
}

Result<feel::List> chosen_elements(Step& step) {
    feel::List planned;
    if (!step.node().ad_hoc->active_elements) return planned;
    const feel::Value chosen = step.evaluate(*step.node().ad_hoc->active_elements);
    const auto wrong = [&] {
        return fail(Failure::Kind::ExtractValue, step.what("activeElementsCollection") + " gave " + feel::to_literal(chosen) +
                                                     "; a list of ids of its elements is needed.");
    };
    if (!chosen.is_list()) return wrong();
    for (const feel::Value& id : chosen.as_list()) {
        if (!id.is_string() || !can_be_activated(step.model(), id.as_string())) return wrong();
        planned.push_back(planned_one(id.as_string(), {}));
    }
    return planned;
}

Result<void> tell_leader(Step& step) { return step.create_job(*step.node().job, JobKind::AdHocSubProcess); }

void withdraw_leader(Step& step) {
    for (const JobKey key : step.rows().jobs.keys_of(step.scope())) {
        Job& job = *step.rows().jobs.change(key);
        if (job.kind != JobKind::AdHocSubProcess) continue;
        lifecycle::advance(job.state, lifecycle::JobEvent::Cancel);
        job.end_time = job.last_update_time = step.world().now();
        job.activatable_at.reset();
        step.rows().jobs.finish(key);
    }
}

Result<void> open_for_activation(Step& step) {
    const CompiledAdHoc& model = *step.node().ad_hoc;
    const feel::List planned = TRY(chosen_elements(step));
    if (auto elements = feel::from_json(model.elements)) step.set_local("adHocSubProcessElements", std::move(*elements));
    if (!model.output_collection.empty()) step.set_local(model.output_collection, feel::List{});
    begin_data_objects(step.world(), step.rows(), step.scope(), step.node().data_objects);
    TRY(step.execution().subscribe_event_sub_processes(step.rows(), step.process(), *step.model().scope(), step.key()));
    if (step.node().job) return tell_leader(step);
    AdHocMemory memory;
    memory.planned = planned;
    start_planned(step, memory);
    memory.write(step.change());
    return {};
}

Result<void> leave_with_results(Step& step) {
    const CompiledAdHoc& model = *step.node().ad_hoc;
    if (!model.output_collection.empty()) {
        feel::Value results = local_variable(step.rows(), step.scope(), model.output_collection).value_or(feel::Value{});
        step.set_local(model.output_collection, results);
        feel::Context collected;
        collected.put(model.output_collection, std::move(results));
        step.propagate(feel::Value(std::move(collected)));
    }
    return leave_by_all_flows(step);
}

Result<void> start_chosen(Step& inner) {
    const auto memory = feel::from_json(inner.instance().memory.text);
    const std::string id = memory->as_context().find("start")->as_string();
    inner.enter(*inner.process().find(id)->node, inner.scope());
    return {};
}

Result<void> collect_result(Step& inner) {
    const CompiledAdHoc& model = *inner.node().ad_hoc;
    if (model.output_collection.empty() || !model.output_element) return {};
    ElementInstance& outer = *inner.rows().elements.change(ElementInstanceKey{inner.parent_scope().value});
    AdHocMemory memory = AdHocMemory::of(outer);
    add_loop_value(inner.world(), inner.rows(), scope_of(outer.key), model.output_collection,
                   static_cast<std::int32_t>(++memory.collected), inner.evaluate(*model.output_element));
    memory.write(outer);
    return {};
}

/// Nothing more begins; `cancel_rest` ends what runs.
void fulfil(Step& step, AdHocMemory& memory, bool cancel_rest) {
    memory.planned.clear();
    memory.is_fulfilled = true;
    memory.write(step.change());
    if (cancel_rest) step.execution().terminate_children(step.rows(), step.scope());
    if (step.instance().active_children == 0) step.complete();
}

}  // namespace

bool can_be_activated(const bpmn::FlowNode& ad_hoc, std::string_view element_id) {
    return std::ranges::any_of(bpmn::nodes_without_incoming(*ad_hoc.scope()), [&](const bpmn::FlowNode* node) { return node->id == element_id; });
}

void activate_in_ad_hoc(Step& step, std::span<const AdHocActivation> activations) {
    AdHocMemory memory = AdHocMemory::of(step.instance());
    for (const AdHocActivation& each : activations) memory.planned.push_back(planned_one(each.element_id, each.variables));
    start_planned(step, memory);
    memory.write(step.change());
}

void ad_hoc_decided(Step& step, std::span<const AdHocActivation> activations, bool is_fulfilled, bool cancel_rest) {
    AdHocMemory memory = AdHocMemory::of(step.instance());
    if (is_fulfilled) {
        fulfil(step, memory, cancel_rest);
        return;
    }
    if (cancel_rest) step.execution().terminate_children(step.rows(), step.scope());
    activate_in_ad_hoc(step, activations);
}

void ad_hoc_interrupted(Step& step) {
    AdHocMemory memory = AdHocMemory::of(step.instance());
    memory.planned.clear();
    memory.is_fulfilled = true;
    memory.write(step.change());
    withdraw_leader(step);
}

Result<void> ad_hoc_activity_completed(Step& step) {
    if (step.instance().life_cycle != ActivityLifeCycle::Active) return {};
    AdHocMemory memory = AdHocMemory::of(step.instance());
    const auto& condition = step.node().ad_hoc->completion_condition;
    if (memory.is_fulfilled) {
        if (step.instance().active_children == 0) step.complete();
        return {};
    }
    if (condition && TRY(step.truth(*condition, "completionCondition"))) {
        fulfil(step, memory, step.model().activity()->sub_process()->cancel_remaining_instances);
        return {};
    }
    start_planned(step, memory);
    memory.write(step.change());
    if (step.node().job) {
        withdraw_leader(step);
        return tell_leader(step);
    }
    if (step.instance().active_children == 0 && !condition) step.complete();
    return {};
}

constinit const Behavior ad_hoc_sub_process{.activate = open_for_activation, .complete = leave_with_results};
constinit const Behavior ad_hoc_inner_instance{.activate = start_chosen, .complete = collect_result};

}  // namespace dandori::engine
