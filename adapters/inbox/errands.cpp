#include "adapters/inbox/errands.h"

namespace dandori::inbox {
namespace {

constexpr std::size_t errands_waiting_max = 200;

}  // namespace

Errands::~Errands() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    woken_.notify_one();
    thread_.join();
}

bool Errands::take(std::function<void()> errand) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= errands_waiting_max) return false;
        waiting_.push_back(std::move(errand));
    }
    woken_.notify_one();
    return true;
}

void Errands::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        woken_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
        if (is_stopping_) return;
        {
            const auto errand = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            errand();
        }  // what it holds is let go without the lock
        lock.lock();
    }
}

}  // namespace dandori::inbox
