#pragma once
#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/crash/acknowledgement.h"

namespace dandori::test {

/// A program that was started to be killed, and what it said until then.
class KilledProgram {
  public:
    /// Starts it. Throws std::system_error.
    explicit KilledProgram(const std::vector<std::string>& command);
    ~KilledProgram();
    KilledProgram(const KilledProgram&) = delete;
    KilledProgram& operator=(const KilledProgram&) = delete;

    /// Hands every line on as it comes, for this long or until the program ends. False when it has ended by itself.
    bool listen(std::int64_t microseconds, const std::function<void(const Acknowledgement&)>& on_line);

    /// `kill -9`, and hands on what was still in the pipe.
    void kill(const std::function<void(const Acknowledgement&)>& on_line);

  private:
    bool read_some(const std::function<void(const Acknowledgement&)>& on_line);

    pid_t process_ = -1;
    int output_ = -1;
    std::string text_;
};

}  // namespace dandori::test
