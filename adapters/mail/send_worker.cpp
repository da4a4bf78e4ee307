#include "adapters/mail/send_worker.h"

#include <condition_variable>
#include <mutex>

namespace dandori::mail {
namespace {

constexpr std::int64_t job_timeout_ms = 60'000;
constexpr std::int64_t request_timeout_ms = 30'000;
constexpr std::size_t jobs_at_once = 20;

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
    if (const auto done = access.complete_job(std::move(command)); !done) log(name + ": " + done.error().text);
}

struct SendWorker::Waiting {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_stopping = false;
    std::optional<engine::Outcome<engine::ActivateJobs::Answer>> answer;

    bool is_wanted() {
        const std::lock_guard lock(mutex);
        return !is_stopping;
    }
};

SendWorker::SendWorker(EngineAccess access, std::unique_ptr<SendingRecords> records, SendingSettings settings,
                       Evaluate evaluate, Log log)
    : access_(std::move(access)),
      records_(std::move(records)),
      settings_(std::move(settings)),
      evaluate_(std::move(evaluate)),
      log_(std::move(log)),
      waiting_(std::make_shared<Waiting>()),
      thread_([this] { run(); }) {}

SendWorker::~SendWorker() {
    {
        const std::lock_guard lock(waiting_->mutex);
        waiting_->is_stopping = true;
    }
    waiting_->changed.notify_all();
    thread_.join();
}

void SendWorker::run() {
    while (waiting_->is_wanted()) {
        engine::ActivateJobs command;
        command.type = mail_job_type;
        command.worker = "dandori mail";
        command.timeout_ms = job_timeout_ms;
        command.count_max = jobs_at_once;
        command.request_timeout_ms = request_timeout_ms;
        command.still_wanted =
            std::make_shared<const std::function<bool()>>([waiting = waiting_] { return waiting->is_wanted(); });
        access_.activate_jobs(std::move(command), [waiting = waiting_](auto outcome) {
            {
                const std::lock_guard lock(waiting->mutex);
                waiting->answer = std::move(outcome);
            }
            waiting->changed.notify_all();
        });
        std::unique_lock lock(waiting_->mutex);
        waiting_->changed.wait(lock, [this] { return waiting_->answer || waiting_->is_stopping; });
        if (!waiting_->answer) return;
        const auto outcome = *std::exchange(waiting_->answer, std::nullopt);
        if (!outcome) {
            // Too busy, or stopping: ask again a little later, not at once.
            waiting_->changed.wait_for(lock, std::chrono::seconds(1), [this] { return waiting_->is_stopping; });
            continue;
        }
        lock.unlock();
        try {
            for (const auto& job : outcome->jobs) work_job(job, access_, *records_, settings_, evaluate_, log_);
        } catch (const std::exception& fault) {
            log_(std::string("The mail worker was interrupted: ") +
                 fault.what());  // the job comes back after its timeout
        }
    }
}

}  // namespace dandori::mail
