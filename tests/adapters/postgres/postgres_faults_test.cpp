// The server goes away, comes back, ends sessions in the middle of commits, has no room.
#include <gmock/gmock.h>

#include "engine/port/in_doubt.h"
#include "tests/adapters/postgres/database_of_a_test.h"
#include "tests/support/sample_rows.h"

namespace dandori::test {

using namespace engine;
using postgres::PostgresStore;
using testing::HasSubstr;

namespace {

Sequence sequence(std::int64_t next) { return {.name = "a", .next = next}; }

class PostgresFaults : public testing::Test {
  protected:
    void SetUp() override {
        if (PostgresServer::programs().empty()) GTEST_SKIP() << "skipped: PostgreSQL's programs were not found in /usr/lib/postgresql";
        server_ = std::make_unique<PostgresServer>();
        address_ = fresh_address(*server_);
    }
    std::unique_ptr<PostgresServer> server_;
    postgres::Address address_;
};

TEST_F(PostgresFaults, GoesOnAfterTheServerWasRestarted) {
    PostgresStore store(address_);
    put(store, sequence(1));
    EXPECT_EQ(get<Sequence>(store.reader(), "a")->next, 1);
    server_->stop();
    server_->start();
    put(store, sequence(2));
    EXPECT_EQ(get<Sequence>(store.reader(), "a")->next, 2);
    server_->stop(SIGQUIT);
    server_->start();
    EXPECT_EQ(get<Sequence>(store, "a")->next, 2);
}

TEST_F(PostgresFaults, WaitsForAServerThatComesBackAndSaysWhenItDoesNot) {
    PostgresStore store(address_, sql::current_schema(), 1s);
    put(store, sequence(1));
    server_->stop();
    const auto row = sequence(2);
    Batch batch;
    batch.put(row);
    try {
        store.commit(batch);
        FAIL() << "there was no server";
    } catch (const std::exception& fault) {
        EXPECT_THAT(fault.what(), HasSubstr("PostgreSQL can't be reached at postgres://dandori@127.0.0.1:"));
    }
    EXPECT_THROW(store.reader().search(0, Query{}), postgres::Fault);
    server_->start();
    put(store, sequence(3));
    EXPECT_EQ(get<Sequence>(store.reader(), "a")->next, 3);
}

/// Sessions are ended at random moments, many of them in the middle of a commit: each commit that returns is there once, and none that
/// threw.
TEST_F(PostgresFaults, LooksUpCommitsThatWereCutOff) {
    PostgresStore store(address_);
    postgres::Connection killer(address_, postgres::Purpose::Reading, "killer");
    std::atomic<bool> over = false;
    std::atomic<int> killed = 0;
    std::jthread kills([&] {
        std::mt19937 random(20260402);
        while (!over) {
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
            killed += static_cast<int>(killer.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'dandori %' "
                                                      "AND state = 'active' AND query LIKE 'WITH %'").size());
        }
    });
    std::int64_t number = 0;
    const auto until = std::chrono::steady_clock::now() + 8s;
    while (std::chrono::steady_clock::now() < until) {
        ++number;
        const auto counter = sequence(number);
        auto element = sample<ElementInstance>(number);
        std::vector<Timer> timers;
        for (int i = 0; i < 50; ++i) timers.push_back(sample<Timer>(number * 100 + i));
        Batch batch;
        batch.put(counter);
        batch.put(element);
        for (const auto& timer : timers) batch.put(timer);
        ASSERT_NO_THROW(store.commit(batch));
        ASSERT_EQ(get<Sequence>(store, "a")->next, number);
    }
    over = true;
    kills.join();
    EXPECT_EQ(find<ElementInstance>(store, Query{}).total, number);
    EXPECT_EQ(find<Timer>(store, Query{}).total, number * 50);
    EXPECT_GT(killed, 20);
    EXPECT_GT(number, killed / 2) << "too few commits came through to prove anything";
    std::cout << killed << " sessions ended in " << number << " commits\n";
}

TEST_F(PostgresFaults, TellsWhenSomebodyElseHasWrittenMeanwhile) {
    PostgresStore store(address_);
    put(store, sequence(1));
    server_->stop();
    server_->start();
    {
        PostgresStore other(address_);
        put(other, sequence(5));
    }
    const auto row = sequence(2);
    Batch batch;
    batch.put(row);
    try {
        store.commit(batch);
        FAIL() << "what is in memory is not what is stored";
    } catch (const InDoubt& fault) {  // it may have been written, and overwritten since
        EXPECT_THAT(fault.what(), HasSubstr("Another server has written to the store"));
    }
    server_->stop();
    server_->start();
    EXPECT_THROW(store.commit(batch), std::runtime_error) << "also when it is asked once more, over a new connection";
    EXPECT_THROW(get<Sequence>(store, "a"), std::runtime_error);
    store.load_anew();
    EXPECT_EQ(get<Sequence>(store, "a")->next, 5);
    put(store, sequence(6));
    EXPECT_EQ(get<Sequence>(store.reader(), "a")->next, 6);
}

/// Only root could make a file system that is full; the trigger says what the server says then.
TEST_F(PostgresFaults, WritesNothingOfABatchOnAFullDiskAndGoesOnWhenThereIsRoom) {
    PostgresStore store(address_);
    put(store, sequence(1));
    {
        postgres::Connection connection(address_, postgres::Purpose::Writing, "test");
        connection.execute("CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full', "
                           "MESSAGE = 'could not extend file: No space left on device'; END $$; "
                           "CREATE TRIGGER no_room BEFORE INSERT ON document_content FOR EACH ROW EXECUTE FUNCTION no_room()");
    }
    const auto content = sample<DocumentContent>(1);
    const auto row = sequence(2);
    Batch batch;
    batch.put(row);
    batch.put(content);
    try {
        store.commit(batch);
        FAIL() << "there was no room";
    } catch (const postgres::Fault& fault) {
        EXPECT_TRUE(fault.is_full());
        EXPECT_THAT(fault.what(), HasSubstr("The disk of the PostgreSQL server is full: could not extend file: No space left on device"));
    }
    EXPECT_EQ(get<Sequence>(store.reader(), "a")->next, 1);
    put(store, sequence(3));
    EXPECT_EQ(get<Sequence>(store.reader(), "a")->next, 3);
}

}  // namespace
}  // namespace dandori::test
