#include "adapters/mail/send_worker.h"

namespace dandori::mail {
namespace {

constexpr std::size_t mails_made_at_once = 4;

void fail_job(const engine::ActivatedJob& activated, const EngineAccess& access, const std::string& text,
              const Log& log) {
    engine::FailJob command;
    command.key = activated.job.key;
    command.retries = 0;  // a template or an expression does not mend itself: a person must look
    command.error_message = text;
    if (const auto done = access.fail_job(command); !done)
        log("Job " + std::to_string(command.key.value) + ": " + done.error().text);
}

}  // namespace

void work_job(const engine::ActivatedJob& activated, const EngineAccess& access, SendingRecords& records,
              const SendingSettings& settings, const Evaluate& evaluate, const Log& log) {
    const auto made = mail_of_job(activated, records, settings, evaluate, access.clock->now());
    if (!made) return fail_job(activated, access, made.error().text, log);
    const auto name = "Mail of '" + activated.job.element_id + "', job " + std::to_string(activated.job.key.value);
    if (!made->mail) log(name + ": not sent: " + made->why_none + ".");
    for (const auto& placeholder : made->empty_placeholders) log(name + ": {{= " + placeholder + " }} gave nothing.");
    engine::CompleteJob command;
    command.key = activated.job.key;
    if (made->mail) command.mails.push_back(*made->mail);
    access.complete_job(std::move(command), [name, log](const auto& done) {
        if (!done) log(name + ": " + done.error().text);
    });
}

SendWorker::SendWorker(EngineAccess access, std::unique_ptr<SendingRecords> records, SendingSettings settings,
                       Evaluate evaluate, Log log)
    : access_(std::move(access)),
      records_(std::move(records)),
      settings_(std::move(settings)),
      evaluate_(std::move(evaluate)),
      log_(std::move(log)),
      worker_(access_.activate_jobs, std::string(mail_job_type), "dandori mail",
              [this](const auto& job) { work_job(job, access_, *records_, settings_, evaluate_, log_); }, log_, mails_made_at_once) {}

}  // namespace dandori::mail
