#pragma once
#include "adapters/documents/document_task.h"
#include "adapters/documents/engine_access.h"

namespace dandori::documents {

/// Works one job: puts its document aside and completes it with the reference; or fails it, which makes an incident on
/// the task. At least once: a second time the same document is found to be there.
void work_job(const engine::ActivatedJob&, const EngineAccess&, DocumentRecords&, const worker::Evaluate&, const worker::Log&);

/// The built-in worker for jobs of type `dandori:document`, on a thread of its own until it is destroyed.
class DocumentWorker {
  public:
    DocumentWorker(EngineAccess, std::unique_ptr<DocumentRecords>, worker::Evaluate, worker::Log);

  private:
    EngineAccess access_;
    std::unique_ptr<DocumentRecords> records_;
    worker::Evaluate evaluate_;
    worker::Log log_;
    worker::JobWorker worker_;  ///< the last one: it uses what stands above it
};

}  // namespace dandori::documents
