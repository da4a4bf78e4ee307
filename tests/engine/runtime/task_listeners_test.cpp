// Task listeners: what they hold up, correct, deny; and those that listen to all processes.

#include <chrono>
#include <thread>

#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string task(const std::string& listeners, const std::string& more = "") {
    return "<userTask id=\"approve\"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups=\"chiefs\"/>"
           "<zeebe:taskListeners>" + listeners + "</zeebe:taskListeners>" + more + "</extensionElements></userTask>";
}
std::string on(const std::string& event, const std::string& type) {
    return "<zeebe:taskListener eventType=\"" + event + "\" type=\"" + type + "\"/>";
}
std::string with_task(const std::string& task) {
    return process_of("<startEvent id=\"s\"/>" + task + "<endEvent id=\"e\"/>" + flows({"s", "approve", "e"}));
}

/// A command that is on its way while listeners look.
template <class Command>
class Asked {
  public:
    Asked(Desk& desk, Command command) {
        desk.engine().submit(std::move(command), {}, [this](Outcome<typename Command::Answer> outcome) { promise_.set_value(std::move(outcome)); });
    }
    bool waits() { return answer_.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout; }
    Outcome<typename Command::Answer> answer() { return answer_.get(); }

  private:
    std::promise<Outcome<typename Command::Answer>> promise_;
    std::future<Outcome<typename Command::Answer>> answer_ = promise_.get_future();
};

UserTask only_task(Desk& desk) { return desk.rows<UserTask>().at(0); }

Outcome<Done> finish(Desk& desk, const std::string& type, TaskListenerResult result = {}) {
    const auto jobs = desk.activate(type, 1);
    if (jobs.empty()) return tl::unexpected(Rejection{Rejection::Code::NotFound, "no job"});
    CompleteJob command;
    command.key = jobs.front().job.key;
    command.result = std::move(result);
    return desk.engine().execute(command);
}

TEST(TaskListeners, OfCompletingLetTheCallerWait) {
    Desk desk;
    desk.deploy(with_task(task(on("completing", "check") + on("completing", "check-too"))));
    const auto key = desk.start();
    EXPECT_EQ(only_task(desk).state, UserTaskState::Created);
    Asked complete(desk, CompleteUserTask{only_task(desk).key, {R"({"ok": true})"}, {}});
    EXPECT_TRUE(complete.waits());
    EXPECT_EQ(only_task(desk).state, UserTaskState::Completing);
    const auto job = desk.activate("check");
    ASSERT_EQ(job.size(), 1u);
    EXPECT_EQ(job.front().job.kind, JobKind::TaskListener);
    EXPECT_EQ(job.front().job.listener_event_type, JobListenerEventType::Completing);
    ASSERT_TRUE(job.front().user_task);
    EXPECT_EQ(job.front().user_task->action, "complete");
    EXPECT_TRUE(desk.activate("check-too").empty());
    EXPECT_TRUE(desk.engine().execute(CompleteJob{job.front().job.key, {}, {}}));
    EXPECT_TRUE(complete.waits());
    EXPECT_TRUE(finish(desk, "check-too"));
    EXPECT_TRUE(complete.answer());
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(key, "ok"), "true");
    EXPECT_EQ(only_task(desk).state, UserTaskState::Completed);
    EXPECT_EQ(only_task(desk).transition, Json{});
}

TEST(TaskListeners, DenyAndTheTaskIsAsBefore) {
    Desk desk;
    desk.deploy(with_task(task(on("completing", "check") + on("assigning", "who") + on("updating", "what"))));
    const auto key = desk.start();
    const auto before = only_task(desk);
    TaskListenerResult no;
    no.is_denied = true;
    no.denied_reason = "not on a Sunday";
    const auto denied = [&](auto command, const std::string& type) {
        Asked asked(desk, std::move(command));
        EXPECT_TRUE(asked.waits());
        EXPECT_TRUE(finish(desk, type, no));
        const auto outcome = asked.answer();
        ASSERT_FALSE(outcome) << type;
        EXPECT_EQ(outcome.error().code, Rejection::Code::InvalidState);
        EXPECT_NE(outcome.error().text.find("a listener denied it: not on a Sunday"), std::string::npos) << outcome.error().text;
        EXPECT_EQ(only_task(desk), before) << type;
    };
    denied(CompleteUserTask{before.key, {R"({"ok": true})"}, {}}, "check");
    denied(AssignUserTask{before.key, "abe", true, {}}, "who");
    UpdateUserTask update;
    update.key = before.key;
    update.priority = 70;
    denied(update, "what");
    denied(SetVariables{scope_of(before.element_instance_key), {R"({"note": 1})"}, true}, "what");
    EXPECT_EQ(desk.variable(key, "ok"), "absent");
    const auto jobs = desk.rows<Job>();
    EXPECT_EQ(jobs.front().is_denied, true);
    EXPECT_EQ(jobs.front().denied_reason, "not on a Sunday");
}

