#pragma once
#include <memory>
#include <thread>

#include "adapters/mail/engine_access.h"
#include "adapters/mail/send_task.h"

namespace dandori::mail {

/// Works one job: completes it together with its mail, in one command; or fails it, which makes an incident on the
/// task.
void work_job(const engine::ActivatedJob&, const EngineAccess&, SendingRecords&, const SendingSettings&,
              const Evaluate&, const Log&);

/// The built-in worker for jobs of type `dandori:mail`, on a thread of its own until it is destroyed.
class SendWorker {
  public:
    SendWorker(EngineAccess, std::unique_ptr<SendingRecords>, SendingSettings, Evaluate, Log);
    ~SendWorker();
    SendWorker(const SendWorker&) = delete;
    SendWorker& operator=(const SendWorker&) = delete;

  private:
    struct Waiting;
    void run();
    EngineAccess access_;
    std::unique_ptr<SendingRecords> records_;
    SendingSettings settings_;
    Evaluate evaluate_;
    Log log_;
    std::shared_ptr<Waiting> waiting_;  ///< outlives this when the engine still holds the question for jobs
    std::thread thread_;
};

}  // namespace dandori::mail
