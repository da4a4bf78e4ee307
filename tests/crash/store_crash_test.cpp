// A store whose program is killed again and again keeps every batch that it said was committed, whole, and of the one
// that it was writing all or nothing.

#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "adapters/postgres/postgres_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "tests/crash/killed_program.h"
#include "tests/crash/numbered_batch.h"
#include "tests/support/postgres_server.h"
#include "tests/support/temporary_folder.h"

namespace dandori::test {

using namespace engine;

namespace {

constexpr std::uint64_t seed = 20260402;

/// Lets store_program live and die on a store again and again, then opens it. With `disturb` each life first gets ready, and goes on after
/// that was done.
void expect_every_committed_batch(const std::string& name, int lives, std::int64_t life_us_max, const std::function<void(int)>& disturb,
                                  const std::function<std::unique_ptr<Store>()>& open) {
    std::mt19937_64 random(seed);
    std::int64_t committed = 0;
    for (int life = 0; life < lives; ++life) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", life " + std::to_string(life));
        bool is_ready = false;
        const auto listen = [&](const Acknowledgement& line) {
            if (line.what == "ready") {
                is_ready = true;
                EXPECT_GE(line.number, committed) << "a committed batch is gone";
            }
            committed = line.number;  // what a new life found is committed, even if the one before could not say so
        };
        KilledProgram program({STORE_PROGRAM, name});
        if (disturb) {
            while (!is_ready) ASSERT_TRUE(program.listen(20'000, listen));
            disturb(life);
        }
        ASSERT_TRUE(program.listen(std::uniform_int_distribution<std::int64_t>(0, life_us_max)(random), listen));
        program.kill(listen);
    }

    const auto store = open();
    const auto last = last_batch(*store);
    EXPECT_GE(last, committed);
    EXPECT_LE(last, committed + 1);
    EXPECT_GT(committed, lives) << "too little was done to prove anything";
    const auto timers = find<Timer>(*store, Query{});
    ASSERT_EQ(timers.rows.size(), 1U);
    EXPECT_EQ(timers.rows.front(), timer_of_batch(last));
    EXPECT_EQ(find<Resource>(*store, Query{}).total, last);
    for (std::int64_t number = 1; number <= last; ++number)
        ASSERT_TRUE(get<Resource>(*store, resource_of_batch(number).key) == resource_of_batch(number)) << number;
    std::cout << "killed " << lives << " times in " << last << " batches, " << committed << " of them answered\n";
}

}  // namespace

TEST(StoreCrash, KeepsEveryCommittedBatchWholeInSqlite) {
    const TemporaryFolder folder;
    const std::string path = folder / "store.db";
    expect_every_committed_batch(path, 50, 120'000, nullptr, [&] { return std::make_unique<sqlite::SqliteStore>(path); });
}

/// Every second life the server loses its power, too, and the program lives on.
TEST(StoreCrash, KeepsEveryCommittedBatchWholeInPostgres) {
    if (PostgresServer::programs().empty()) GTEST_SKIP() << "skipped: PostgreSQL's programs were not found in /usr/lib/postgresql";
    PostgresServer server;
    int restarts = 0;
    const auto disturb = [&](int life) {
        if (life % 2 == 0) return;
        server.stop(SIGQUIT);
        server.start();
        ++restarts;
    };
    expect_every_committed_batch(server.url(), 16, 1'000'000, disturb,
                                 [&] { return std::make_unique<postgres::PostgresStore>(postgres::read_address(server.url()).value()); });
    std::cout << "the server itself " << restarts << " times\n";
}

}  // namespace dandori::test
