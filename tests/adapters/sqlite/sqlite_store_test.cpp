#include "adapters/sqlite/sqlite_store.h"
#include "adapters/sql/search_statement.h"
#include "adapters/sqlite/sqlite_dialect.h"
#include "engine/port/row_kind.h"

#include <sys/stat.h>

#include <fstream>

#include "tests/support/full_disk.h"
#include "tests/support/store_contract.h"
#include "tests/support/temporary_folder.h"

namespace dandori::test {

using sqlite::SqliteStore;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

/// A store whose file goes when it goes.
class SqliteStoreOfATest final : public Store {
  public:
    void commit(const Batch& batch) override { store_.commit(batch); }
    Found<AnyRow> search(std::size_t kind, const Query& query) override { return store_.search(kind, query); }
    Reader& reader() override { return store_.reader(); }

  private:
    TemporaryFolder folder_;
    SqliteStore store_{folder_ / "store.db"};
};

template <class Row>
void put(Store& store, const Row& row) {
    Batch batch;
    batch.put(row);
    store.commit(batch);
}

Resource resource_of(std::int64_t key, std::size_t size) {
    Resource resource = sample<Resource>(key);
    resource.content.value.assign(size, 'x');
    return resource;
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, testing::Values([] { return std::make_unique<SqliteStoreOfATest>(); }));

TEST(SqliteStore, FindsEverythingAgainAfterItWasClosed) {
    TemporaryFolder folder;
    const auto user = sample<User>(1);
    {
        SqliteStore store(folder / "store.db");
        put(store, user);
    }
    SqliteStore store(folder / "store.db");
    EXPECT_EQ(get<User>(store, user.username), user);
}

TEST(SqliteStore, KeepsItsFilesFromOtherPeople) {
    TemporaryFolder folder;
    SqliteStore store(folder / "store.db");
    put(store, sample<User>(1));
    for (const auto* name : {"store.db", "store.db-wal", "store.db-shm", "store.db-server"}) {
        struct stat found {};
        ASSERT_EQ(::stat((folder / name).c_str(), &found), 0) << name;
        EXPECT_EQ(found.st_mode & 0777U, 0600U) << name;
    }
}

TEST(SqliteStore, RefusesAFileThatAnotherServerHas) {
    TemporaryFolder folder;
    const std::string path = folder / "store.db";
    {
        SqliteStore first(path);
        EXPECT_THAT([&] { SqliteStore second(path); },
                    ThrowsMessage<std::runtime_error>("The store '" + path + "' is in use by another server (process " +
                                                      std::to_string(::getpid()) +
                                                      "). Stop that one first, or name another file."));
    }
    EXPECT_NO_THROW(SqliteStore{path});
}

TEST(SqliteStore, SaysWhyAFileCantBeOpened) {
    TemporaryFolder folder;
    EXPECT_THAT([&] { SqliteStore store(folder / "nowhere/store.db"); },
                ThrowsMessage<std::runtime_error>(HasSubstr("No such file or directory")));
    std::ofstream(folder / "letter.txt") << std::string(5'000, 'a');
    EXPECT_THAT([&] { SqliteStore store(folder / "letter.txt"); },
                ThrowsMessage<std::runtime_error>(HasSubstr("file is not a database")));
}

TEST(SqliteStore, WritesNothingOfABatchOnAFullDiskAndGoesOnWhenThereIsRoom) {
    FullDisk disk;
    TemporaryFolder folder;
    SqliteStore store(folder / "store.db");
    put(store, resource_of(1, 10));
    for (const int writes : {0, 1, 5, 40}) {
        SCOPED_TRACE(writes);
        disk.fill_after(writes);
        const auto small = sample<User>(writes);
        const auto large = resource_of(2, 4'000'000);
        Batch batch;
        batch.put(small);
        batch.put(large);
        try {
            store.commit(batch);
            FAIL() << "the disk was full";
        } catch (const sqlite::Fault& fault) {
            EXPECT_TRUE(fault.is_full());
            EXPECT_THAT(fault.what(), HasSubstr("database or disk is full"));
        }
        EXPECT_EQ(find<User>(store.reader(), Query{}).total, writes ? 1 : 0);
        EXPECT_EQ(find<Resource>(store.reader(), Query{}).total, 1);
        disk.make_room();
        put(store, sample<User>(99));
        EXPECT_EQ(find<User>(store, Query{}).total, 1);
    }
}

TEST(SqliteStore, GivesEarlierRowsBackWhileTheDiskIsFull) {
    FullDisk disk;
    TemporaryFolder folder;
    {
        SqliteStore store(folder / "store.db");
        put(store, resource_of(1, 100'000));
        disk.fill_after(0);
        EXPECT_THROW(put(store, resource_of(2, 100'000)), sqlite::Fault);
        EXPECT_EQ(find<Resource>(store.reader(), Query{}).total, 1);
    }  // closed while full: the log stays and is read again
    disk.make_room();
    SqliteStore store(folder / "store.db");
    EXPECT_EQ(find<Resource>(store.reader(), Query{}).total, 1);
}

TEST(SqliteStore, RefusesARowWithoutTheInstanceItBelongsTo) {
    TemporaryFolder folder;
    SqliteStore store(folder / "store.db");
    EXPECT_THAT([&] { put(store, sample<Token>(1)); },
                ThrowsMessage<sqlite::Fault>(HasSubstr("FOREIGN KEY constraint failed")));
    EXPECT_EQ(find<Token>(store, Query{}).total, 0);
}

/// The log may not grow without end while a program writes on and on.
TEST(SqliteStore, KeepsItsLogShortUnderLoad) {
    TemporaryFolder folder;
    SqliteStore store(folder / "store.db");
    for (int i = 0; i < 40; ++i) put(store, resource_of(i, 5'000'000));
    EXPECT_LT(std::filesystem::file_size(folder / "store.db-wal"), 150'000'000U);
    EXPECT_EQ(find<Resource>(store.reader(), Query{}.first(40)).rows.size(), 40U);
}

TEST(SqliteStore, LooksUpAnInstancesTasksByTheInstanceNotByTheirState) {
    TemporaryFolder folder;
    const std::string path = folder / "store.db";
    SqliteStore store(path);
    sqlite::Connection connection(path);
    sqlite::Prepared plan(
        connection.get(),
        "EXPLAIN QUERY PLAN SELECT * FROM user_task WHERE state = 'CREATED' AND process_instance_key = 1");
    ASSERT_TRUE(plan.step());
    EXPECT_THAT(std::string(plan.text(3)), HasSubstr("user_task_by_process_instance_key"));
}

TEST(SqliteStore, FindsTheTasksOfAGroupInTheOrderOfTheirDueDatesWithoutSorting) {
    const TemporaryFolder folder;
    const std::string path = folder / "store.db";
    SqliteStore store(path);
    sqlite::Connection connection(path);
    for (const bool is_descending : {false, true}) {
        engine::Query query;
        query.where("candidateGroups", engine::Operator::Equals, {"clerks"});
        query.where("state", engine::Operator::Equals, {"CREATED"}).sorted_by("dueDate", is_descending);
        const auto plan_of = [&](const sql::Statement& statement) {
            sqlite::Prepared plan(connection.get(), "EXPLAIN QUERY PLAN " + statement.text);
            std::string text;
            while (plan.step()) text += std::string(plan.text(3)) + "\n";
            return text;
        };
        const sqlite::SqliteDialect dialect;
        const auto plan = plan_of(sql::search_statement(engine::row_kind("user_task"), query, dialect));
        EXPECT_THAT(plan, HasSubstr("user_task_candidate_groups_by_value (value=? AND state=?)"));
        if (!is_descending) {
            EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE")));
        }
        const auto count = plan_of(sql::count_statement(engine::row_kind("user_task"), query, dialect));
        EXPECT_THAT(count, HasSubstr("COVERING INDEX user_task_candidate_groups_by_value"));
    }
}

}  // namespace dandori::test
