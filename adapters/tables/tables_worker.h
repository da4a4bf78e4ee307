#pragma once
#include "adapters/tables/table_task.h"
#include "adapters/worker/job_worker.h"
#include "engine/engine.h"

namespace dandori::tables {

/// Works one job: completes it with what it read and writes, in one step. What can't be done fails the job, which makes an incident on the
/// task; a row that is there already, or isn't there, is the BPMN error of the header `conflictError`.
void work_job(const engine::ActivatedJob&, engine::Engine&, const worker::Evaluate&, const worker::Log&);

/// The built-in worker for jobs of type `dandori:table`, on a thread of its own until it is destroyed. The engine must outlive it.
class TablesWorker {
  public:
    TablesWorker(engine::Engine&, worker::Evaluate, worker::Log);

  private:
    worker::Evaluate evaluate_;
    worker::Log log_;
    worker::JobWorker worker_;  ///< the last one: it uses what stands above it
};

}  // namespace dandori::tables
