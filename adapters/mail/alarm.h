#pragma once
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

namespace dandori::mail {

/// Rung once by one thread, it ends the waits of another, also those for a socket (poll `descriptor()` beside it).
class Alarm {
  public:
    /// Throws std::system_error when the system has no descriptor left.
    Alarm() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    }
    ~Alarm() { ::close(descriptor_); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    void ring() const { ::eventfd_write(descriptor_, 1); }
    /// Readable once it has been rung.
    int descriptor() const { return descriptor_; }
    /// Waits so long at most; true when it has been rung.
    bool wait(std::int64_t milliseconds) const;

  private:
    int descriptor_;
};

}  // namespace dandori::mail
