// BPMN 2.0.2, 13.5.2 Intermediate Events: a token that arrives waits until the event occurs.
#include "engine/behavior/behavior.h"

namespace dandori::engine {
namespace {

bool is_link(const ExecutableNode& node) {
    return !node.events.empty() && node.events.front().kind == CompiledEvent::Kind::Link;
}

Result<void> wait_for_event(Step& step) {
    if (step.event()) {  // behind an event-based gateway, which has waited in its place
        step.take_in(step.event()->variables);
        step.complete();
        return {};
    }
    if (is_link(step.node())) {
        step.complete();
        return {};
    }
    return step.subscribe(step.node());
}

Result<void> catch_occurrence(Step& step, const Event& event) {
    step.take_in(event.variables);
    step.complete();
    return {};
}

}  // namespace

constinit const Behavior intermediate_catch_event{.activate = wait_for_event, .catch_event = catch_occurrence};

// 13.3.3 Receive Task: completes upon the arrival of its message.
constinit const Behavior receive_task{.activate = wait_for_event, .catch_event = catch_occurrence};

}  // namespace dandori::engine