TEST(TaskListeners, CorrectWhatLaterOnesSee) {
    Desk desk;
    desk.deploy(with_task(task(on("assigning", "one") + on("assigning", "two"))));
    desk.start();
    Asked assign(desk, AssignUserTask{only_task(desk).key, "abe", true, "claim"});
    EXPECT_TRUE(assign.waits());
    EXPECT_EQ(only_task(desk).assignee, std::nullopt);
    TaskListenerResult corrected;
    corrected.assignee = "ito";
    corrected.priority = 80;
    corrected.candidate_groups = std::vector<std::string>{};
    EXPECT_TRUE(finish(desk, "one", corrected));
    desk.engine();
    const auto second = desk.activate("two");
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second.front().user_task->assignee, "ito");
    EXPECT_EQ(second.front().user_task->action, "claim");
    EXPECT_EQ(second.front().user_task->candidate_groups, std::vector<std::string>{});
    EXPECT_EQ(second.front().changed_attributes, (std::vector<std::string>{"assignee", "candidateGroups", "priority"}));
    EXPECT_NE(second.front().job.custom_headers.text.find(R"("io.camunda.zeebe:assignee":"ito")"), std::string::npos)
        << second.front().job.custom_headers.text;
    EXPECT_TRUE(desk.engine().execute(CompleteJob{second.front().job.key, {}, {}}));
    EXPECT_TRUE(assign.answer());
    EXPECT_EQ(only_task(desk).assignee, "ito");
    EXPECT_EQ(only_task(desk).priority, 80);
    EXPECT_TRUE(only_task(desk).candidate_groups.empty());
    EXPECT_EQ(only_task(desk).state, UserTaskState::Created);
}

TEST(TaskListeners, OfCreatingComeBeforeTheModelsAssignment) {
    Desk desk;
    std::string model = with_task(task(on("creating", "make") + on("assigning", "who")));
    model.replace(model.find("candidateGroups="), 0, "assignee=\"abe\" ");
    desk.deploy(model);
    desk.start();
    EXPECT_EQ(only_task(desk).state, UserTaskState::Creating);
    desk.restart();
    TaskListenerResult corrected;
    corrected.assignee = "ito";
    const auto refused = finish(desk, "make", corrected);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidArgument);
    desk.clock.advance(61'000);
    EXPECT_TRUE(finish(desk, "make"));
    EXPECT_EQ(only_task(desk).state, UserTaskState::Assigning);
    EXPECT_EQ(only_task(desk).assignee, std::nullopt);
    desk.restart();
    EXPECT_TRUE(finish(desk, "who", corrected));
    EXPECT_EQ(only_task(desk).state, UserTaskState::Created);
    EXPECT_EQ(only_task(desk).assignee, "ito");
}

