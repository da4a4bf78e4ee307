#pragma once
// How the workers of this room end a job.

#include "adapters/forms/documents.h"
#include "adapters/forms/engine_access.h"
#include "adapters/worker/expression.h"

namespace dandori::forms {

void complete(const engine::ActivatedJob&, const EngineAccess&, engine::Json variables, const worker::Log&);

/// An incident at once: it doesn't mend itself, a person must look.
void give_up(const engine::ActivatedJob&, const EngineAccess&, const std::string& why, const worker::Log&);

/// Again in a minute, as often as the task has retries; then an incident.
void try_again_later(const engine::ActivatedJob&, const EngineAccess&, const std::string& why, const worker::Log&);

/// The documents that a job hands over: its header `documents`, by default `=form.documents`.
Result<std::vector<ReferredFile>> files_of_handoff(const engine::ActivatedJob&, const EngineAccess&, const worker::Evaluate&);

}  // namespace dandori::forms
