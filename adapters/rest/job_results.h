#pragma once
#include "adapters/rest/body.h"
#include "engine/runtime/command.h"

namespace dandori::rest {

/// The `result` of a job's completion: what a task listener says, or the worker that leads an ad-hoc sub-process. Which of the two
/// `type` tells, else its members.
Result<std::variant<std::monostate, engine::TaskListenerResult, engine::AdHocResult>> read_job_result(Body& result);

}  // namespace dandori::rest
