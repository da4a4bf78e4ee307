#include "adapters/sqlite/gathered_writes.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <vector>

namespace dandori::sqlite {
namespace {

// Bytes. A transaction that writes more hands over what there is.
constexpr std::size_t gathered_max = 4 << 20;
// SQLite's own file systems are only ever asked to write a page, and take no more than 128 KiB less one byte at once (os_unix.c).
constexpr std::size_t written_at_once_max = 64 << 10;

/// What is to be written to a log from `offset` on, without a gap.
struct Gathered {
    std::string bytes;
    sqlite3_int64 offset = 0;
};

/// SQLite asks for memory of szOsFile bytes for each open file: ours, and behind it the one of the base.
struct LogFile {
    sqlite3_file as_seen_by_sqlite;
    Gathered* gathered;
};

constexpr int base_file_at = (sizeof(LogFile) + 15) / 16 * 16;

Gathered& gathered_of(sqlite3_file* file) { return *reinterpret_cast<LogFile*>(file)->gathered; }
sqlite3_file* base_of(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + base_file_at); }

int hand_over(sqlite3_file* file) {
    auto& gathered = gathered_of(file);
    if (gathered.bytes.empty()) return SQLITE_OK;
    auto* base = base_of(file);
    int code = SQLITE_OK;
    for (std::size_t at = 0; at < gathered.bytes.size() && code == SQLITE_OK; at += written_at_once_max) {
        const auto count = std::min(written_at_once_max, gathered.bytes.size() - at);
        code = base->pMethods->xWrite(base, gathered.bytes.data() + at, static_cast<int>(count), gathered.offset + static_cast<sqlite3_int64>(at));
    }
    gathered.bytes.clear();  // where that failed the commit fails, and SQLite writes its pages anew
    return code;
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    auto& gathered = gathered_of(file);
    const auto end = gathered.offset + static_cast<sqlite3_int64>(gathered.bytes.size());
    const bool goes_on = !gathered.bytes.empty() && offset == end && gathered.bytes.size() + static_cast<std::size_t>(count) <= gathered_max;
    if (!goes_on) {
        if (const int code = hand_over(file); code != SQLITE_OK) return code;
        gathered.offset = offset;
    }
    try {
        gathered.bytes.append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
    if (const int code = hand_over(file); code != SQLITE_OK) return code;
    return base_of(file)->pMethods->xRead(base_of(file), bytes, count, offset);
}

int sync(sqlite3_file* file, int flags) {
    if (const int code = hand_over(file); code != SQLITE_OK) return code;
    return base_of(file)->pMethods->xSync(base_of(file), flags);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = hand_over(file); code != SQLITE_OK) return code;
    return base_of(file)->pMethods->xTruncate(base_of(file), size);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (const int code = hand_over(file); code != SQLITE_OK) return code;
    return base_of(file)->pMethods->xFileSize(base_of(file), size);
}

int close(sqlite3_file* file) {
    const int handed_over = hand_over(file);
    const int closed = base_of(file)->pMethods->xClose(base_of(file));
    delete &gathered_of(file);
    return handed_over != SQLITE_OK ? handed_over : closed;
}

int lock(sqlite3_file* file, int level) { return base_of(file)->pMethods->xLock(base_of(file), level); }
int unlock(sqlite3_file* file, int level) { return base_of(file)->pMethods->xUnlock(base_of(file), level); }
int is_reserved(sqlite3_file* file, int* answer) { return base_of(file)->pMethods->xCheckReservedLock(base_of(file), answer); }
int control(sqlite3_file* file, int what, void* argument) { return base_of(file)->pMethods->xFileControl(base_of(file), what, argument); }
int sector_size(sqlite3_file* file) { return base_of(file)->pMethods->xSectorSize(base_of(file)); }
int characteristics(sqlite3_file* file) { return base_of(file)->pMethods->xDeviceCharacteristics(base_of(file)); }

/// Version 1: a log has no shared memory and is not mapped, the file of the store itself has and is the base's own.
constexpr sqlite3_io_methods log_methods = {1,    close,  read,        write,   truncate,    sync,            file_size,
                                            lock, unlock, is_reserved, control, sector_size, characteristics, nullptr,
                                            nullptr, nullptr, nullptr, nullptr, nullptr};

sqlite3_vfs* base_system(sqlite3_vfs* system) { return static_cast<sqlite3_vfs*>(system->pAppData); }

int open(sqlite3_vfs* system, sqlite3_filename name, sqlite3_file* file, int flags, int* flags_given) {
    auto* base = base_system(system);
    if (!(flags & SQLITE_OPEN_WAL)) return base->xOpen(base, name, file, flags, flags_given);
    file->pMethods = nullptr;  // says that there is nothing to close
    std::unique_ptr<Gathered> gathered(new (std::nothrow) Gathered);
    if (!gathered) return SQLITE_NOMEM;
    const int code = base->xOpen(base, name, base_of(file), flags, flags_given);
    if (code != SQLITE_OK) {
        if (base_of(file)->pMethods) base_of(file)->pMethods->xClose(base_of(file));
        return code;
    }
    reinterpret_cast<LogFile*>(file)->gathered = gathered.release();
    file->pMethods = &log_methods;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* system, const char* name, int sync_folder) { return base_system(system)->xDelete(base_system(system), name, sync_folder); }
int access(sqlite3_vfs* system, const char* name, int what, int* answer) {
    return base_system(system)->xAccess(base_system(system), name, what, answer);
}
int full_path(sqlite3_vfs* system, const char* name, int size, char* path) {
    return base_system(system)->xFullPathname(base_system(system), name, size, path);
}

/// SQLite keeps pointers to what is made known to it, to the end of the program.
struct System {
    std::string name;
    sqlite3_vfs vfs;  ///< what isn't set anew asks for nothing that depends on it
};

}  // namespace

void make_gathering_file_system(const char* name, sqlite3_vfs* base) {
    static std::mutex mutex;
    static std::vector<std::unique_ptr<System>> systems;
    const std::lock_guard guard(mutex);
    const auto there = std::ranges::find(systems, name, &System::name);
    auto& made = there != systems.end() ? **there : *systems.emplace_back(std::make_unique<System>(System{name, {}}));
    const bool is_known = made.vfs.xOpen != nullptr;
    if (is_known && made.vfs.pAppData == base) return;
    auto* const next = made.vfs.pNext;
    made.vfs = *base;
    made.vfs.szOsFile = base_file_at + base->szOsFile;
    made.vfs.zName = made.name.c_str();
    made.vfs.pNext = next;
    made.vfs.pAppData = base;
    made.vfs.xOpen = open;
    made.vfs.xDelete = remove;
    made.vfs.xAccess = access;
    made.vfs.xFullPathname = full_path;
    if (!is_known) sqlite3_vfs_register(&made.vfs, 0);
}

const char* gathering_file_system() {
    constexpr const char* name = "dandori";
    make_gathering_file_system(name, sqlite3_vfs_find(nullptr));
    return name;
}

}  // namespace dandori::sqlite
