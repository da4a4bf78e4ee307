#include <algorithm>

#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/joins.h"
#include "engine/behavior/lineage.h"
#include "engine/feel/json.h"

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

// 13.4.5 Complex Gateway: like an inclusive one, when its activation condition holds and again when it resets
// (Execution::try_complex_join). At the reset nothing need leave, and only flows with a condition can: one without would take
// the same token twice, which no discriminator means.
Result<void> take_those_of_phase(Step& step) {
    const auto memory = feel::from_json(step.instance().memory.text);
    const bool resets = memory && memory->is_context() && memory->as_context().find("resets");
    const auto joined = static_cast<std::int64_t>(joined_from(step.instance()).size());
    const ComplexGatewayScope variables(step.rows(), step.scope(), joined, !resets);
    const bpmn::SequenceFlow* default_flow = step.model().gateway()->default_flow;
    std::vector<const bpmn::SequenceFlow*> taken;
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) {
        if (flow == default_flow || (resets && !flow->condition)) continue;
        if (TRY(step.holds(*flow, variables))) taken.push_back(flow);
    }
    if (taken.empty() && !resets) {
        if (default_flow) taken.push_back(default_flow);
        else if (!step.model().outgoing.empty()) return no_flow(step);
    }
    step.take_all(taken);
    return {};
}

// 13.4.1 Parallel Gateway: all flows; conditions on them mean nothing.
Result<void> take_all_flows(Step& step) {
    step.take_all(step.model().outgoing);
    return {};
}

bool is_parallel(Step& step) {
    return step.model().gateway()->event_gateway_type == bpmn::Gateway::EventGatewayType::Parallel;
}

/// What the target waited for has happened: a token goes there, with the event.
Result<void> go_by_event(Step& step, const Event& event) {
    const auto& outgoing = step.model().outgoing;
    const auto flow = std::ranges::find_if(outgoing, [&](const auto* each) { return each->target->id == event.reference; });
    if (flow == outgoing.end()) return refuse_event(step, event);
    Execution& execution = step.execution();
    std::string lineage = step.instance().lineage;
    if (is_parallel(step)) {
        lineage = branch_lineage(lineage, step.key().value, flow - outgoing.begin());
        execution.unsubscribe(step.rows(), step.key(), event.reference);
    } else {
        execution.unsubscribe(step.rows(), step.key());
    }
    execution.note_taken(step.rows(), **flow);
    execution.change_active_children(step.rows(), step.parent_scope(), 1);
    execution.enter(step.rows(), *(*flow)->target, step.parent_scope(), *flow, std::move(lineage), std::make_shared<const Event>(event));
    if (!is_parallel(step) || !execution.is_waiting(step.rows(), step.key())) step.complete();
    return {};
}

// 13.4.4 Event-Based Gateway: it waits for what its targets wait for; the first to occur decides. One that starts a process has
// seen its first event; a parallel one then waits for all others in this instance (10.6.6), which can't end before.
Result<void> wait_for_events(Step& step) {
    const bool goes_on_waiting = !step.event() || is_parallel(step);
    for (const bpmn::SequenceFlow* flow : step.model().outgoing) {
        if (!goes_on_waiting || (step.event() && step.event()->reference == flow->target->id)) continue;
        TRY(step.subscribe(step.process().at(*flow->target)));
    }
    if (step.event()) return go_by_event(step, *step.event());
    return {};
}

Result<void> leave_as_decided(Step&) { return {}; }

}  // namespace

constinit const Behavior exclusive_gateway{.activate = pass_gateway, .complete = take_first};
constinit const Behavior inclusive_gateway{.activate = pass_gateway, .complete = take_those_that_hold};
constinit const Behavior complex_gateway{.activate = pass_gateway, .complete = take_those_of_phase};
constinit const Behavior parallel_gateway{.activate = pass_gateway, .complete = take_all_flows};
constinit const Behavior event_based_gateway{
    .activate = wait_for_events, .complete = leave_as_decided, .catch_event = go_by_event};

}  // namespace dandori::engine
