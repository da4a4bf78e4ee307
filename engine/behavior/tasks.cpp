// BPMN 2.0.2, 13.3.3: the tasks that are done by somebody else (a worker) or by nobody.
#include "engine/behavior/behavior.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {
namespace {

// Abstract and manual tasks are done outside of any system: passed at once.
Result<void> pass(Step& step) {
    step.complete();
    return {};
}

// Service, send and other tasks with a job type: complete when their worker says so.
Result<void> hand_to_worker(Step& step) { return step.create_job(*step.node().job); }

// 13.3.3 Send Task without a worker: its message goes to whoever waits for it in this engine.
Result<void> hand_over(Step& step) {
    TRY(send_message(step));
    step.complete();
    return {};
}

Result<void> decide(Step& step) {
    const CompiledDecision& decision = *step.node().decision;
    const std::string id = TRY(step.text(decision.decision_id, "decisionId"));
    feel::Value result = TRY(step.decide(id, decision.binding));
    step.take_in(decision.result_variable, std::move(result));
    step.complete();
    return {};
}

Result<void> run_script(Step& step) {
    const CompiledScript& script = *step.node().script;
    feel::Value result = step.evaluate(script.expression);
    if (script.result_variable.empty()) step.take_in(result);
    else step.take_in(script.result_variable, std::move(result));
    step.complete();
    return {};
}

}  // namespace

Result<void> send_message(Step& thrower) {
    const CompiledSend& message = *thrower.node().send;
    const std::string name = TRY(thrower.text(message.name, "message name"));
    std::string key;
    if (message.correlation_key) {
        std::string why;
        const feel::Value value = thrower.evaluate(*message.correlation_key, &why);
        if (value.is_string()) key = value.as_string();
        else if (value.is_number()) key = value.as_number().to_text();
        else {
            return fail(Failure::Kind::ExtractValue, thrower.what("correlationKey") + " gave " + feel::to_literal(value) +
                                                         "; a text or a number is needed." + (why.empty() ? "" : " " + why));
        }
    }
    // What input mappings or data inputs made is what the message brings, as with signals.
    return thrower.world().send(thrower.rows(), name, key, local_variables(thrower.rows(), thrower.scope()));
}

constinit const Behavior plain_task{.activate = pass};
constinit const Behavior job_task{.activate = hand_to_worker};
constinit const Behavior send_task{.activate = hand_over};
constinit const Behavior business_rule_task{.activate = decide};
constinit const Behavior script_task{.activate = run_script};

}  // namespace dandori::engine
