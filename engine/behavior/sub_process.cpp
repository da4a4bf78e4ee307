// BPMN 2.0.2, 13.3.4 Sub-Process and 13.5.4 Event Sub-Process: a scope that is over when nothing in it runs any more.
#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {
namespace {

Result<void> start_inside(Step& step) {
    const bpmn::Scope& scope = *step.model().scope();
    begin_data_objects(step.world(), step.rows(), step.scope(), step.node().data_objects);
    TRY(step.execution().subscribe_event_sub_processes(step.rows(), step.process(), scope, step.key()));
    std::vector<const bpmn::FlowNode*> starts = scope.start_events;
    if (starts.empty()) starts = bpmn::implicit_starts(scope);
    std::optional<std::int64_t> branch;
    if (starts.size() > 1) branch = 0;
    for (const bpmn::FlowNode* start : starts) {
        step.enter(*start, step.scope(), {}, branch);
        if (branch) ++*branch;
    }
    if (starts.empty()) step.complete();
    return {};
}

Result<void> start_by_event(Step& step) {
    const bpmn::Scope& scope = *step.model().scope();
    begin_data_objects(step.world(), step.rows(), step.scope(), step.node().data_objects);
    TRY(step.execution().subscribe_event_sub_processes(step.rows(), step.process(), scope, step.key()));
    for (const bpmn::FlowNode* start : scope.start_events) {
        if (step.event() && start->id != step.event()->reference) continue;
        step.enter(*start, step.scope(), step.event() ? std::make_shared<const Event>(*step.event()) : nullptr);
    }
    return {};
}

// It has no flows: the scope it lies in goes on without it.
Result<void> end_without_flow(Step&) { return {}; }

}  // namespace

constinit const Behavior sub_process{.activate = start_inside};
constinit const Behavior event_sub_process{.activate = start_by_event, .complete = end_without_flow};

}  // namespace dandori::engine
