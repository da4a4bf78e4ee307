#include "adapters/sqlite/checkpoints.h"

#include <utility>

namespace dandori::sqlite {
namespace {

// Each checkpoint waits for the disk twice, which the commits beside it feel: rather seldom and more at once.
constexpr int pages_before_checkpoint = 4'000;  // 16 MB
constexpr int pages_max = 16'000;               // 64 MB
constexpr int wait_for_readers_ms = 100;

}  // namespace

Checkpoints::Checkpoints(const std::string& path, Turn& writer_turn) : connection_(path), writer_turn_(writer_turn) {
    // The writer stands still meanwhile, so a slow reader must not hold this up; the next time will do.
    sqlite3_busy_timeout(connection_.get(), wait_for_readers_ms);
    connection_.execute("PRAGMA synchronous = FULL");
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Checkpoints::~Checkpoints() {
    thread_.request_stop();
    sqlite3_interrupt(connection_.get());
}

void Checkpoints::log_has(int pages) {
    {
        const std::lock_guard lock(mutex_);
        if (pages < pages_done_) pages_done_ = 0;  // the log has begun anew
        if (pages - pages_done_ < pages_before_checkpoint) return;
        pages_ = pages;
    }
    woken_.notify_one();
}

void Checkpoints::run(const std::stop_token& stop) {
    while (true) {
        int pages = 0;
        {
            std::unique_lock lock(mutex_);
            if (!woken_.wait(lock, stop, [&] { return pages_ > 0; })) return;
            pages = std::exchange(pages_, 0);
            pages_done_ = pages;
        }
        checkpoint(SQLITE_CHECKPOINT_PASSIVE);
        if (pages < pages_max) continue;
        const std::lock_guard turn(writer_turn_);
        checkpoint(SQLITE_CHECKPOINT_RESTART);
    }
}

void Checkpoints::checkpoint(int mode) {
    // A failure (a full disk, a reader in the way) loses nothing: the log stays as it is and the next commit calls
    // again; if the disk is full that commit says so.
    sqlite3_wal_checkpoint_v2(connection_.get(), "main", mode, nullptr, nullptr);
}

}  // namespace dandori::sqlite
