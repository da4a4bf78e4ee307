#include "adapters/sqlite/gathered_writes.h"

#include <gtest/gtest.h>

#include <atomic>

#include "tests/support/temporary_folder.h"

namespace dandori::test {
namespace {

/// Over the machine's file system: counts what is written to a log, and lets it fail.
struct CountingSystem {
    std::atomic<int> writes = 0;
    std::atomic<bool> is_full = false;
    sqlite3_vfs vfs{};
    sqlite3_io_methods methods{};
    const sqlite3_io_methods* below = nullptr;

    CountingSystem() {
        vfs = *sqlite3_vfs_find(nullptr);
        vfs.zName = "counting";
        vfs.xOpen = [](sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* given) {
            auto* real = sqlite3_vfs_find(nullptr);
            const int code = real->xOpen(real, name, file, flags, given);
            if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL)) {
                auto& self = instance();
                self.below = file->pMethods;
                self.methods = *file->pMethods;
                self.methods.xWrite = [](sqlite3_file* written, const void* bytes, int count, sqlite3_int64 offset) {
                    ++instance().writes;
                    return instance().is_full ? SQLITE_FULL : instance().below->xWrite(written, bytes, count, offset);
                };
                file->pMethods = &self.methods;
            }
            return code;
        };
        make_it_known();
    }
    void make_it_known() { sqlite::make_gathering_file_system("gathering", &vfs); }
    static CountingSystem& instance() {
        static CountingSystem system;
        return system;
    }
};

struct Connection {
    explicit Connection(const std::string& path, const char* system = "gathering") {
        EXPECT_EQ(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, system), SQLITE_OK);
        EXPECT_EQ(run("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0"), SQLITE_OK);
    }
    ~Connection() { sqlite3_close(handle); }
    int run(const char* text) { return sqlite3_exec(handle, text, nullptr, nullptr, nullptr) & 0xFF; }
    std::int64_t number(const char* text) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(handle, text, -1, &statement, nullptr), SQLITE_OK);
        EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
        const auto found = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return found;
    }
    sqlite3* handle = nullptr;
};

constexpr const char* thousand_rows =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO t SELECT i + (SELECT count(*) FROM t), randomblob(500) FROM n";

class GatheredWrites : public testing::Test {
  protected:
    CountingSystem& system_ = CountingSystem::instance();
    TemporaryFolder folder_;
    const std::string path_ = folder_ / "store.db";
    Connection writer_{path_};
    void SetUp() override {
        ASSERT_EQ(writer_.run("PRAGMA journal_mode = WAL; CREATE TABLE t (i INTEGER PRIMARY KEY, b BLOB)"), SQLITE_OK);
    }
};

}  // namespace

TEST_F(GatheredWrites, HandACommitOverInAFewPieces) {
    system_.writes = 0;
    ASSERT_EQ(writer_.run(thousand_rows), SQLITE_OK);
    EXPECT_GT(system_.writes, 0);
    EXPECT_LT(system_.writes, 20);  // for some 130 pages with a header each
}

TEST_F(GatheredWrites, AreSeenByOthersOnceTheyAreCommittedAndFoundAgain) {
    Connection reader(path_, nullptr);
    ASSERT_EQ(writer_.run("BEGIN"), SQLITE_OK);
    ASSERT_EQ(writer_.run(thousand_rows), SQLITE_OK);
    EXPECT_EQ(reader.number("SELECT count(*) FROM t"), 0);
    ASSERT_EQ(writer_.run("COMMIT"), SQLITE_OK);
    EXPECT_EQ(reader.number("SELECT count(*) FROM t"), 1'000);
    EXPECT_EQ(reader.run("PRAGMA wal_checkpoint(RESTART)"), SQLITE_OK);
    ASSERT_EQ(writer_.run(thousand_rows), SQLITE_OK);  // over the beginning of the log
    EXPECT_EQ(reader.number("SELECT count(*) FROM t"), 2'000);
    EXPECT_EQ(Connection(path_, nullptr).number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

TEST_F(GatheredWrites, AreReadBackWhereACommitIsLargerThanTheMemoryForIt) {
    ASSERT_EQ(writer_.run("PRAGMA cache_size = 10; BEGIN"), SQLITE_OK);
    for (int time = 0; time < 20; ++time) ASSERT_EQ(writer_.run(thousand_rows), SQLITE_OK);
    ASSERT_EQ(writer_.run("UPDATE t SET b = randomblob(500); COMMIT"), SQLITE_OK);
    EXPECT_EQ(Connection(path_, nullptr).number("SELECT count(*) FROM t"), 20'000);
    EXPECT_EQ(Connection(path_, nullptr).number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

TEST_F(GatheredWrites, ThatFailFailTheCommitAndNothingElse) {
    ASSERT_EQ(writer_.run(thousand_rows), SQLITE_OK);
    system_.is_full = true;
    EXPECT_EQ(writer_.run(thousand_rows), SQLITE_FULL);
    EXPECT_EQ(Connection(path_, nullptr).number("SELECT count(*) FROM t"), 1'000);
    system_.is_full = false;
    EXPECT_EQ(writer_.number("SELECT count(*) FROM t"), 1'000);
    ASSERT_EQ(writer_.run(thousand_rows), SQLITE_OK);
    EXPECT_EQ(Connection(path_, nullptr).number("SELECT count(*) FROM t"), 2'000);
}

}  // namespace dandori::test
