#pragma once
// The form room of a running server: the workers that make request forms and hand them over, joined with the engine.

#include <filesystem>
#include <memory>

#include "adapters/forms/answer_api.h"
#include "adapters/main/log.h"
#include "adapters/worker/expression.h"

namespace dandori {

/// The engine and the clock must outlive it.
class FormsRoom {
  public:
    /// `outbox`: the folder that `dandori:handoff-folder` puts files into.
    FormsRoom(engine::Engine&, const engine::Clock&, worker::Evaluate, std::filesystem::path outbox, Log);

    /// From now on jobs are worked: by one server of a store, the one that leads.
    void open();
    void close();

    /// Answers can be handed in and looked at whenever the room is there.
    forms::AnswerApi& answers() { return api_; }

  private:
    const forms::EngineAccess access_;
    const worker::Evaluate evaluate_;
    const std::filesystem::path outbox_;
    const Log log_;
    forms::Answers answers_;
    forms::AnswerApi api_;
    std::unique_ptr<worker::JobWorker> making_, handing_over_;
};

}  // namespace dandori
