#include "adapters/sqlite/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace dandori::sqlite {
namespace {

std::string holder_of(int descriptor) {
    std::array<char, 32> text{};
    const auto length = ::pread(descriptor, text.data(), text.size(), 0);
    return length > 0 ? " (process " + std::string(text.data(), static_cast<std::size_t>(length)) + ")" : "";
}

}  // namespace

FileLock::FileLock(const std::string& path) {
    const std::string lock_path = path + "-server";
    descriptor_ = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "Could not open '" + lock_path + "'");
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const std::string holder = holder_of(descriptor_);
        ::close(descriptor_);
        throw std::runtime_error("The store '" + path + "' is in use by another server" + holder +
                                 ". Stop that one first, or name another file.");
    }
    // Who has it, for the message above; without it the lock holds all the same.
    const std::string holder = std::to_string(::getpid());
    if (::ftruncate(descriptor_, 0) == 0) (void)!::pwrite(descriptor_, holder.data(), holder.size(), 0);
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace dandori::sqlite
