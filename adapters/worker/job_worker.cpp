#include "adapters/worker/job_worker.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace dandori::worker {
namespace {

constexpr std::int64_t job_timeout_ms = 60'000;
constexpr std::int64_t request_timeout_ms = 30'000;
constexpr std::size_t jobs_at_once = 20;

}  // namespace

struct JobWorker::Waiting {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_stopping = false;
    std::optional<engine::Outcome<engine::ActivateJobs::Answer>> answer;

    bool is_wanted() {
        const std::lock_guard lock(mutex);
        return !is_stopping;
    }
};

JobWorker::JobWorker(ActivateJobs activate, std::string job_type, std::string name, Work work, Log log)
    : activate_(std::move(activate)),
      job_type_(std::move(job_type)),
      name_(std::move(name)),
      work_(std::move(work)),
      log_(std::move(log)),
      waiting_(std::make_shared<Waiting>()),
      thread_([this] { run(); }) {}

JobWorker::~JobWorker() {
    {
        const std::lock_guard lock(waiting_->mutex);
        waiting_->is_stopping = true;
    }
    waiting_->changed.notify_all();
    thread_.join();
}

void JobWorker::run() {
    while (waiting_->is_wanted()) {
        engine::ActivateJobs command;
        command.type = job_type_;
        command.worker = name_;
        command.timeout_ms = job_timeout_ms;
        command.count_max = jobs_at_once;
        command.request_timeout_ms = request_timeout_ms;
        command.still_wanted =
            std::make_shared<const std::function<bool()>>([waiting = waiting_] { return waiting->is_wanted(); });
        activate_(std::move(command), [waiting = waiting_](auto outcome) {
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
            for (const auto& job : outcome->jobs) work_(job);
        } catch (const std::exception& fault) {
            log_("The worker '" + name_ + "' was interrupted: " + fault.what());  // the job comes back after its timeout
        }
    }
}

}  // namespace dandori::worker
