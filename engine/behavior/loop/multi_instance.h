#pragma once
#include "engine/behavior/step.h"

namespace dandori::engine {

/// An inner instance of a multi-instance activity is done: its output is collected, and the body goes on or ends the others.
/// The inner instance itself is finished by the caller.
Result<void> inner_instance_completes(Step& inner);

}  // namespace dandori::engine
