#pragma once
// What events wait for, as rows: timers and message subscriptions.

#include "engine/behavior/world.h"

namespace dandori::engine {

/// Opens the timers and message subscriptions of a catching event. Expressions are read in `scope`; `owner` is the element
/// instance (or, by its number, the process instance) that waits.
Result<void> open_subscriptions(World&, InstanceRows&, const Executable&, const ExecutableNode& catcher, ScopeKey scope,
                                ElementInstanceKey owner);

/// Whether open_subscriptions() would succeed; opens nothing.
Result<void> check_subscriptions(World&, InstanceRows&, const Executable&, const ExecutableNode& catcher, ScopeKey scope);

/// A timer of an instance has triggered: its row goes, or is set to the next time of its cycle.
void timer_triggered(World&, InstanceRows&, TimerKey);

}  // namespace dandori::engine
