#include "adapters/main/document_room.h"

#include "adapters/documents/stored_records.h"

namespace dandori {

DocumentRoom::DocumentRoom(engine::Engine& engine, worker::Evaluate evaluate, worker::Log log)
    : engine_(engine), evaluate_(std::move(evaluate)), log_(std::move(log)) {}

void DocumentRoom::open() {
    worker_ = std::make_unique<documents::DocumentWorker>(
        documents::access_to(engine_), std::make_unique<documents::StoredRecords>(engine_.reader()), evaluate_, log_);
}

}  // namespace dandori
