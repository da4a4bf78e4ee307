#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace dandori::inbox {

/// Does one thing after the other on a thread of its own: what waits for somebody else's server must not hold up a request's thread.
class Errands {
  public:
    Errands() : thread_([this] { work(); }) {}
    /// What was not begun yet is dropped.
    ~Errands();
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    /// False: so many wait already that it was not taken.
    bool take(std::function<void()> errand);

  private:
    void work();
    std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<std::function<void()>> waiting_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace dandori::inbox
