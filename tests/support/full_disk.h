#pragma once
// A disk that is full when told to be, for SQLite: a layer over the real file functions.

#include <sqlite3.h>

#include <atomic>
#include <stdexcept>

namespace dandori::test {

/// While one of these lives, SQLite files opened anew can run out of space. One at a time.
class FullDisk {
  public:
    FullDisk() {
        real_ = sqlite3_vfs_find(nullptr);
        layer_ = *real_;
        layer_.zName = "full-disk";
        layer_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
        layer_.pAppData = this;
        layer_.xOpen = open;
        if (sqlite3_vfs_register(&layer_, 1) != SQLITE_OK) throw std::runtime_error("The layer was not taken.");
    }
    ~FullDisk() {
        sqlite3_vfs_unregister(&layer_);
        sqlite3_vfs_register(real_, 1);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    /// The next `writes` writes still find room, the others don't.
    void fill_after(int writes) { room_ = writes; }
    void make_room() { room_ = 1'000'000'000; }

  private:
    /// Our part of an open file; the real one's stands right behind it.
    struct File {
        sqlite3_file base;
        FullDisk* disk;
        sqlite3_io_methods methods;
    };

    static File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(ours(file) + 1); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
        auto* disk = static_cast<FullDisk*>(vfs->pAppData);
        const int code = disk->real_->xOpen(disk->real_, name, real(file), flags, flags_out);
        ours(file)->disk = disk;
        ours(file)->base.pMethods = nullptr;
        if (!real(file)->pMethods) return code;
        auto& methods = ours(file)->methods;
        methods = {};
        methods.iVersion = 2;
        methods.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
        methods.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, n, at);
        };
        methods.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
            if (ours(f)->disk->room_-- <= 0) return SQLITE_FULL;
            return real(f)->pMethods->xWrite(real(f), from, n, at);
        };
        methods.xTruncate = [](sqlite3_file* f, sqlite3_int64 n) { return real(f)->pMethods->xTruncate(real(f), n); };
        methods.xSync = [](sqlite3_file* f, int how) { return real(f)->pMethods->xSync(real(f), how); };
        methods.xFileSize = [](sqlite3_file* f, sqlite3_int64* n) { return real(f)->pMethods->xFileSize(real(f), n); };
        methods.xLock = [](sqlite3_file* f, int how) { return real(f)->pMethods->xLock(real(f), how); };
        methods.xUnlock = [](sqlite3_file* f, int how) { return real(f)->pMethods->xUnlock(real(f), how); };
        methods.xCheckReservedLock = [](sqlite3_file* f, int* out) {
            return real(f)->pMethods->xCheckReservedLock(real(f), out);
        };
        methods.xFileControl = [](sqlite3_file* f, int what, void* with) {
            return real(f)->pMethods->xFileControl(real(f), what, with);
        };
        methods.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
        methods.xDeviceCharacteristics = [](sqlite3_file* f) {
            return real(f)->pMethods->xDeviceCharacteristics(real(f));
        };
        methods.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
        };
        methods.xShmLock = [](sqlite3_file* f, int at, int n, int how) {
            return real(f)->pMethods->xShmLock(real(f), at, n, how);
        };
        methods.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
        methods.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); };
        ours(file)->base.pMethods = &methods;
        return code;
    }

    sqlite3_vfs* real_ = nullptr;
    sqlite3_vfs layer_{};
    std::atomic<int> room_ = 1'000'000'000;
};

}  // namespace dandori::test
