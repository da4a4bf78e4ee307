#include "adapters/sqlite/sqlite_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "adapters/sqlite/row_io.h"
#include "adapters/sqlite/schema_access.h"

namespace dandori::sqlite {
namespace {

/// SQLite would make the file readable by everybody; its log takes the mode of the file.
void make_private_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "Could not open the store '" + path + "'");
    ::close(descriptor);
}

int on_log_grown(void* checkpoints, sqlite3*, const char*, int pages) {
    static_cast<Checkpoints*>(checkpoints)->log_has(pages);
    return SQLITE_OK;
}

Connection open_writer(const std::string& path, const sql::Schema& schema) {
    make_private_file(path);
    Connection writer(path, LogWrites::Gathered);
    writer.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = "
        "0; "
        "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864");
    bring_forward(writer, schema);
    return writer;
}

}  // namespace

SqliteStore::SqliteStore(const std::string& path, const sql::Schema& schema)
    : lock_(path), writer_(open_writer(path, schema)), readers_(path), checkpoints_(path, writer_turn_) {
    sqlite3_wal_hook(writer_.get(), on_log_grown, &checkpoints_);
}

void SqliteStore::commit(const engine::Batch& batch) {
    if (batch.empty()) return;
    const std::lock_guard turn(writer_turn_);
    Transaction transaction(writer_, "BEGIN IMMEDIATE");
    BatchWriter(writer_).write(batch);
    transaction.commit();
}

engine::Found<engine::AnyRow> SqliteStore::search(std::size_t kind, const engine::Query& query) {
    return sqlite::search(writer_, kind, query);
}

}  // namespace dandori::sqlite
