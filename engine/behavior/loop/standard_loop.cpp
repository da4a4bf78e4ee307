// BPMN 2.0.2, 13.3.6 Loop Activity: again and again while the condition holds, at most loopMaximum times.
#include "engine/behavior/loop/standard_loop.h"

#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {
namespace {

/// The variables of the body, and the number of the run that was the last.
class LoopScope : public feel::Scope {
  public:
    LoopScope(InstanceRows& rows, ScopeKey scope, std::int64_t counter) : variables_(rows, scope), counter_(counter) {}
    std::optional<feel::Value> find(std::string_view name) const override {
        if (name == "loopCounter") return feel::Value(counter_);
        return variables_.find(name);
    }

  private:
    VariableScope variables_;
    std::int64_t counter_;
};

Result<bool> goes_on(Step& step, std::int64_t runs) {
    const CompiledStandardLoop& loop = *step.node().standard_loop;
    if (loop.maximum && runs >= *loop.maximum) return false;
    if (!loop.condition) return true;
    const auto evaluation = loop.condition->evaluate(LoopScope(step.rows(), step.scope(), runs), step.world().surroundings());
    if (!evaluation.value.is_boolean()) {
        return fail(Failure::Kind::ExtractValue, step.what("loopCondition") + " gave " + feel::to_literal(evaluation.value) +
                                                     "; a boolean is needed.");
    }
    return evaluation.value.as_boolean();
}

void start_run(Step& body, std::int64_t number) {
    feel::Context locals;
    locals.put("loopCounter", number);
    body.execution().change_active_children(body.rows(), body.scope(), 1);
    body.execution().enter(body.rows(), body.model(), body.scope(), nullptr, body.instance().lineage, {},
                           static_cast<std::int32_t>(number), feel::Value(std::move(locals)));
}

Result<void> begin(Step& body) {
    if (body.node().standard_loop->test_before && !TRY(goes_on(body, 0))) {
        body.complete();
        return {};
    }
    start_run(body, 1);
    return {};
}

}  // namespace

Result<void> loop_run_completes(Step& inner) {
    Step body(inner.execution(), inner.rows(), inner.process(), inner.node(), ElementInstanceKey{inner.parent_scope().value});
    const std::int64_t runs = *inner.instance().loop_counter;
    if (TRY(goes_on(body, runs))) start_run(body, runs + 1);
    return {};
}

constinit const Behavior standard_loop_body{.activate = begin};

}  // namespace dandori::engine
