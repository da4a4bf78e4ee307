#include "adapters/forms/jobs.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/worker/task_headers.h"

namespace dandori::forms {
namespace {

constexpr std::int64_t back_off_ms = 60'000;

void report(const engine::ActivatedJob& activated, const engine::Outcome<engine::Done>& done, const worker::Log& log) {
    if (!done) log("Job " + std::to_string(activated.job.key.value) + " of '" + activated.job.element_id + "': " + done.error().text);
}

void fail_with(const engine::ActivatedJob& activated, const EngineAccess& access, std::int32_t retries, const std::string& why, const worker::Log& log) {
    engine::FailJob command;
    command.key = activated.job.key;
    command.retries = retries;
    command.retry_back_off_ms = retries > 0 ? back_off_ms : 0;
    command.error_message = why;
    report(activated, access.fail_job(std::move(command)), log);
}

}  // namespace

void complete(const engine::ActivatedJob& activated, const EngineAccess& access, engine::Json variables, const worker::Log& log) {
    engine::CompleteJob command;
    command.key = activated.job.key;
    command.variables = std::move(variables);
    report(activated, access.complete_job(std::move(command)), log);
}

void give_up(const engine::ActivatedJob& activated, const EngineAccess& access, const std::string& why, const worker::Log& log) {
    fail_with(activated, access, 0, why, log);
}

void try_again_later(const engine::ActivatedJob& activated, const EngineAccess& access, const std::string& why, const worker::Log& log) {
    fail_with(activated, access, std::max(activated.job.retries - 1, 0), why, log);
}

Result<std::vector<ReferredFile>> files_of_handoff(const engine::ActivatedJob& activated, const EngineAccess& access, const worker::Evaluate& evaluate) {
    const auto variables = TRY(worker::object_of(activated.variables));
    auto headers = TRY(worker::object_of(activated.job.custom_headers));
    if (!headers.contains("documents")) headers["documents"] = "=form.documents";
    const auto references = TRY(worker::TaskHeaders(std::move(headers), variables, evaluate).value("documents"));
    if (!references.is_array() || references.get_array().empty())
        return worker::unusable_header("documents", "gave no list of documents; one like form.documents is needed");
    return files_referred_to(references, "documents", *access.reader);
}

}  // namespace dandori::forms
