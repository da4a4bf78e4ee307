// BPMN 2.0.2, 13.5.2 and 13.5.4: intermediate throw and end events. A message is sent by a worker, as in Camunda 8, or without one
// handed over within the engine.
#include "engine/behavior/behavior.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {
namespace {

bool cancels(Step& step) {
    for (const CompiledEvent& each : step.node().events) {
        if (each.kind == CompiledEvent::Kind::Cancel) return true;
    }
    return false;
}

// 13.5.6: what had completed is undone; the token leaves by the cancel boundary event.
void cancel_transaction(Step& step) {
    const ElementInstanceKey transaction{step.parent_scope().value};
    auto event = std::make_shared<Event>();
    event->kind = CompiledEvent::Kind::Cancel;
    for (const bpmn::FlowNode* boundary : step.model().parent->owner->activity()->boundary_events) {
        if (!boundary->event()->definition<bpmn::CancelEventDefinition>()) continue;
        event->reference = boundary->id;
        step.execution().occur(step.rows(), transaction, std::move(event));
        return;
    }
    step.complete();
}

/// Throws one definition. False: the thrower waits (a job) or is over, and must not complete by itself.
Result<bool> throw_definition(Step& step, const CompiledEvent& definition) {
    Event event;
    event.kind = definition.kind;
    if (definition.code) event.code = TRY(step.text(*definition.code, "code"));
    switch (definition.kind) {
        case CompiledEvent::Kind::Message:
            if (step.node().send) {
                TRY(send_message(step));
                return true;
            }
            TRY(step.create_job(*step.node().job));
            return false;
        case CompiledEvent::Kind::Error:
            if (!step.execution().throw_error(step.rows(), step.key(), event)) {
                return fail(Failure::Kind::UnhandledError,
                            "Nobody catches the error '" + event.code + "' thrown by '" + step.model().id + "'.");
            }
            return false;
        case CompiledEvent::Kind::Escalation:
            step.execution().throw_escalation(step.rows(), step.key(), event);  // 10.5.6: not caught, it has no effect
            return step.rows().elements.find(step.key()) != nullptr;
        case CompiledEvent::Kind::Signal: {
            // What input mappings made is what the signal brings.
            const feel::Value variables = local_variables(step.rows(), step.scope());
            step.world().broadcast(step.rows().process()->tenant_id, TRY(step.text(definition.name, "signal name")), variables);
            return step.rows().elements.find(step.key()) != nullptr;
        }
        case CompiledEvent::Kind::Terminate:
            step.execution().terminate_children(step.rows(), step.parent_scope(), step.key());
            return true;
        case CompiledEvent::Kind::Compensation: return !begin_compensation(step, definition.activity_id);
        case CompiledEvent::Kind::Cancel:
            step.execution().terminate_children(step.rows(), step.parent_scope(), step.key());
            if (!begin_compensation(step, "")) cancel_transaction(step);
            return false;
        case CompiledEvent::Kind::Link:
            step.enter(*definition.link_target, step.parent_scope());
            return true;
        default: break;
    }
    return true;
}

Result<void> throw_event(Step& step) {
    for (const CompiledEvent& definition : step.node().events) {
        if (!TRY(throw_definition(step, definition))) return {};
    }
    step.complete();
    return {};
}

}  // namespace

void compensation_goes_on(Step& thrower) {
    if (continue_compensation(thrower)) return;
    if (returning(thrower.instance())) thrower.world().undone_for_return(thrower.rows(), thrower.key());
    else if (cancels(thrower)) cancel_transaction(thrower);
    else thrower.complete();
}

constinit const Behavior intermediate_throw_event{.activate = throw_event};
constinit const Behavior end_event{.activate = throw_event};

}  // namespace dandori::engine
