// BPMN 2.0.2, 13.5.1 Start Events: what has triggered it was noticed before; the token only passes.
#include "engine/behavior/behavior.h"

namespace dandori::engine {
namespace {

Result<void> begin_with_event(Step& step) {
    if (step.event()) step.take_in(step.event()->variables);
    step.complete();
    return {};
}

}  // namespace

constinit const Behavior start_event{.activate = begin_with_event};

// 13.5.3 Boundary Events: like a start, the trigger lies behind it.
constinit const Behavior boundary_event{.activate = begin_with_event};

}  // namespace dandori::engine
