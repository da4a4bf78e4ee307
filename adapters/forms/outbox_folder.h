#pragma once
// The way out through a folder that another program empties (`dandori:handoff-folder`).

#include <filesystem>
#include <string>

#include "adapters/forms/engine_access.h"
#include "adapters/worker/expression.h"

namespace dandori::forms {

inline constexpr std::string_view handoff_job_type = "dandori:handoff-folder";

/// Puts a file into a folder so that whoever looks sees all of it or nothing: written beside, brought to disk, then given its name. The same file again
/// changes nothing. Fails, leaving nothing behind, where it can't be written (a full disk) or another file has the name.
Result<void> put_into_folder(const std::filesystem::path& folder, const std::string& name, const std::string& bytes);

/// Works one job: puts the documents that the header `documents` gives (default `=form.documents`) into the folder, all of them, then completes it with
/// `handedOff`; where the folder can't take them it is tried again, and in the end becomes an incident.
void work_handoff_job(const engine::ActivatedJob&, const EngineAccess&, const std::filesystem::path& folder, const worker::Evaluate&, const worker::Log&);

}  // namespace dandori::forms
