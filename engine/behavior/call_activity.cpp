// BPMN 2.0.2, 13.3.5 Call Activity: another process runs as its own instance; variables as Camunda 8 passes them.
#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {
namespace {

constexpr int call_depth_max = 200;

Result<void> call(Step& step) {
    const CompiledCall& model = *step.node().call;
    const std::string id = TRY(step.text(model.process_id, "processId"));
    const auto process = TRY(step.world().called_process(id, model.binding, step.process().deployment_key));
    const std::vector<const ExecutableNode*>& starts = process->starts;
    if (starts.empty()) {
        return fail(Failure::Kind::CalledElement,
                    "The process '" + id + "' that '" + step.model().id + "' calls has no start event without a trigger.");
    }
    int depth = 0;
    for (const InstanceRows* at = &step.rows(); at && at->process()->parent_process_instance_key;
         at = step.world().instance(*at->process()->parent_process_instance_key)) {
        if (++depth > call_depth_max) {
            return fail(Failure::Kind::CalledElement, "'" + step.model().id + "' is " + std::to_string(depth) +
                                                          " calls deep. Does the process call itself without end?");
        }
    }
    ProcessInstance child;
    child.key = {step.world().next_key()};
    child.parent_process_instance_key = step.rows().key;
    child.parent_element_instance_key = step.key();
    child.root_process_instance_key = step.rows().process()->root_process_instance_key;
    child.tenant_id = step.rows().process()->tenant_id;
    child.started_by = step.rows().process()->started_by;
    child.trace_parent = step.rows().process()->trace_parent;
    const feel::Value variables = model.propagate_all_parent_variables ? visible_variables(step.rows(), step.scope())
                                                                       : local_variables(step.rows(), step.scope());
    step.execution().start(std::move(child), *process, variables, starts);
    return {};
}

void cancel_called(Step& step) {
    for (const ProcessInstanceKey child : step.world().called_by(step.rows().key, step.key())) {
        if (InstanceRows* rows = step.world().instance(child)) step.execution().cancel(*rows);
    }
}

}  // namespace

constinit const Behavior call_activity{.activate = call, .terminate = cancel_called};

}  // namespace dandori::engine
