#include "adapters/worker/job_worker.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace dandori::worker {
namespace {

constexpr std::int64_t job_timeout_ms = 60'000;
constexpr std::int64_t request_timeout_ms = 30'000;
constexpr std::size_t jobs_at_once = 20;  // by all threads

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

JobWorker::JobWorker(ActivateJobs activate, std::string job_type, std::string name, Work work, Log log, std::size_t threads)
    : activate_(std::move(activate)),
      job_type_(std::move(job_type)),
      name_(std::move(name)),
      work_(std::move(work)),
      log_(std::move(log)),
      jobs_at_once_(std::max<std::size_t>(1, jobs_at_once / threads)) {
    for (std::size_t number = 0; number < threads; ++number) waiting_.push_back(std::make_shared<Waiting>());
    for (const auto& waiting : waiting_) threads_.emplace_back([this, waiting] { run(waiting); });
}

JobWorker::~JobWorker() {
    for (const auto& waiting : waiting_) {
        const std::lock_guard lock(waiting->mutex);
        waiting->is_stopping = true;
        waiting->changed.notify_all();
    }
    for (auto& thread : threads_) thread.join();
}

void JobWorker::run(const std::shared_ptr<Waiting>& waiting) {
    while (waiting->is_wanted()) {
        engine::ActivateJobs command;
        command.type = job_type_;
        command.worker = name_;
        command.timeout_ms = job_timeout_ms;
        command.count_max = jobs_at_once_;
        command.request_timeout_ms = request_timeout_ms;
        command.still_wanted =
            std::make_shared<const std::function<bool()>>([waiting] { return waiting->is_wanted(); });
        activate_(std::move(command), [waiting](auto outcome) {
            {
                const std::lock_guard lock(waiting->mutex);
                waiting->answer = std::move(outcome);
            }
            waiting->changed.notify_all();
        });
        std::unique_lock lock(waiting->mutex);
        waiting->changed.wait(lock, [&] { return waiting->answer || waiting->is_stopping; });
        if (!waiting->answer) return;
        const auto outcome = *std::exchange(waiting->answer, std::nullopt);
        if (!outcome) {
            // Too busy, or stopping: ask again a little later, not at once.
            waiting->changed.wait_for(lock, std::chrono::seconds(1), [&] { return waiting->is_stopping; });
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
