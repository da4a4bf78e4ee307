#pragma once
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "engine/runtime/command.h"

namespace dandori::worker {

/// Asks the engine for jobs, and is answered once there are some or the question's time is over.
using ActivateJobs =
    std::function<void(engine::ActivateJobs, std::function<void(engine::Outcome<engine::ActivateJobs::Answer>)>)>;

/// A line for the log: what happened, for whoever runs the desk.
using Log = std::function<void(const std::string&)>;

/// Takes the jobs of one type and hands each to `work`, on a thread of its own until it is destroyed; the job that is
/// being worked then is finished first. A job whose work throws comes back after a minute.
class JobWorker {
  public:
    using Work = std::function<void(const engine::ActivatedJob&)>;

    JobWorker(ActivateJobs, std::string job_type, std::string name, Work, Log);
    ~JobWorker();
    JobWorker(const JobWorker&) = delete;
    JobWorker& operator=(const JobWorker&) = delete;

  private:
    struct Waiting;
    void run();
    ActivateJobs activate_;
    std::string job_type_, name_;
    Work work_;
    Log log_;
    std::shared_ptr<Waiting> waiting_;  ///< outlives this when the engine still holds the question for jobs
    std::thread thread_;
};

}  // namespace dandori::worker
