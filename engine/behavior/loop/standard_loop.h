#pragma once
#include "engine/behavior/step.h"

namespace dandori::engine {

/// A run of a standard loop is done: another begins while the loop condition holds.
Result<void> loop_run_completes(Step& inner);

}  // namespace dandori::engine
