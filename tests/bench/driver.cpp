#include "tests/bench/driver.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "tests/bench/measuring.h"

namespace dandori::bench {
namespace {

using namespace engine;
using Steady = std::chrono::steady_clock;

constexpr std::size_t jobs_at_once = 100;
constexpr std::int64_t lock_ms = 600'000;  ///< of jobs, and the longest wait for an end

class Driver {
  public:
    Driver(Engine& engine, const Workload& workload, const Load& load)
        : engine_(engine), workload_(workload), load_(load), intended_(static_cast<std::size_t>(load.count)),
          jobs_left_(static_cast<std::size_t>(workload.then == Workload::Then::DoJobs ? load.count : 0), static_cast<int>(workload.elements) - 2) {
        driven_.durations_ms.reserve(intended_.size());
    }

    Driven run() {
        const double cpu = thread_cpu_seconds();
        const auto begin = Steady::now();
        begin_ = begin;
        if (workload_.then == Workload::Then::DoJobs) ask_for_jobs();
        std::unique_lock lock(mutex_);
        while (true) {
            if (!refused_.empty()) throw std::runtime_error(refused_);
            if (!to_do_.empty()) {
                std::vector<ToDo> now;
                now.swap(to_do_);
                lock.unlock();
                if (workload_.then == Workload::Then::CompleteUserTask) find_tasks(now);
                for (ToDo& each : now) go_on(each);
                lock.lock();
            } else if (started_ < load_.count && in_flight_ < load_.in_flight_max && due(started_) <= Steady::now()) {
                const std::int64_t index = started_++;
                intended_[static_cast<std::size_t>(index)] = load_.per_second > 0 ? due(index) : Steady::now();
                ++in_flight_;
                lock.unlock();
                start(index);
                lock.lock();
            } else if (ended_ == load_.count) {
                break;
            } else if (load_.per_second > 0 && started_ < load_.count && in_flight_ < load_.in_flight_max) {
                changed_.wait_until(lock, due(started_));
            } else {
                changed_.wait(lock);
            }
        }
        driven_.seconds = std::chrono::duration<double>(Steady::now() - begin).count();
        // An activation that waits still has this object in its hands.
        changed_.wait(lock, [&] { return !is_asking_; });
        driven_.client_cpu_seconds = thread_cpu_seconds() - cpu;
        std::ranges::sort(driven_.durations_ms);
        return std::move(driven_);
    }

  private:
    /// What comes next for an instance that was started, or jobs to be done.
    struct ToDo {
        std::int64_t index = 0;
        ProcessInstanceKey instance;
        std::vector<ActivatedJob> jobs;
        UserTaskKey task;
    };

    Steady::time_point due(std::int64_t index) const {
        if (load_.per_second <= 0) return begin_;
        return begin_ + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(static_cast<double>(index) / load_.per_second));
    }

    void start(std::int64_t index) {
        CreateProcessInstance command = start_of(workload_, load_.first_number + index);
        if (workload_.then == Workload::Then::Wait) {
            command.await_completion = true;
            command.request_timeout_ms = lock_ms;
        }
        engine_.submit(std::move(command), {}, [this, index](const Outcome<CreateProcessInstance::Answer>& outcome) {
            const std::lock_guard lock(mutex_);
            if (!is_good(outcome)) return;
            const ProcessInstanceKey key = outcome->instance.key;
            switch (workload_.then) {
                case Workload::Then::Nothing:
                case Workload::Then::Wait: end(index); break;
                case Workload::Then::DoJobs: index_of_[key] = index; break;
                case Workload::Then::CompleteUserTask:
                case Workload::Then::Publish:
                    to_do_.push_back({index, key, {}, {}});
                    changed_.notify_one();
            }
        });
    }

