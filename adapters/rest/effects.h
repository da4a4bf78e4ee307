#pragma once
#include <string>

#include "engine/runtime/effect.h"

namespace dandori::rest {

/// What a command would do, as the answer of `/api/dry-run`: one entry for each row it would write. Whoever may not see all of an
/// instance is told of its tasks, elements and timers only.
std::string effects_text(const engine::Effects& effects, bool may_see_all);

}  // namespace dandori::rest
