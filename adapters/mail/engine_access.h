#pragma once
#include <functional>
#include <future>
#include <memory>

#include "adapters/worker/job_worker.h"
#include "engine/engine.h"

namespace dandori::mail {

/// What this room asks of the engine, nothing more; so its tests need no engine. All may be called by any thread.
struct EngineAccess {
    std::function<engine::Outcome<engine::TakeMail::Answer>(engine::TakeMail)> take_mail;
    std::function<engine::Outcome<engine::AssignMail::Answer>(engine::AssignMail, std::optional<engine::Actor>)>
        assign_mail;
    worker::ActivateJobs activate_jobs;
    /// Doesn't wait, so that several are committed together; the engine answers on a thread of its own.
    std::function<void(engine::CompleteJob, std::function<void(engine::Outcome<engine::Done>)>)> complete_job;
    std::function<engine::Outcome<engine::Done>(engine::FailJob)> fail_job;
    /// Doesn't wait, as above.
    std::function<std::future<engine::Outcome<engine::Done>>(engine::ReportMailSending)> report_sending;
    engine::Reader* reader = nullptr;
    const engine::Clock* clock = nullptr;
};

/// The engine itself. It and the clock must outlive every use.
inline EngineAccess access_to(engine::Engine& engine, const engine::Clock& clock) {
    return {.take_mail = [&](engine::TakeMail command) { return engine.execute(std::move(command)); },
            .assign_mail =
                [&](engine::AssignMail command, std::optional<engine::Actor> actor) {
                    return engine.execute(std::move(command), std::move(actor));
                },
            .activate_jobs = [&](engine::ActivateJobs command,
                                 auto answered) { engine.submit(std::move(command), {}, std::move(answered)); },
            .complete_job = [&](engine::CompleteJob command,
                                auto answered) { engine.submit(std::move(command), {}, std::move(answered)); },
            .fail_job = [&](engine::FailJob command) { return engine.execute(std::move(command)); },
            .report_sending =
                [&](engine::ReportMailSending command) {
                    const auto promise = std::make_shared<std::promise<engine::Outcome<engine::Done>>>();
                    engine.submit(std::move(command), {}, [promise](auto outcome) { promise->set_value(std::move(outcome)); });
                    return promise->get_future();
                },
            .reader = &engine.reader(),
            .clock = &clock};
}

using worker::Log;

}  // namespace dandori::mail
