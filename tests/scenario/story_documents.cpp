// Documents, by the room that makes them.
#include "adapters/documents/stored_records.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_documents() {
    documents::StoredRecords records(engine_->reader());
    return work_jobs(documents::document_job_type, [&](const auto& job) {
        documents::work_job(job, documents::access_to(*engine_), records, evaluate(), [](const std::string&) {});
    });
}

}  // namespace dandori::test
