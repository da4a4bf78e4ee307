#pragma once
// How one kind of element behaves: four functions, of which it writes only those by which it differs.

#include "engine/behavior/step.h"

namespace dandori::engine {

/// By every outgoing flow without a condition or whose condition holds; by the default flow if there is no such (13.2.1).
Result<void> leave_by_all_flows(Step&);
/// Nothing of its own to take back: jobs, user tasks, timers and subscriptions are taken back for every element.
void withdraw(Step&);
/// It doesn't wait for events.
Result<void> refuse_event(Step&, const Event&);

/// A Failure makes an incident; once resolved the same function is called again, so it must not have changed anything before.
struct Behavior {
    Result<void> (*activate)(Step&);                                  ///< a token arrives
    Result<void> (*complete)(Step&) = leave_by_all_flows;             ///< the work is done, the token moves on
    void (*terminate)(Step&) = withdraw;                              ///< taken away; can't fail, can't be refused
    Result<void> (*catch_event)(Step&, const Event&) = refuse_event;  ///< what it waited for has happened
};

extern const Behavior start_event, intermediate_catch_event, intermediate_throw_event, boundary_event, end_event;
extern const Behavior plain_task, job_task, send_task, user_task, receive_task, business_rule_task, script_task;
extern const Behavior call_activity, sub_process, event_sub_process, multi_instance_body, implicit_throw_event, standard_loop_body,
    ad_hoc_sub_process, ad_hoc_inner_instance;
extern const Behavior complex_gateway, exclusive_gateway, inclusive_gateway, parallel_gateway, event_based_gateway;

/// Hands the message of a throwing event or a send task over within the engine.
Result<void> send_message(Step& thrower);

/// All handlers that an event has begun have ended, or the next has begun.
void compensation_goes_on(Step& thrower);

/// The behavior of a node; null pointer for what is not executed.
const Behavior* behavior_of(const bpmn::FlowNode& node);

}  // namespace dandori::engine
