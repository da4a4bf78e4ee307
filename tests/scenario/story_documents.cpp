// Documents, by the room that makes them.
#include "adapters/documents/stored_records.h"
#include "engine/identity/digest.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_documents() {
    documents::StoredRecords records(engine_->reader());
    return work_jobs(documents::document_job_type, [&](const auto& job) {
        documents::work_job(job, documents::access_to(*engine_), records, evaluate(), [](const std::string&) {});
    });
}

/// The file is its own id, so that a story can refer to it.
StoryDesk::Refused StoryDesk::upload(const Step& step) {
    engine::PutDocument command;
    command.content.value = file_content(std::filesystem::path(story_.file).parent_path() / step.subject);
    if (command.content.value.empty()) return engine::Rejection{engine::Rejection::Code::NotFound, "'" + step.subject + "' is not there."};
    command.document.id = step.subject;
    command.document.file_name = step.subject;
    command.document.content_type = "application/octet-stream";
    command.document.size = static_cast<std::int64_t>(command.content.value.size());
    command.document.content_hash = engine::sha256_hex(command.content.value);
    const auto put = engine_->execute(std::move(command));
    if (!put) return put.error();
    return std::nullopt;
}

}  // namespace dandori::test
