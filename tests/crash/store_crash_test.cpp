// A store whose program is killed again and again keeps every batch that it said was committed, whole, and of the one
// that it was writing all or nothing.

#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "adapters/sqlite/sqlite_store.h"
#include "tests/crash/killed_program.h"
#include "tests/crash/numbered_batch.h"
#include "tests/support/temporary_folder.h"

namespace dandori::test {

using namespace engine;

TEST(StoreCrash, KeepsEveryCommittedBatchWhole) {
    constexpr int lives = 50;
    constexpr std::uint64_t seed = 20260402;
    TemporaryFolder folder;
    const std::string path = folder / "store.db";
    std::mt19937_64 random(seed);
    std::int64_t committed = 0;
    for (int life = 0; life < lives; ++life) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", life " + std::to_string(life));
        const auto listen = [&](const Acknowledgement& line) {
            if (line.what == "ready") {
                EXPECT_GE(line.number, committed) << "a committed batch is gone";
            }
            committed = line.number;  // what a new life found is committed, even if the one before could not say so
        };
        KilledProgram program({STORE_PROGRAM, path});
        ASSERT_TRUE(program.listen(std::uniform_int_distribution<std::int64_t>(0, 120'000)(random), listen));
        program.kill(listen);
    }

    sqlite::SqliteStore store(path);
    const auto last = last_batch(store);
    EXPECT_GE(last, committed);
    EXPECT_LE(last, committed + 1);
    EXPECT_GT(committed, lives) << "too little was done to prove anything";
    const auto timers = find<Timer>(store, Query{});
    ASSERT_EQ(timers.rows.size(), 1U);
    EXPECT_EQ(timers.rows.front(), timer_of_batch(last));
    EXPECT_EQ(find<Resource>(store, Query{}).total, last);
    for (std::int64_t number = 1; number <= last; ++number)
        ASSERT_TRUE(get<Resource>(store, resource_of_batch(number).key) == resource_of_batch(number)) << number;
    std::cout << "killed " << lives << " times in " << last << " batches, " << committed << " of them answered\n";
}

}  // namespace dandori::test