TEST(TaskListeners, GiveTheCallerATimeoutAndGoOn) {
    EngineSettings settings;
    settings.listeners_wait_ms = 20;
    Desk desk(settings);
    desk.deploy(with_task(task(on("completing", "check"))));
    const auto key = desk.start();
    const auto outcome = desk.engine().execute(CompleteUserTask{only_task(desk).key, {}, {}});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Rejection::Code::Timeout);
    desk.restart();
    const auto twice = desk.engine().execute(CompleteUserTask{only_task(desk).key, {}, {}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, Rejection::Code::InvalidState);
    EXPECT_TRUE(finish(desk, "check"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(TaskListeners, ThatFailForGoodAreTriedAgain) {
    Desk desk;
    desk.deploy(with_task(task(on("creating", "make") + on("creating", "=other"))));
    const auto key = desk.start();
    FailJob failed;
    failed.key = desk.activate("make").front().job.key;
    EXPECT_TRUE(desk.engine().execute(failed));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_type, IncidentErrorType::TaskListenerNoRetries);
    EXPECT_TRUE(desk.engine().execute(UpdateJob{failed.key, 1, {}}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_TRUE(finish(desk, "make"));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_type, IncidentErrorType::ExtractValueError);
    desk.restart();
    desk.engine().execute(SetVariables{scope_of(key), {R"({"other": "more"})"}, false});
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_TRUE(finish(desk, "make"));
    EXPECT_TRUE(finish(desk, "more"));
    EXPECT_EQ(only_task(desk).state, UserTaskState::Created);
}

TEST(TaskListeners, OfCancelingHoldUpWhatInterrupts) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/><subProcess id=\"sub\"><startEvent id=\"si\"/>" + task(on("canceling", "bye")) + flows({"si", "approve"}) +
            "</subProcess>" + flows({"s", "sub"}) +
            R"(<boundaryEvent id="stop" attachedToRef="sub"><messageEventDefinition messageRef="m"/></boundaryEvent>)" + service_task("after") +
            flows({"stop", "after"}),
        R"(<message id="m" name="stop"><extensionElements><zeebe:subscription correlationKey="=number"/></extensionElements></message>)"));
    const auto key = desk.start(R"({"number": 7})");
    EXPECT_EQ(desk.publish("stop", "7", R"({"why": 1})").correlated.size(), 1u);
    EXPECT_EQ(only_task(desk).state, UserTaskState::Canceling);
    EXPECT_EQ(desk.active(key), "sub approve");
    EXPECT_TRUE(desk.activate("after").empty());
    desk.restart();
    TaskListenerResult no;
    no.is_denied = true;
    EXPECT_FALSE(finish(desk, "bye", no));
    desk.clock.advance(61'000);
    EXPECT_TRUE(finish(desk, "bye"));
    EXPECT_EQ(only_task(desk).state, UserTaskState::Canceled);
    EXPECT_EQ(desk.active(key), "after");
    EXPECT_EQ(desk.variable(key, "why"), "1");
    EXPECT_TRUE(desk.work("after"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_TRUE(desk.rows<Token>().empty());
}

TEST(TaskListeners, OfCancelingHoldUpTheEndOfTheProcess) {
    Desk desk;
    desk.deploy(with_task(task(on("canceling", "bye") + on("completing", "check"))));
    const auto key = desk.start();
    Asked complete(desk, CompleteUserTask{only_task(desk).key, {}, {}});
    EXPECT_TRUE(complete.waits());
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{key, {}}));
    const auto outcome = complete.answer();  // nothing comes of it any more
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Rejection::Code::InvalidState);
    EXPECT_TRUE(desk.activate("check").empty());
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
    desk.restart();
    EXPECT_TRUE(finish(desk, "bye"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
    EXPECT_EQ(desk.history(key), "s COMPLETED\napprove TERMINATED\n");
}

TEST(TaskListeners, OfAnInterruptingEventSubProcessAndATerminateEndEvent) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/><parallelGateway id=\"g\"/>" + task(on("canceling", "bye")) + service_task("a") +
            "<endEvent id=\"stop\"><terminateEventDefinition/></endEvent>" + flows({"s", "g", "approve"}) + flows({"g", "a", "stop"}) +
            R"(<subProcess id="instead" triggeredByEvent="true"><startEvent id="told"><messageEventDefinition messageRef="m"/></startEvent>)" +
            service_task("clean") + flows({"told", "clean"}) + "</subProcess>",
        R"(<message id="m" name="stop"><extensionElements><zeebe:subscription correlationKey="=number"/></extensionElements></message>)"));
    const auto first = desk.start(R"({"number": 7})");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(first), "approve");
    desk.restart();
    EXPECT_TRUE(finish(desk, "bye"));
    EXPECT_EQ(desk.instance(first).state, InstanceState::Completed);
    const auto second = desk.start(R"({"number": 8})");
    EXPECT_EQ(desk.publish("stop", "8").correlated.size(), 1u);
    EXPECT_EQ(desk.active(second), "approve");
    desk.restart();
    EXPECT_TRUE(finish(desk, "bye"));
    EXPECT_EQ(desk.active(second), "instead clean");
    EXPECT_TRUE(desk.work("clean"));
    EXPECT_EQ(desk.instance(second).state, InstanceState::Completed);
}

TEST(GlobalListeners, StandBeforeAndBehindTheModelsByPriority) {
    Desk desk;
    const auto put = [&](const std::string& id, std::vector<std::string> events, bool after, std::int32_t priority) {
        GlobalListener row;
        row.id = row.type = id;
        row.event_types = std::move(events);
        row.after_non_global = after;
        row.priority = priority;
        EXPECT_TRUE(desk.engine().execute(PutGlobalListener{row, true}));
    };
    put("g-low", {"creating"}, false, 10);
    put("g-high", {"all"}, false, 90);
    put("g-after", {"creating", "canceling"}, true, 100);
    put("g-other", {"updating"}, false, 100);
    desk.deploy(with_task(task(on("creating", "model"))));
    desk.start();
    desk.restart();
    for (const std::string type : {"g-high", "g-low", "model", "g-after"}) {
        EXPECT_EQ(only_task(desk).state, UserTaskState::Creating) << type;
        EXPECT_TRUE(finish(desk, type)) << type;
        if (type != "g-high") continue;
        EXPECT_TRUE(desk.engine().execute(DeleteGlobalListener{"g-low"}));  // this task has it still
    }
    EXPECT_EQ(only_task(desk).state, UserTaskState::Created);
    GlobalListener again;
    again.id = again.type = "g-high";
    again.event_types = {"creating"};
    EXPECT_EQ(desk.engine().execute(PutGlobalListener{again, true}).error().code, Rejection::Code::AlreadyExists);
    EXPECT_TRUE(desk.engine().execute(PutGlobalListener{again, false}));
    again.event_types = {"starting"};
    EXPECT_EQ(desk.engine().execute(PutGlobalListener{again, false}).error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(desk.engine().execute(DeleteGlobalListener{"g-low"}).error().code, Rejection::Code::NotFound);
}

}  // namespace
}  // namespace dandori::test
