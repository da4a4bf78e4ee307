#pragma once
#include "engine/port/store.h"

namespace dandori::rest {

/// The form linked to the none start event of a process, if it has one: by its binding the one of the same deployment,
/// the newest with that version tag, or the newest.
std::optional<engine::Form> start_form(engine::Reader&, const engine::ProcessDefinition&);

}  // namespace dandori::rest
