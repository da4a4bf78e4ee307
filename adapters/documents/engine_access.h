#pragma once
#include "adapters/worker/job_worker.h"
#include "engine/engine.h"

namespace dandori::documents {

/// What this room asks of the engine, nothing more; so its tests need no engine. All may be called by any thread.
struct EngineAccess {
    worker::ActivateJobs activate_jobs;
    std::function<engine::Outcome<engine::Done>(engine::PutDocument)> put_document;
    std::function<engine::Outcome<engine::Done>(engine::RemoveDocument)> remove_document;
    std::function<engine::Outcome<engine::Done>(engine::CompleteJob)> complete_job;
    std::function<engine::Outcome<engine::Done>(engine::FailJob)> fail_job;
};

/// The engine itself, which must outlive every use.
inline EngineAccess access_to(engine::Engine& engine) {
    return {.activate_jobs = [&](engine::ActivateJobs command,
                                 auto answered) { engine.submit(std::move(command), {}, std::move(answered)); },
            .put_document = [&](engine::PutDocument command) { return engine.execute(std::move(command)); },
            .remove_document = [&](engine::RemoveDocument command) { return engine.execute(std::move(command)); },
            .complete_job = [&](engine::CompleteJob command) { return engine.execute(std::move(command)); },
            .fail_job = [&](engine::FailJob command) { return engine.execute(std::move(command)); }};
}

}  // namespace dandori::documents
