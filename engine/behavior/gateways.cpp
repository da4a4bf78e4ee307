#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"

namespace dandori::engine {
namespace {

// A gateway never waits here: joins have let it in. It is entered and left in the same step.
Result<void> pass_gateway(Step& step) {
    step.complete();
    return {};
}

tl::unexpected<Failure> no_flow(Step& step) {
    return fail(Failure::Kind::Condition, "No condition of the flows out of '" + step.model().id + "' holds, and it has no default flow.");
}

// BPMN 2.0.2, 13.4.2 Exclusive Gateway: the first flow in document order whose condition holds, else the default flow.
// Neither is what the standard calls an exception; here, an incident.
Result<void> take_first(Step& step) {
    const bpmn::SequenceFlow* default_flow = step.model().gateway()->default_flow;
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) {
        if (flow == default_flow || !TRY(step.holds(*flow))) continue;
        step.take(*flow);
        return {};
    }
    if (!default_flow) return step.model().outgoing.empty() ? Result<void>() : Result<void>(no_flow(step));
    step.take(*default_flow);
    return {};
}

// 13.4.3 Inclusive Gateway: all flows whose condition holds, else the default flow.
Result<void> take_those_that_hold(Step& step) {
    const bpmn::SequenceFlow* default_flow = step.model().gateway()->default_flow;
    std::vector<const bpmn::SequenceFlow*> taken;
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) {
        if (flow != default_flow && TRY(step.holds(*flow))) taken.push_back(flow);
    }
    if (taken.empty() && default_flow) taken.push_back(default_flow);
    if (taken.empty() && !step.model().outgoing.empty()) return no_flow(step);
    step.take_all(taken);
    return {};
}

// 13.4.5 Complex Gateway: when its activation condition holds (Execution::try_complex_join), it splits like an inclusive one.
Result<void> take_as_inclusive(Step& step) {
    bool has_conditions = false;
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) has_conditions = has_conditions || flow->condition;
    if (has_conditions) return take_those_that_hold(step);
    step.take_all(step.model().outgoing);
    return {};
}

// 13.4.1 Parallel Gateway: all flows; conditions on them mean nothing.
Result<void> take_all_flows(Step& step) {
    step.take_all(step.model().outgoing);
    return {};
}

// 13.4.4 Event-Based Gateway: it waits for what its targets wait for; the first to occur decides.
Result<void> wait_for_first(Step& step) {
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) TRY(step.subscribe(step.process().at(*flow->target)));
    return {};
}

Result<void> go_by_event(Step& step, const Event& event) {
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) {
        if (flow->target->id != event.reference) continue;
        step.execution().unsubscribe(step.rows(), step.key());
        step.execution().note_taken(step.rows(), *flow);
        step.execution().change_active_children(step.rows(), step.parent_scope(), 1);
        step.execution().enter(step.rows(), *flow->target, step.parent_scope(), flow, step.instance().lineage,
                               std::make_shared<const Event>(event));
        step.complete();
        return {};
    }
    return refuse_event(step, event);
}

Result<void> leave_as_decided(Step&) { return {}; }

}  // namespace

constinit const Behavior exclusive_gateway{.activate = pass_gateway, .complete = take_first};
constinit const Behavior inclusive_gateway{.activate = pass_gateway, .complete = take_those_that_hold};
constinit const Behavior complex_gateway{.activate = pass_gateway, .complete = take_as_inclusive};
constinit const Behavior parallel_gateway{.activate = pass_gateway, .complete = take_all_flows};
constinit const Behavior event_based_gateway{
    .activate = wait_for_first, .complete = leave_as_decided, .catch_event = go_by_event};

}  // namespace dandori::engine
