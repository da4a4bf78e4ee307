#pragma once
// Execution listeners: jobs that an element waits for at a turn of its life. They are a part of every element's way, whatever its
// kind: between Ready and Active those of `start` (of a multi-instance body: `beforeAll`), between Completing and Completed those
// of `end`. A process has `start`, `end`, and between Terminating and Terminated `cancel`. How many are done already, `listeners_done`
// of the row says. After a failure of an expression all of the phase are told again.

#include "engine/behavior/step.h"

namespace dandori::engine {

/// Puts up the job of the next listener of the phase the element is in. False: there is none left.
Result<bool> tell_next_listener(Step&);
/// The same for the process instance and one of `start`, `end`, `cancel`.
Result<bool> tell_next_listener(World&, InstanceRows&, const Executable&, JobListenerEventType);

}  // namespace dandori::engine
