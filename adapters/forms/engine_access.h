#pragma once
#include <functional>

#include "adapters/worker/job_worker.h"
#include "engine/engine.h"

namespace dandori::forms {

/// What this room asks of the engine, nothing more; so its tests need no engine. All may be called by any thread.
struct EngineAccess {
    worker::ActivateJobs activate_jobs;
    std::function<engine::Outcome<engine::Done>(engine::CompleteJob)> complete_job;
    std::function<engine::Outcome<engine::Done>(engine::FailJob)> fail_job;
    std::function<engine::Outcome<engine::Done>(engine::PutDocument, std::optional<engine::Actor>)> put_document;
    std::function<engine::Outcome<engine::PublishMessage::Answer>(engine::PublishMessage)> publish;
    engine::Reader* reader = nullptr;
    const engine::Clock* clock = nullptr;
};

/// The engine itself. It and the clock must outlive every use.
inline EngineAccess access_to(engine::Engine& engine, const engine::Clock& clock) {
    return {.activate_jobs = [&](engine::ActivateJobs command, auto answered) { engine.submit(std::move(command), {}, std::move(answered)); },
            .complete_job = [&](engine::CompleteJob command) { return engine.execute(std::move(command)); },
            .fail_job = [&](engine::FailJob command) { return engine.execute(std::move(command)); },
            .put_document = [&](engine::PutDocument command, std::optional<engine::Actor> actor) { return engine.execute(std::move(command), std::move(actor)); },
            .publish = [&](engine::PublishMessage command) { return engine.execute(std::move(command)); },
            .reader = &engine.reader(),
            .clock = &clock};
}

}  // namespace dandori::forms
