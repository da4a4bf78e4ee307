#pragma once
#include <mutex>

namespace dandori::sqlite {

/// A mutex that is handed over in the order of asking, so that a thread which locks it again and again can't keep
/// another one out. For std::lock_guard.
class Turn {
  public:
    void lock() {
        const std::lock_guard next(next_);
        turn_.lock();
    }
    void unlock() { turn_.unlock(); }

  private:
    std::mutex next_;  ///< held by who waits: others queue up behind
    std::mutex turn_;
};

}  // namespace dandori::sqlite
