#pragma once
// Jobs for workers outside: of elements, of listeners, of ad-hoc sub-processes.

#include "engine/behavior/world.h"

namespace dandori::engine {

/// Where a job comes from.
struct JobPlace {
    std::string element_id;
    ElementInstanceKey key;  ///< the element instance, or the process instance; expressions see its variables
    JobKind kind = JobKind::BpmnElement;
    JobListenerEventType event = JobListenerEventType::Unspecified;
};

/// Evaluates what the model says of the job and puts it up for workers. A Failure has changed nothing.
/// `more_headers`: texts beside those of the model.
Result<void> create_job(World&, InstanceRows&, const Executable&, const JobPlace&, const CompiledJob&,
                        const feel::Context& more_headers = {});

}  // namespace dandori::engine
