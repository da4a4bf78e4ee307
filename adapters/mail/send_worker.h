#pragma once
#include "adapters/mail/engine_access.h"
#include "adapters/mail/send_task.h"
#include "adapters/worker/job_worker.h"

namespace dandori::mail {

/// Works one job: completes it together with its mail, in one command; or fails it, which makes an incident on the
/// task.
void work_job(const engine::ActivatedJob&, const EngineAccess&, SendingRecords&, const SendingSettings&,
              const Evaluate&, const Log&);

/// The built-in worker for jobs of type `dandori:mail`, on a thread of its own until it is destroyed.
class SendWorker {
  public:
    SendWorker(EngineAccess, std::unique_ptr<SendingRecords>, SendingSettings, Evaluate, Log);

  private:
    EngineAccess access_;
    std::unique_ptr<SendingRecords> records_;
    SendingSettings settings_;
    Evaluate evaluate_;
    Log log_;
    worker::JobWorker worker_;  ///< the last one: it uses what stands above it
};

}  // namespace dandori::mail
