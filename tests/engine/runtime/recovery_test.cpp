// The store fails, and the engine goes on from what is stored.
#include <future>
#include <thread>

#include "tests/engine/runtime/desk.h"
#include "tests/support/faulty_store.h"

namespace dandori {
namespace {

using engine::CreateProcessInstance;
using engine::Rejection;
using test::FaultyStore;

class Recovery : public testing::Test {
  protected:
    using Answer = std::future<engine::Outcome<CreateProcessInstance::Answer>>;

    Recovery() {
        const auto outcome = engine.execute(engine::DeployResources{
            {{"p.bpmn", test::process_of("<startEvent id=\"start\"/>" + test::service_task("work") + "<endEvent id=\"end\"/>" +
                                         test::flows({"start", "work", "end"}))}}});
        EXPECT_TRUE(outcome) << outcome.error().text;
    }

    Answer start() {
        auto promise = std::make_shared<std::promise<engine::Outcome<CreateProcessInstance::Answer>>>();
        CreateProcessInstance command;
        command.process_definition_id = "p";
        engine.submit(command, {}, [promise](auto outcome) { promise->set_value(std::move(outcome)); });
        return promise->get_future();
    }
    std::int64_t instances() { return engine::find<engine::ProcessInstance>(memory, {}).total; }

    memory::MemoryStore memory;
    FaultyStore store{memory};
    test::HandMovedClock clock;
    engine::Engine engine{store, clock, {}};
};

TEST_F(Recovery, WhatWasNotWrittenIsNotThereAndTheNextIs) {
    store.fail_commits(FaultyStore::Fault::DiskFull);
    const auto refused = start().get();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::Unavailable);
    EXPECT_EQ(instances(), 0);
    const auto first = start().get(), second = start().get();
    ASSERT_TRUE(first && second);
    EXPECT_NE(first->instance.key, second->instance.key);
    EXPECT_EQ(instances(), 2);
}

TEST_F(Recovery, GoesOnFromABatchWhoseCommitWasInDoubt) {
    store.fail_commits(FaultyStore::Fault::AfterCommit);
    const auto doubtful = start().get();
    ASSERT_FALSE(doubtful);
    EXPECT_EQ(doubtful.error().code, Rejection::Code::Timeout) << "whoever asked must look before he asks again";
    EXPECT_EQ(instances(), 1);
    const auto next = start().get();
    ASSERT_TRUE(next);
    EXPECT_EQ(instances(), 2) << "its keys are others";
}

/// What it knew is gone and what is stored may be another's by now: it must write nothing more.
TEST_F(Recovery, WhatIsLeftInTheQueueIsRefusedWhereItEndsBeforeItHasLoadedAnew) {
    const int loads = store.loads();
    store.fail_searches(true);
    store.fail_commits(FaultyStore::Fault::BeforeCommit);
    auto first = start();
    while (store.loads() == loads) std::this_thread::yield();
    auto second = start();
    engine.follow();
    for (Answer* answer : {&first, &second}) {
        const auto outcome = answer->get();
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().code, Rejection::Code::Unavailable);
    }
    EXPECT_EQ(instances(), 0);
    EXPECT_EQ(store.commits_done(), 1) << "the deployment";
}

TEST_F(Recovery, AnswersAgainWhenTheStoreDoes) {
    store.fail_searches(true);
    store.fail_commits(FaultyStore::Fault::BeforeCommit);
    EXPECT_FALSE(start().get());
    auto waiting = start();
    EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    store.fail_searches(false);
    const auto outcome = waiting.get();
    EXPECT_TRUE(outcome) << outcome.error().text;
    EXPECT_EQ(instances(), 1);
}

/// What gathers meanwhile is one batch: who asks for a job in it is given the one that comes behind.
TEST_F(Recovery, GivesAJobToWhoAskedForItEarlierInTheSameBatch) {
    store.fail_searches(true);
    store.fail_commits(FaultyStore::Fault::BeforeCommit);
    EXPECT_FALSE(start().get());
    engine::ActivateJobs poll;
    poll.type = "work";
    poll.timeout_ms = 60'000;
    poll.request_timeout_ms = 600'000;
    poll.count_max = 1;
    std::promise<engine::Outcome<engine::ActivateJobs::Answer>> promise;
    engine.submit(poll, {}, [&](auto outcome) { promise.set_value(std::move(outcome)); });
    auto started = start();
    store.fail_searches(false);
    EXPECT_TRUE(started.get());
    auto answer = promise.get_future();
    ASSERT_EQ(answer.wait_for(std::chrono::seconds(5)), std::future_status::ready);
    EXPECT_EQ(answer.get()->jobs.size(), 1u);
}

/// A trial reads too: what it can't is no reason to go on from what may be overtaken.
TEST_F(Recovery, LoadsAnewWhereATrialMeetsAFaultOfTheStore) {
    engine::CancelProcessInstance cancel;
    cancel.key = start().get()->instance.key;
    engine.follow();
    engine.lead();  // the instance is not in memory now
    const int loads = store.loads();
    store.fail_searches(true);
    std::promise<engine::Outcome<engine::Effects>> promise;
    engine.try_out(cancel, {}, [&](auto outcome) { promise.set_value(std::move(outcome)); });
    const auto refused = promise.get_future().get();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::Unavailable);
    store.fail_searches(false);
    EXPECT_TRUE(engine.execute(cancel));
    EXPECT_GT(store.loads(), loads);
}

}  // namespace
}  // namespace dandori
