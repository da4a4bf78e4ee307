#pragma once
#include <string>

#include "adapters/sql/migration.h"
#include "adapters/sqlite/checkpoints.h"
#include "adapters/sqlite/file_lock.h"
#include "adapters/sqlite/search.h"
#include "engine/port/store.h"

namespace dandori::sqlite {

/// The rows in one SQLite file: write-ahead log, synchronous=FULL, foreign keys on, readable by its owner only. One
/// server at a time; reading with other programs is allowed.
class SqliteStore final : public engine::Store {
  public:
    /// Opens the file, makes it where there is none, and brings an older schema forward. Throws std::runtime_error
    /// where the file is in use by another server, was made by a newer program, or can't be opened.
    explicit SqliteStore(const std::string& path, const sql::Schema& schema = sql::current_schema());

    /// Throws Fault, having written nothing, where SQLite can't (`is_full()`: no space left); the next commit may
    /// succeed.
    void commit(const engine::Batch& batch) override;
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;
    engine::Reader& reader() override { return readers_; }

  private:
    FileLock lock_;
    Connection writer_;
    Turn writer_turn_;
    ReaderPool readers_;
    Checkpoints checkpoints_;
};

}  // namespace dandori::sqlite
