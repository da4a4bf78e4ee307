// BPMN 2.0.2, 13.3.3: the tasks that are done by somebody else (a worker) or by nobody.
#include "engine/behavior/behavior.h"

namespace dandori::engine {
namespace {

// Abstract and manual tasks are done outside of any system: passed at once.
Result<void> pass(Step& step) {
    step.complete();
    return {};
}

// Service, send and other tasks with a job type: complete when their worker says so.
Result<void> hand_to_worker(Step& step) { return step.create_job(*step.node().job); }

Result<void> decide(Step& step) {
    const CompiledDecision& decision = *step.node().decision;
    const std::string id = TRY(step.text(decision.decision_id, "decisionId"));
    feel::Value result = TRY(step.decide(id, decision.binding));
    feel::Context context;
    context.put(decision.result_variable, std::move(result));
    step.take_in(feel::Value(std::move(context)));
    step.complete();
    return {};
}

Result<void> run_script(Step& step) {
    const CompiledScript& script = *step.node().script;
    feel::Value result = step.evaluate(script.expression);
    if (script.result_variable.empty()) {
        step.take_in(result);
    } else {
        feel::Context context;
        context.put(script.result_variable, std::move(result));
        step.take_in(feel::Value(std::move(context)));
    }
    step.complete();
    return {};
}

}  // namespace

constinit const Behavior plain_task{.activate = pass};
constinit const Behavior job_task{.activate = hand_to_worker};
constinit const Behavior business_rule_task{.activate = decide};
constinit const Behavior script_task{.activate = run_script};

}  // namespace dandori::engine
