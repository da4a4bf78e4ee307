// Suspending and resuming; deleting what is over.

#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

class SuspensionDesk : public Desk {
  public:
    void suspend(ProcessInstanceKey key) { ASSERT_TRUE(engine().execute(SuspendProcessInstance{key})); }
    void resume(ProcessInstanceKey key) { ASSERT_TRUE(engine().execute(ResumeProcessInstance{key})); }
    template <class Command>
    std::string refusal(Command command) {
        const auto outcome = engine().execute(std::move(command));
        return outcome ? "" : outcome.error().text;
    }
};

const std::string news_to_suspended = R"(<message id="m" name="news"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>)";

TEST(Suspension, HandsOutNoJobsUntilItEnds) {
    SuspensionDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + flows({"s", "a", "b"})));
    const auto key = desk.start();
    const auto job = desk.activate("a").front().job.key;
    desk.suspend(key);
    EXPECT_EQ(desk.instance(key).state, InstanceState::Suspended);
    EXPECT_NE(desk.refusal(CompleteJob{job, {}, {}}).find("is in state 'SUSPENDED'. Resume that first."), std::string::npos);
    EXPECT_NE(desk.refusal(SuspendProcessInstance{key}).find("'SUSPENDED' already"), std::string::npos);
    desk.restart();
    desk.wait(120'000);  // the worker's time is over
    EXPECT_TRUE(desk.activate("a").empty());
    desk.resume(key);
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.engine().execute(ResumeProcessInstance{key}).error().code, Rejection::Code::NotFound);
}

TEST(Suspension, MakesUpForTimersThatFellDue) {
    SuspensionDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}) +
        R"(<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>)" +
        service_task("late") + flows({"t", "late"})));
    const auto key = desk.start();
    desk.suspend(key);
    desk.wait(7'200'000);
    EXPECT_EQ(desk.active(key), "a");
    desk.restart();
    desk.wait(1'000);
    EXPECT_EQ(desk.active(key), "a");
    desk.resume(key);
    desk.wait(0);
    EXPECT_EQ(desk.active(key), "late");
}

TEST(Suspension, KeepsMessagesThatAreKeptAnyway) {
    SuspensionDesk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><receiveTask id="r" messageRef="m"/>)" + service_task("a") + flows({"s", "r", "a"}), news_to_suspended));
    const auto key = desk.start(R"({"id": "7"})");
    desk.suspend(key);
    EXPECT_TRUE(desk.publish("news", "7").correlated.empty());
    EXPECT_EQ(desk.engine().execute(CorrelateMessage{"news", "7", {}}).error().code, Rejection::Code::NotFound);
    desk.publish("news", "7", "{}", 60'000);
    desk.restart();
    EXPECT_EQ(desk.active(key), "r");
    desk.resume(key);
    EXPECT_EQ(desk.active(key), "a");
}

