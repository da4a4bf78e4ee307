#pragma once
// The digest: on the morning of a business day one mail to each person with tasks that are due, for jobs of type `dandori:digest`;
// processes/README.md, "The digest".

#include "adapters/mail/engine_access.h"
#include "adapters/mail/send_task.h"
#include "adapters/worker/job_worker.h"

namespace dandori::mail {

inline constexpr std::string_view digest_job_type = "dandori:digest";

/// The mails of a digest: to each person with an address who is in none of the job's groups `except` and has an open task, theirs or their groups', that
/// was due or is due today (Tokyo). Fails where the template is missing or can't be filled.
Result<std::vector<engine::Mail>> mails_of_digest(const engine::ActivatedJob&, engine::Reader&, SendingRecords&, const SendingSettings&,
                                                  const Evaluate&, Instant now);

/// Works one job: completes it together with all its mails, in one command, so that none is written twice; or fails it, which makes an incident.
void work_digest(const engine::ActivatedJob&, const EngineAccess&, SendingRecords&, const SendingSettings&, const Evaluate&, const Log&);

/// The built-in worker for these jobs, on a thread of its own until it is destroyed.
class DigestWorker {
  public:
    DigestWorker(EngineAccess, std::unique_ptr<SendingRecords>, SendingSettings, Evaluate, Log);

  private:
    EngineAccess access_;
    std::unique_ptr<SendingRecords> records_;
    SendingSettings settings_;
    Evaluate evaluate_;
    Log log_;
    worker::JobWorker worker_;  ///< the last one: it uses what stands above it
};

}  // namespace dandori::mail
