#pragma once
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/runtime/command.h"

namespace dandori::worker {

/// Asks the engine for jobs, and is answered once there are some or the question's time is over.
using ActivateJobs =
    std::function<void(engine::ActivateJobs, std::function<void(engine::Outcome<engine::ActivateJobs::Answer>)>)>;

/// A line for the log: what happened, for whoever runs the desk.
using Log = std::function<void(const std::string&)>;

/// Takes the jobs of one type and hands each to `work`, on threads of its own until it is destroyed; jobs that are
/// being worked then are finished first. A job whose work throws comes back after a minute.
///
/// With several threads `work` is called by them at once: what they tell the engine is then committed together.
class JobWorker {
  public:
    using Work = std::function<void(const engine::ActivatedJob&)>;

    JobWorker(ActivateJobs, std::string job_type, std::string name, Work, Log, std::size_t threads = 1);
    ~JobWorker();
    JobWorker(const JobWorker&) = delete;
    JobWorker& operator=(const JobWorker&) = delete;

  private:
    struct Waiting;
    void run(const std::shared_ptr<Waiting>&);
    ActivateJobs activate_;
    std::string job_type_, name_;
    Work work_;
    Log log_;
    std::size_t jobs_at_once_;
    std::vector<std::shared_ptr<Waiting>> waiting_;  ///< of each thread; outlives this when the engine still holds the question for jobs
    std::vector<std::thread> threads_;
};

}  // namespace dandori::worker