TEST(Suspension, HearsNoSignalsAndLooksAtConditionsLater) {
    SuspensionDesk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><parallelGateway id="fork"/>
        <intermediateCatchEvent id="sig"><signalEventDefinition signalRef="g"/></intermediateCatchEvent>
        <intermediateCatchEvent id="cond"><conditionalEventDefinition><condition>=x = 1</condition></conditionalEventDefinition></intermediateCatchEvent>)" +
        flows({"s", "fork", "sig"}) + flows({"fork", "cond"}), R"(<signal id="g" name="bell"/>)"));
    const auto key = desk.start(R"({"x": 0})");
    desk.suspend(key);
    ASSERT_TRUE(desk.engine().execute(BroadcastSignal{"bell", {}}));
    ASSERT_TRUE(desk.engine().execute(SetVariables{scope_of(key), {R"({"x": 1})"}, false}));
    EXPECT_EQ(desk.active(key), "sig cond");
    desk.restart();
    desk.resume(key);
    EXPECT_EQ(desk.active(key), "sig");
    ASSERT_TRUE(desk.engine().execute(BroadcastSignal{"bell", {}}));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Suspension, HoldsUserTasksModificationsAndIncidents) {
    SuspensionDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><parallelGateway id=\"fork\"/><userTask id=\"u\"><extensionElements><zeebe:userTask/>"
                           "</extensionElements></userTask><exclusiveGateway id=\"g\"/>" + service_task("a") + flows({"s", "fork", "u"}) + flows({"fork", "g"}) +
                           R"(<sequenceFlow id="f" sourceRef="g" targetRef="a"><conditionExpression>=x</conditionExpression></sequenceFlow>)"));
    const auto key = desk.start();
    desk.suspend(key);
    const auto task = desk.rows<UserTask>().front().key;
    for (const auto& text : {desk.refusal(CompleteUserTask{task, {}, {}}), desk.refusal(AssignUserTask{task, "hanako", true, {}}),
                             desk.refusal(ResolveIncident{desk.incidents().front().key}),
                             desk.refusal(ModifyProcessInstance{key, {}, {}, {{"u"}}})}) {
        EXPECT_NE(text.find("INVALID_STATE"), std::string::npos) << text;
        EXPECT_NE(text.find("'SUSPENDED'"), std::string::npos) << text;
    }
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{key, {}}));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
}

TEST(Suspension, HoldsWhatWasCalled) {
    SuspensionDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><callActivity id=\"call\"><extensionElements><zeebe:calledElement processId=\"c\"/>"
                           "</extensionElements></callActivity>" + flows({"s", "call"})));
    auto called = process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}));
    called.replace(called.find("id=\"p\""), 6, "id=\"c\"");
    desk.deploy(called, "c.bpmn");
    const auto key = desk.start();
    const auto child = desk.rows<ProcessInstance>(Query{}.where_equals("parentProcessInstanceKey", key)).front().key;
    EXPECT_NE(desk.refusal(SuspendProcessInstance{child}).find("Suspend the root process instance"), std::string::npos);
    desk.restart();
    desk.suspend(key);
    EXPECT_EQ(desk.instance(child).state, InstanceState::Suspended);
    EXPECT_TRUE(desk.activate("a").empty());
    EXPECT_NE(desk.refusal(ResumeProcessInstance{child}).find("Resume the root process instance"), std::string::npos);
    desk.resume(key);
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Deletion, TakesAwayWhatIsLeftOfAnEndedInstanceOnly) {
    SuspensionDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><callActivity id=\"call\"><extensionElements><zeebe:calledElement processId=\"c\"/>"
                           "</extensionElements></callActivity>" + flows({"s", "call"})));
    auto called = process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}));
    called.replace(called.find("id=\"p\""), 6, "id=\"c\"");
    desk.deploy(called, "c.bpmn");
    const auto key = desk.start(R"({"secret": 1})");
    const auto other = desk.start(R"({"kept": 1})");
    EXPECT_EQ(desk.engine().execute(DeleteProcessInstance{key}).error().code, Rejection::Code::InvalidState);
    desk.work("a");
    ASSERT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.engine().execute(DeleteProcessInstance{key}, test::actor("taro", {"iom.operator"})).error().code, Rejection::Code::Forbidden);
    ASSERT_TRUE(desk.engine().execute(DeleteProcessInstance{key}));
    EXPECT_EQ(desk.engine().execute(DeleteProcessInstance{key}).error().code, Rejection::Code::NotFound);
    EXPECT_EQ(desk.rows<ProcessInstance>().size(), 2u) << "the other one and what it calls";
    for (const auto& variable : desk.rows<Variable>()) EXPECT_EQ(variable.name, "kept");
    for (const auto& element : desk.rows<ElementInstance>()) EXPECT_EQ(element.root_process_instance_key, other);
    EXPECT_EQ(desk.rows<Job>().size(), 1u);
    desk.restart();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(other).state, InstanceState::Completed);
}

}  // namespace
}  // namespace dandori::test
