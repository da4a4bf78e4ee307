#pragma once
// The thread of a partition: takes what waits, carries it out in memory, commits once, answers. The only thread there is in engine.

#include <atomic>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include "engine/runtime/committed.h"
#include "engine/runtime/submission.h"

namespace dandori::engine {

class PartitionLoop {
  public:
    /// The store and the clock must outlive it. Throws what the store throws.
    PartitionLoop(Store& store, const Clock& clock, EngineSettings settings);
    /// Carries out what was submitted, then stops; what waits is rejected.
    ~PartitionLoop();

    /// Takes the submission, or says why not: too many wait, or it is being stopped. May be called by any thread.
    std::optional<Rejection> submit(std::unique_ptr<Submission>&);
    /// The clock was moved.
    void wake();
    /// Grows with every commit that changes who may do what. May be asked by any thread.
    std::int64_t directory_version() const { return directory_version_; }
    void on_mail_pending(std::function<void()> callback);
    void on_committed(OnCommitted callback);

  private:
    using Submissions = std::list<std::unique_ptr<Submission>>;
    void work();
    void wait_for_work(std::unique_lock<std::mutex>&);
    /// One commit. When a command fails by our own mistake, each is carried out and committed by itself.
    void run_batch(Submissions batch);
    /// Commands that are only tried out; nothing is committed.
    void run_trials(Submissions trials);
    /// Some items of batch operations, and their commit.
    void run_batch_operations();
    void run_one_batch_item();
    /// What the partition has gathered is written. What to tell those who asked for it if that failed.
    std::optional<Rejection> commit(std::size_t commands = 0);
    void tell_of_mail();
    /// Who waits for what is there now, or has waited long enough, is moved to `done`.
    void look_at(Submissions& waiting, Submissions& done);
    void drop_all(Submissions& batch, const Rejection& why);
    /// Reads the partition's rows anew, however long the store takes to answer again; not where the loop is to stop first.
    void recover();
    void set_aside_due();

    Store& store_;
    const Clock& clock_;
    EngineSettings settings_;
    Partition partition_;
    std::function<void()> on_mail_pending_;
    OnCommitted on_committed_;
    std::chrono::steady_clock::time_point work_began_;  ///< on what the next commit writes
    std::atomic<std::int64_t> directory_version_;
    Submissions waiting_;  ///< long polls and awaited instances, oldest first

    bool is_loaded_ = true;  ///< the partition; otherwise nothing may be carried out any more
    bool has_mail_ = false;  ///< that was committed, and nobody told yet

    std::mutex mutex_;
    std::condition_variable work_came_;
    Submissions queue_;
    bool is_woken_ = false;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace dandori::engine
