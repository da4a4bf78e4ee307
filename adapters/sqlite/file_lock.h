#pragma once
#include <string>

namespace dandori::sqlite {

/// Keeps a second server away from a file, for as long as this lives; ends with the program, however that ends. The
/// lock is on a file beside it (`PATH-server`), because SQLite's own locks would be lost when any other descriptor of
/// the same file is closed.
class FileLock {
  public:
    /// Throws std::runtime_error naming the program that has the lock.
    explicit FileLock(const std::string& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

  private:
    int descriptor_;
};

}  // namespace dandori::sqlite
