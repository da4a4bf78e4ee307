#pragma once
#include <memory>

#include "adapters/documents/document_worker.h"

namespace dandori {

/// The worker of documents of a running server, joined with the engine, which must outlive it.
class DocumentRoom {
  public:
    DocumentRoom(engine::Engine&, worker::Evaluate, worker::Log);

    /// From now on documents are made: by one server of a store, the one that leads.
    void open();
    void close() { worker_.reset(); }

  private:
    engine::Engine& engine_;
    const worker::Evaluate evaluate_;
    const worker::Log log_;
    std::unique_ptr<documents::DocumentWorker> worker_;
};

}  // namespace dandori
