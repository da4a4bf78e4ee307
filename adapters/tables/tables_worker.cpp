#include "adapters/tables/tables_worker.h"

#include <boost/json.hpp>

namespace dandori::tables {
namespace {

using Code = engine::Rejection::Code;

constexpr int tries_max = 5;  ///< of a job that writes what it has read, while others write, too

}  // namespace

void work_job(const engine::ActivatedJob& activated, engine::Engine& engine, const worker::Evaluate& evaluate, const worker::Log& log) {
    const auto told = [&](const engine::Outcome<engine::Done>& done) {
        if (!done) log("Table of '" + activated.job.element_id + "', job " + std::to_string(activated.job.key.value) + ": " + done.error().text);
    };
    const auto failed = [&](const std::string& why) {
        engine::FailJob command;
        command.key = activated.job.key;
        command.retries = 0;  // a header or a row does not mend itself: a person must look
        command.error_message = why;
        told(engine.execute(std::move(command)));
    };
    for (int tries = 1;; ++tries) {
        auto work = work_of_job(activated, engine.reader(), evaluate);
        if (!work) return failed(work.error().text);
        engine::CompleteJob command;
        command.key = activated.job.key;
        command.variables.text = boost::json::serialize(work->variables);
        const bool has_read = work->change && work->change->seen_version;
        if (work->change) command.table_changes.push_back(std::move(*work->change));
        const auto done = engine.execute(std::move(command));
        if (done) return;
        if (has_read && done.error().code == Code::InvalidState && tries < tries_max) continue;  // others wrote meanwhile: look again
        const bool is_conflict = done.error().code == Code::AlreadyExists || done.error().code == Code::NotFound;
        if (!is_conflict || work->conflict_error.empty()) return failed(done.error().text);
        engine::ThrowJobError error;
        error.key = activated.job.key;
        error.error_code = work->conflict_error;
        error.error_message = done.error().text;
        return told(engine.execute(std::move(error)));
    }
}

TablesWorker::TablesWorker(engine::Engine& engine, worker::Evaluate evaluate, worker::Log log)
    : evaluate_(std::move(evaluate)),
      log_(std::move(log)),
      worker_([&engine](auto command, auto answered) { engine.submit(std::move(command), {}, std::move(answered)); }, std::string(table_job_type),
              "dandori tables", [this, &engine](const auto& job) { work_job(job, engine, evaluate_, log_); }, log_) {}

}  // namespace dandori::tables
