// What an instance costs, in counts: they don't depend on the machine, so they are held fast here. Times are only measured.
#include <gtest/gtest.h>

#include <future>
#include <iostream>

#include "adapters/memory/memory_store.h"
#include "engine/engine.h"
#include "tests/bench/recorded_rows.h"
#include "tests/bench/workload.h"
#include "tests/support/allocations.h"
#include "tests/support/hand_moved_clock.h"

namespace dandori::bench {
namespace {

using namespace engine;

std::string model_of_seq() {
    return deployment_of(workload("SEQ"), std::filesystem::path(DANDORI_SOURCE_DIR) / "tests/bench/workloads").files.front().content;
}

/// An engine over a counting store in memory.
class Bench {
  public:
    void deploy(const DeployResources& files) {
        const auto outcome = engine.execute(files);
        if (!outcome) throw std::runtime_error(outcome.error().text);
    }
    void start(const Workload& workload, std::int64_t number) {
        const auto outcome = engine.execute(start_of(workload, number));
        if (!outcome) throw std::runtime_error(outcome.error().text);
    }
    /// So many instances, `in_flight` of them waiting for their answer: each answer submits the next.
    void drive(const Workload& workload, std::int64_t count, std::int64_t in_flight) {
        std::promise<void> over;
        std::int64_t submitted = 0, answered = 0;
        std::function<void()> submit = [&] {
            engine.submit(start_of(workload, submitted++), {}, [&](const Outcome<CreateProcessInstance::Answer>& outcome) {
                if (!outcome) ADD_FAILURE() << outcome.error().text;
                if (submitted < count) submit();
                if (++answered == count) over.set_value();
            });
        };
        {
            // Nothing is answered before all of the first are submitted.
            const HeldCommits held(store);
            for (std::int64_t i = 0; i < in_flight; ++i) submit();
        }
        over.get_future().wait();
    }
    /// What a client does after the start, until all instances are over.
    void carry_on(const Workload& workload, std::int64_t count) {
        if (workload.then == Workload::Then::CompleteUserTask) {
            for (const UserTask& task : find<UserTask>(engine.reader(), {}).rows) {
                ASSERT_TRUE(engine.execute(CompleteUserTask{task.key, {R"({"approved":true})"}, {}}));
            }
        } else if (workload.then == Workload::Then::DoJobs) {
            ActivateJobs activate;
            activate.type = "bench-noop";
            activate.timeout_ms = 60'000;
            activate.count_max = static_cast<std::size_t>(count);
            for (auto jobs = engine.execute(activate); jobs && !jobs->jobs.empty(); jobs = engine.execute(activate)) {
                for (const ActivatedJob& job : jobs->jobs) ASSERT_TRUE(engine.execute(CompleteJob{job.job.key, {}, {}}));
            }
        } else if (workload.then == Workload::Then::Publish) {
            for (std::int64_t number = 0; number < count; ++number) {
                PublishMessage publish;
                publish.name = "bench-reply";
                publish.correlation_key = key_of(number);
                ASSERT_TRUE(engine.execute(publish));
            }
        } else if (workload.then == Workload::Then::Wait) {
            for (int delay = 0; delay < 2; ++delay) {
                clock.advance(1'000);
                engine.clock_moved();
                engine.execute(PublishMessage{"nobody waits for this", "", 0, {}, {}});
            }
        }
    }
    template <class Row>
    std::int64_t count_of(Query query = {}) {
        return find<Row>(engine.reader(), query).total;
    }

    memory::MemoryStore rows;
    CountingStore store{rows};
    test::HandMovedClock clock;
    Engine engine{store, clock, {}};

  private:
    struct HeldCommits {
        explicit HeldCommits(CountingStore& store) : store(store) { store.hold(); }
        ~HeldCommits() { store.release(); }
        CountingStore& store;
    };
};

class Counts : public testing::TestWithParam<std::string> {};

TEST_P(Counts, AnInstanceRunsThroughAsManyElementsAsItsModelHas) {
    const auto folder = workloads_folder();
    if (!folder) {
        std::cout << "skipped: not found: ../shared/bench/workloads\n";
        return;
    }
    const Workload& measured = workload(GetParam());
    constexpr std::int64_t count = 20;
    Bench bench;
    bench.deploy(deployment_of(measured, *folder));
    for (std::int64_t number = 0; number < count; ++number) bench.start(measured, number);
    bench.carry_on(measured, count);
    EXPECT_EQ(bench.count_of<ProcessInstance>(Query{}.where_equals("state", InstanceState::Completed)), bench.count_of<ProcessInstance>());
    EXPECT_EQ(static_cast<double>(bench.count_of<ElementInstance>()), measured.elements * count);
    EXPECT_EQ(bench.count_of<ElementInstance>(Query{}.where_equals("state", InstanceState::Active)), 0);
    EXPECT_EQ(bench.count_of<Incident>(), 0);
}

std::vector<std::string> all_ids() {
    std::vector<std::string> ids;
    for (const Workload& each : workloads()) ids.emplace_back(each.id);
    return ids;
}
INSTANTIATE_TEST_SUITE_P(Workloads, Counts, testing::ValuesIn(all_ids()), [](const auto& each) { return each.param; });

/// Rows that one more instance writes, and what the heap is asked for by it.
struct Cost {
    double rows = 0, allocations = 0, commits = 0;
};

Cost cost_of(const Workload& measured, const DeployResources& files, std::int64_t in_flight) {
    constexpr std::int64_t count = 6'400;
    Bench bench;
    bench.deploy(files);
    bench.drive(measured, count, in_flight);  // what is kept for the next instance is there
    const std::int64_t rows = bench.store.rows(), commits = bench.store.commits();
    const std::size_t allocations = test::allocations_of([&] { bench.drive(measured, count, in_flight); });
    const auto each = static_cast<double>(count);
    return {static_cast<double>(bench.store.rows() - rows) / each, static_cast<double>(allocations) / each,
            static_cast<double>(bench.store.commits() - commits) / each};
}

Cost cost_of_seq(std::int64_t in_flight) { return cost_of(workload("SEQ"), DeployResources{{{"seq.bpmn", model_of_seq()}}}, in_flight); }

TEST(CountsOfSequence, OneCommitServesWhoeverIsWaiting) {
    EXPECT_LE(cost_of_seq(64).commits, 0.02);
    EXPECT_EQ(cost_of_seq(1).commits, 1);
}

TEST(CountsOfSequence, AnInstanceWritesEachOfItsRowsOnce) {
    // The instance, four elements and a variable; what numbers are given next is written with each commit.
    const Cost cost = cost_of_seq(64);
    EXPECT_NEAR(cost.rows, 6 + cost.commits, 0.001);
}

TEST(CountsOfSequence, TheHeapIsAskedForLittle) {
    const Cost cost = cost_of_seq(64);
    std::cout << cost.allocations << " allocations for an instance\n";
    EXPECT_LE(cost.allocations, 8);
}

TEST(CountsOfCycle, AnInstanceWritesEachOfItsRowsOnce) {
    const auto folder = workloads_folder();
    if (!folder) {
        std::cout << "skipped: not found: ../shared/bench/workloads\n";
        return;
    }
    const Cost cost = cost_of(workload("CYC"), deployment_of(workload("CYC"), *folder), 64);
    std::cout << cost.allocations << " allocations for an instance\n";
    EXPECT_NEAR(cost.rows, 60 + cost.commits, 0.001);
    EXPECT_LE(cost.allocations, 25);
}

}  // namespace
}  // namespace dandori::bench
