// BPMN 2.0.2, 13.3.5 Ad-Hoc Sub-Process: what runs in it, and how often, is decided while it runs: by an expression on entering
// (zeebe:adHoc activeElementsCollection), or from outside. Sequential ordering lets one run at a time.
#include <algorithm>

#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

bool is_sequential(Step& step) {
    return step.model().activity()->sub_process()->ordering == bpmn::SubProcess::Ordering::Sequential;
}

std::vector<std::string> planned(const ElementInstance& instance) {
    std::vector<std::string> ids;
    const auto memory = feel::from_json(instance.memory.text);
    if (memory && memory->is_list()) {
        for (const feel::Value& id : memory->as_list()) ids.push_back(id.as_string());
    }
    return ids;
}

void plan(ElementInstance& instance, const std::vector<std::string>& ids) {
    instance.memory.text = feel::to_json(feel::Value(feel::List(ids.begin(), ids.end())));
}

void start_planned(Step& step) {
    std::vector<std::string> ids = planned(step.instance());
    while (!ids.empty()) {
        step.enter(*step.process().find(ids.front())->node, step.scope());
        ids.erase(ids.begin());
        if (is_sequential(step)) break;
    }
    plan(step.change(), ids);
}

Result<void> open_for_activation(Step& step) {
    const bpmn::Scope& scope = *step.model().scope();
    TRY(step.execution().subscribe_event_sub_processes(step.rows(), step.process(), scope, step.key()));
    if (!step.node().ad_hoc->active_elements) return {};
    const feel::Value chosen = step.evaluate(*step.node().ad_hoc->active_elements);
    const auto wrong = [&] {
        return fail(Failure::Kind::ExtractValue, step.what("activeElementsCollection") + " gave " + feel::to_literal(chosen) +
                                                     "; a list of ids of its elements is needed.");
    };
    if (!chosen.is_list()) return wrong();
    const auto first = nodes_without_incoming(scope);
    std::vector<std::string> ids;
    for (const feel::Value& id : chosen.as_list()) {
        const auto is_it = [&](const bpmn::FlowNode* node) { return id.is_string() && node->id == id.as_string(); };
        if (!std::ranges::any_of(first, is_it)) return wrong();
        ids.push_back(id.as_string());
    }
    plan(step.change(), ids);
    start_planned(step);
    return {};
}

}  // namespace

Result<void> ad_hoc_activity_completed(Step& step) {
    const ElementInstance& instance = step.instance();
    if (instance.life_cycle != ActivityLifeCycle::Active) return {};
    const bpmn::SubProcess& model = *step.model().activity()->sub_process();
    if (step.node().ad_hoc->completion_condition) {
        if (TRY(step.truth(*step.node().ad_hoc->completion_condition, "completionCondition"))) {
            if (model.cancel_remaining_instances) step.execution().terminate_children(step.rows(), step.scope());
            plan(step.change(), {});
            if (step.instance().active_children == 0) step.complete();
            return {};
        }
        if (instance.active_children == 0) start_planned(step);
        return {};
    }
    if (instance.active_children > 0) return {};
    if (planned(instance).empty()) step.complete();
    else start_planned(step);
    return {};
}

constinit const Behavior ad_hoc_sub_process{.activate = open_for_activation};

}  // namespace dandori::engine