    /// As somebody's list of tasks does, with one search for all of them.
    void find_tasks(std::vector<ToDo>& started) {
        std::unordered_map<ProcessInstanceKey, UserTaskKey> tasks;
        Query query;
        std::vector<Cell> instances;
        for (const ToDo& each : started) instances.push_back(to_cell(each.instance));
        query.where("processInstanceKey", Operator::In, std::move(instances)).first(started.size());
        for (const UserTask& task : find<UserTask>(engine_.reader(), query).rows) tasks[task.process_instance_key] = task.key;
        for (ToDo& each : started) {
            const auto found = tasks.find(each.instance);
            if (found == tasks.end()) throw std::runtime_error("An instance that was started has no user task.");
            each.task = found->second;
        }
    }

    void go_on(const ToDo& each) {
        const std::int64_t index = each.index;
        const auto ended = [this, index](const auto& outcome) {
            const std::lock_guard lock(mutex_);
            if (is_good(outcome)) end(index);
        };
        if (workload_.then == Workload::Then::CompleteUserTask) {
            engine_.submit(CompleteUserTask{each.task, {R"({"approved":true})"}, {}}, {}, ended);
        } else if (workload_.then == Workload::Then::Publish) {
            PublishMessage publish;
            publish.name = "bench-reply";
            publish.correlation_key = key_of(load_.first_number + index);
            engine_.submit(std::move(publish), {}, ended);
        } else {
            for (const ActivatedJob& job : each.jobs) {
                const ProcessInstanceKey instance = job.job.process_instance_key;
                engine_.submit(CompleteJob{job.job.key, {}, {}}, {}, [this, instance](const auto& outcome) {
                    const std::lock_guard lock(mutex_);
                    if (!is_good(outcome)) return;
                    const std::int64_t done_for = index_of_.at(instance);
                    if (--jobs_left_[static_cast<std::size_t>(done_for)] == 0) end(done_for);
                });
            }
            ask_for_jobs();
        }
    }

    void ask_for_jobs() {
        {
            const std::lock_guard lock(mutex_);
            if (ended_ == load_.count) return;
            is_asking_ = true;
        }
        ActivateJobs activate;
        activate.type = "bench-noop";
        activate.worker = "bench";
        activate.timeout_ms = lock_ms;
        activate.count_max = jobs_at_once;
        activate.request_timeout_ms = 100;
        engine_.submit(std::move(activate), {}, [this](Outcome<ActivateJobs::Answer> outcome) {
            const std::lock_guard lock(mutex_);
            is_asking_ = false;
            if (is_good(outcome)) to_do_.push_back({0, {}, std::move(outcome->jobs), {}});
            changed_.notify_one();
        });
    }

    template <class Answer>
    bool is_good(const Outcome<Answer>& outcome) {
        if (outcome) return true;
        refused_ = outcome.error().text;
        changed_.notify_one();
        return false;
    }

    void end(std::int64_t index) {
        const auto duration = Steady::now() - intended_[static_cast<std::size_t>(index)];
        driven_.durations_ms.push_back(std::chrono::duration<double, std::milli>(duration).count());
        ++ended_;
        --in_flight_;
        // The client is not woken for each answer: it starts many at once then.
        if (in_flight_ == 0 || in_flight_ == load_.in_flight_max / 2 || ended_ == load_.count) changed_.notify_one();
    }

    Engine& engine_;
    const Workload& workload_;
    const Load load_;
    Steady::time_point begin_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::int64_t started_ = 0, ended_ = 0, in_flight_ = 0;
    bool is_asking_ = false;
    std::vector<Steady::time_point> intended_;
    std::vector<int> jobs_left_;
    std::unordered_map<ProcessInstanceKey, std::int64_t> index_of_;
    std::vector<ToDo> to_do_;
    std::string refused_;
    Driven driven_;
};

}  // namespace

Driven drive(Engine& engine, const Workload& workload, const Load& load) { 
    auto driver = std::make_unique<Driver>(engine, workload, load);
    try {
        return driver->run();
    } catch (...) {
        static_cast<void>(driver.release());  // answers may still come
        throw;
    }
}

double thread_cpu_seconds() { return seconds_of(CLOCK_THREAD_CPUTIME_ID); }
double process_cpu_seconds() { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

}  // namespace dandori::bench
