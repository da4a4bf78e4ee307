// Two programs on one store: one leads, the other follows, and then they change places.
#include "tests/engine/runtime/desk.h"

namespace dandori {
namespace {

using engine::Engine;
using engine::Rejection;

TEST(Leading, PassesFromOneProgramToTheOther) {
    test::Desk first;
    Engine second(Engine::Following{}, first.store, first.clock, {});
    first.deploy(test::process_of("<startEvent id=\"start\"/>" + test::service_task("work") + "<endEvent id=\"end\"/>" +
                                  test::flows({"start", "work", "end"})));
    const auto key = first.start();
    EXPECT_TRUE(first.engine().leads());
    EXPECT_FALSE(second.leads());

    // The follower reads, and carries nothing out.
    EXPECT_TRUE(engine::get<engine::ProcessInstance>(second.reader(), key));
    engine::CancelProcessInstance cancel{key};
    const auto refused = second.execute(cancel);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::Unavailable);

    first.engine().follow();
    EXPECT_FALSE(first.engine().leads());
    EXPECT_EQ(first.engine().execute(cancel).error().code, Rejection::Code::Unavailable);
    second.lead();
    engine::ActivateJobs activate;
    activate.type = "work";
    activate.timeout_ms = 60'000;
    activate.count_max = 1;
    const auto jobs = second.execute(activate);
    ASSERT_TRUE(jobs);
    ASSERT_EQ(jobs->jobs.size(), 1u);
    EXPECT_TRUE(second.execute(engine::CompleteJob{jobs->jobs.front().job.key, {}, {}}));
    EXPECT_EQ(engine::get<engine::ProcessInstance>(first.engine().reader(), key)->state, engine::InstanceState::Completed);

    // And back again.
    second.follow();
    first.engine().lead();
    EXPECT_NE(first.start(), key);
}

TEST(Leading, WhatWaitsIsRejectedWhenItEnds) {
    test::Desk desk;
    engine::ActivateJobs poll;
    poll.type = "nobody makes such jobs";
    poll.timeout_ms = 60'000;
    poll.request_timeout_ms = 600'000;
    poll.count_max = 1;
    std::promise<engine::Outcome<engine::ActivateJobs::Answer>> answer;
    desk.engine().submit(poll, {}, [&](auto outcome) { answer.set_value(std::move(outcome)); });
    desk.engine().follow();
    const auto outcome = answer.get_future().get();
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Rejection::Code::Unavailable);
}

TEST(Leading, AFollowerKnowsWhoMayDoWhatNow) {
    test::Desk desk;
    ASSERT_TRUE(desk.engine().execute(engine::SetUpDirectory{}));
    Engine follower(Engine::Following{}, desk.store, desk.clock, {});
    const auto groups_of = [&](Engine& engine) { return engine.directory()->actor(engine::OwnerType::User, "hana", desk.clock.now()).groups; };
    EXPECT_TRUE(groups_of(follower).empty());
    engine::User user;
    user.username = "hana";
    const auto added = desk.engine().execute(engine::PutDirectoryEntry{.entry = user, .groups = {"desk"}});
    ASSERT_TRUE(added) << added.error().text;
    EXPECT_EQ(groups_of(desk.engine()), std::vector<std::string>{"desk"});
    EXPECT_EQ(groups_of(follower), std::vector<std::string>{"desk"});
    const auto unchanged = follower.directory();
    desk.publish("nobody waits for it", "");
    EXPECT_EQ(follower.directory(), unchanged);
}

}  // namespace
}  // namespace dandori
