// Documents, by the room that makes them.
#include "adapters/documents/stored_records.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_documents() {
    documents::StoredRecords records(engine_->reader());
    engine::ActivateJobs command;
    command.type = std::string(documents::document_job_type);
    command.worker = "documents";
    command.timeout_ms = 60'000;
    command.count_max = 100;
    const auto jobs = engine_->execute(std::move(command));
    if (!jobs || jobs->jobs.empty()) return false;
    for (const auto& job : jobs->jobs)
        documents::work_job(job, documents::access_to(*engine_), records, evaluate(), [](const std::string&) {});
    return true;
}

}  // namespace dandori::test
