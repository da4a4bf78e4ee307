#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "adapters/sqlite/connection.h"
#include "adapters/sqlite/turn.h"

namespace dandori::sqlite {

/// Moves what was committed from the write-ahead log into the file, on a connection and a thread of its own, so that no
/// commit waits for it. Only when the log has grown far beyond its usual size is the writer held back for the little
/// that is left, so that the log can begin anew.
class Checkpoints {
  public:
    /// `writer_turn` is held by whoever writes, for as long as the transaction lasts.
    Checkpoints(const std::string& path, Turn& writer_turn);
    ~Checkpoints();

    /// Tells how long the log is now. Never waits.
    void log_has(int pages);

  private:
    void run(const std::stop_token& stop);
    void checkpoint(int mode);

    Connection connection_;
    Turn& writer_turn_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    int pages_ = 0;        ///< length of the log when a checkpoint was asked for; 0 = none is
    int pages_done_ = 0;   ///< length of the log at the last checkpoint
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace dandori::sqlite
