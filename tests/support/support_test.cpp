// The fakes that other tests lean on do what they say.
#include <gtest/gtest.h>

#include "adapters/memory/memory_store.h"
#include "tests/support/faulty_store.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/sample_rows.h"

namespace dandori::test {

using engine::Batch;
using engine::Timer;

TEST(HandMovedClock, StandsUntilItIsMoved) {
    HandMovedClock clock;
    EXPECT_EQ(to_iso8601(clock.now()), "2026-04-02T01:00:00.000Z");
    EXPECT_EQ(clock.real_ms_until(clock.now() + 1), std::nullopt);
    clock.advance(60'000);
    EXPECT_EQ(to_iso8601(clock.now()), "2026-04-02T01:01:00.000Z");
    EXPECT_EQ(clock.real_ms_until(clock.now()), 0);
}

TEST(FaultyStore, LosesTheBatchBeforeAndKeepsItAfterTheCommit) {
    using Fault = FaultyStore::Fault;
    memory::MemoryStore memory;
    FaultyStore store(memory);
    const auto commit_fails = [&](Fault fault, std::int64_t number) {
        const auto row = sample<Timer>(number);
        Batch batch;
        batch.put(row);
        store.fail_commits(fault);
        EXPECT_THROW(store.commit(batch), std::runtime_error);
        return engine::get<Timer>(store.reader(), row.key).has_value();
    };
    EXPECT_FALSE(commit_fails(Fault::BeforeCommit, 1));
    EXPECT_FALSE(commit_fails(Fault::DiskFull, 2));
    EXPECT_TRUE(commit_fails(Fault::AfterCommit, 3));
    EXPECT_NO_THROW(store.commit(Batch{}));
    EXPECT_EQ(store.commits_tried(), 4);
    EXPECT_EQ(store.commits_done(), 2);
}

}  // namespace dandori::test
