#include "adapters/documents/document_worker.h"

#include <boost/json.hpp>

namespace dandori::documents {
namespace {

constexpr std::size_t documents_made_at_once = 2;

void fail_job(const engine::ActivatedJob& activated, const EngineAccess& access, const std::string& text,
              const worker::Log& log) {
    engine::FailJob command;
    command.key = activated.job.key;
    command.retries = 0;  // a template or an expression does not mend itself: a person must look
    command.error_message = text;
    if (const auto done = access.fail_job(command); !done)
        log("Job " + std::to_string(command.key.value) + ": " + done.error().text);
}

}  // namespace

void work_job(const engine::ActivatedJob& activated, const EngineAccess& access, DocumentRecords& records,
              const worker::Evaluate& evaluate, const worker::Log& log) {
    auto made = document_of_job(activated, records, evaluate);
    if (!made) return fail_job(activated, access, made.error().text, log);
    const auto name = "Document of '" + activated.job.element_id + "', job " + std::to_string(activated.job.key.value);
    if (made->letters_missing > 0)
        log(name + ": " + std::to_string(made->letters_missing) + " letters are in no font; 〓 stands for them.");
    const auto put = access.put_document({made->document, {std::move(made->content)}});
    const bool was_there = !put && put.error().code == engine::Rejection::Code::AlreadyExists;
    if (!put && !was_there) return fail_job(activated, access, put.error().text, log);
    engine::CompleteJob command;
    command.key = activated.job.key;
    command.variables.text = "{" + boost::json::serialize(boost::json::string(made->variable)) + ":" + reference_to(made->document) + "}";
    const auto done = access.complete_job(std::move(command));
    if (done) return;
    log(name + ": " + done.error().text);
    // The case went on without it (withdrawn, cancelled): nobody would ever find what was made for it.
    const bool is_over = done.error().code == engine::Rejection::Code::NotFound || done.error().code == engine::Rejection::Code::InvalidState;
    if (is_over && !was_there) {
        if (const auto removed = access.remove_document({made->document.id}); !removed) log(name + ": " + removed.error().text);
    }
}

DocumentWorker::DocumentWorker(EngineAccess access, std::unique_ptr<DocumentRecords> records, worker::Evaluate evaluate,
                               worker::Log log)
    : access_(std::move(access)),
      records_(std::move(records)),
      evaluate_(std::move(evaluate)),
      log_(std::move(log)),
      worker_(access_.activate_jobs, std::string(document_job_type), "dandori documents",
              [this](const auto& job) { work_job(job, access_, *records_, evaluate_, log_); }, log_, documents_made_at_once) {}

}  // namespace dandori::documents
