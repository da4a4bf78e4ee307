#pragma once
#include "adapters/figures/figures_task.h"
#include "adapters/worker/job_worker.h"
#include "engine/engine.h"

namespace dandori::figures {

/// Works one job: completes it with the figures; or fails it, which makes an incident on the task.
void work_job(const engine::ActivatedJob&, engine::Engine&, const worker::Evaluate&, const worker::Log&);

/// The built-in worker for jobs of type `dandori:figures`, on a thread of its own until it is destroyed. The engine must outlive it.
class FiguresWorker {
  public:
    FiguresWorker(engine::Engine&, worker::Evaluate, worker::Log);

  private:
    worker::Evaluate evaluate_;
    worker::Log log_;
    worker::JobWorker worker_;  ///< the last one: it uses what stands above it
};

}  // namespace dandori::figures
