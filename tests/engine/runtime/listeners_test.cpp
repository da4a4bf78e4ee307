// Execution listeners: jobs that an element, or the process, waits for at a turn of its life.

#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string listener(const std::string& event, const std::string& type, const std::string& more = "") {
    return "<zeebe:executionListener eventType=\"" + event + "\" type=\"" + type + "\" " + more + "/>";
}
std::string listening(const std::string& listeners) {
    return "<zeebe:executionListeners>" + listeners + "</zeebe:executionListeners>";
}

const std::string listened_task =
    "<startEvent id=\"s\"/>" +
    service_task("a", listening(listener("start", "first") + listener("start", "second", "retries=\"=1 + 1\"") + listener("end", "last")) +
                          "<zeebe:taskHeaders><zeebe:header key=\"h\" value=\"1\"/></zeebe:taskHeaders>"
                          "<zeebe:ioMapping><zeebe:input source=\"=x\" target=\"local\"/></zeebe:ioMapping>") +
    "<endEvent id=\"e\"/>" + flows({"s", "a", "e"});

TEST(ExecutionListeners, AreToldOneAfterTheOtherAndHoldTheElementUp) {
    Desk desk;
    desk.deploy(process_of(listened_task));
    const auto key = desk.start(R"({"x": 1})");
    const auto first = desk.activate("first");
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first.front().job.kind, JobKind::ExecutionListener);
    EXPECT_EQ(first.front().job.listener_event_type, JobListenerEventType::Start);
    EXPECT_EQ(first.front().job.retries, 3);
    EXPECT_EQ(first.front().job.custom_headers.text, R"({"h":"1"})");
    EXPECT_NE(first.front().variables.text.find("\"local\":1"), std::string::npos) << first.front().variables.text;
    EXPECT_TRUE(desk.activate("second").empty());
    EXPECT_TRUE(desk.activate("a").empty());
    EXPECT_TRUE(desk.engine().execute(CompleteJob{first.front().job.key, {R"({"told": 2})"}, {}}));
    desk.restart();
    EXPECT_TRUE(desk.activate("a").empty());
    const auto second = desk.activate("second");
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second.front().job.retries, 2);
    EXPECT_TRUE(desk.engine().execute(CompleteJob{second.front().job.key, {}, {}}));
    EXPECT_EQ(desk.variable(key, "told"), "absent");
    const auto work = desk.activate("a");
    ASSERT_EQ(work.size(), 1u);
    EXPECT_NE(work.front().variables.text.find("\"told\":2"), std::string::npos) << work.front().variables.text;
    EXPECT_TRUE(desk.engine().execute(CompleteJob{work.front().job.key, {R"({"y": 3})"}, {}}));
    desk.restart();
    EXPECT_EQ(desk.active(key), "a");
    EXPECT_EQ(desk.variable(key, "y"), "3");
    EXPECT_TRUE(desk.work("last", R"({"z": 4})"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(key, "z"), "4");
}

TEST(ExecutionListeners, ThatFailForGoodAreTheOnlyOnesTriedAgain) {
    Desk desk;
    desk.deploy(process_of(listened_task));
    const auto key = desk.start(R"({"x": 1})");
    EXPECT_TRUE(desk.work("first"));
    const auto second = desk.activate("second");
    FailJob failed;
    failed.key = second.front().job.key;
    failed.error_message = "no";
    EXPECT_TRUE(desk.engine().execute(failed));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_type, IncidentErrorType::ExecutionListenerNoRetries);
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(UpdateJob{failed.key, 1, {}}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_TRUE(desk.activate("first").empty());
    EXPECT_TRUE(desk.work("second"));
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("last"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(ExecutionListeners, AreAllToldAgainAfterAnExpressionHasFailed) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a", listening(listener("start", "first") + listener("start", "=second"))) +
                           flows({"s", "a"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("first"));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_message, "'type' of the START listener of 'a' gave null; a text is needed.");
    desk.engine().execute(SetVariables{scope_of(key), {R"({"second": "two"})"}, false});
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_TRUE(desk.work("first"));
    EXPECT_TRUE(desk.work("two"));
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(ExecutionListeners, CannotThrowErrors) {
    Desk desk;
    desk.deploy(process_of(listened_task));
    desk.start();
    const auto outcome = desk.engine().execute(ThrowJobError{desk.activate("first").front().job.key, "E", {}, {}});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Rejection::Code::InvalidState);
    EXPECT_NE(outcome.error().text.find("EXECUTION_LISTENER"), std::string::npos) << outcome.error().text;
}

TEST(ExecutionListeners, OfEndKeepBoundaryEventsFromInterrupting) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a", listening(listener("start", "before") + listener("end", "after"))) +
                           R"(<boundaryEvent id="late" attachedToRef="a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>)" +
                           flows({"s", "a"})));
    const auto key = desk.start();
    desk.wait(2 * 3'600'000);  // the timer isn't there yet
    EXPECT_TRUE(desk.work("before"));
    EXPECT_EQ(desk.rows<Timer>().size(), 1u);
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.rows<Timer>().empty());
    desk.wait(2 * 3'600'000);
    EXPECT_TRUE(desk.work("after"));
    EXPECT_EQ(desk.history(key), "s COMPLETED\na COMPLETED\n");
}

TEST(ExecutionListeners, OfEveryRunAndOfTheBodyBeforeAll) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><serviceTask id="a"><extensionElements><zeebe:taskDefinition type="a"/>)" +
                           listening(listener("beforeAll", "all") + listener("start", "one") + listener("end", "done")) +
                           R"(</extensionElements><multiInstanceLoopCharacteristics><extensionElements>
                              <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=item * factor"/>
                              </extensionElements></multiInstanceLoopCharacteristics></serviceTask>)" +
                           flows({"s", "a"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.incidents().empty());
    const auto all = desk.activate("all");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all.front().job.listener_event_type, JobListenerEventType::BeforeAll);
    EXPECT_TRUE(desk.activate("one").empty());
    // What it gives is local to the body, so the list may come from it.
    EXPECT_TRUE(desk.engine().execute(CompleteJob{all.front().job.key, {R"({"items": [1, 2]})"}, {}}));
    desk.restart();
    EXPECT_EQ(desk.activate("one").size(), 2u);
    for (const auto& job : desk.rows<Job>()) {
        if (job.type == "one") {
            EXPECT_TRUE(desk.engine().execute(CompleteJob{job.key, {R"({"factor": 5})"}, {}}));
        }
    }
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.variable(key, "results"), "absent");
    EXPECT_TRUE(desk.work("done"));
    EXPECT_TRUE(desk.work("done"));
    EXPECT_EQ(desk.variable(key, "results"), "[5,10]");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

const std::string listened_process =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
<process id="p" isExecutable="true"><extensionElements>)" +
    listening(listener("start", "opens") + listener("end", "closes") + listener("cancel", "cancels") + listener("cancel", "cancels-too")) +
    "</extensionElements><startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}) + "</process></definitions>";

TEST(ExecutionListeners, OfTheProcessOpenAndCloseIt) {
    Desk desk;
    desk.deploy(listened_process);
    const auto key = desk.start();
    EXPECT_EQ(desk.history(key), "");
    desk.restart();
    EXPECT_TRUE(desk.work("opens", R"({"opened": true})"));
    EXPECT_EQ(desk.variable(key, "opened"), "true");
    EXPECT_TRUE(desk.work("a"));
    desk.restart();
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
    EXPECT_TRUE(desk.work("closes", R"({"closed": true})"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(key, "closed"), "true");
    EXPECT_TRUE(desk.rows<Token>().empty());
}

TEST(ExecutionListeners, OfCancelHearWhenAllInsideHasEnded) {
    Desk desk;
    desk.deploy(listened_process);
    for (const bool has_opened : {true, false}) {
        const auto key = desk.start();
        if (has_opened) {
            EXPECT_TRUE(desk.work("opens"));
        }
        EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{key, {}}));
        EXPECT_TRUE(desk.activate("a").empty());
        EXPECT_TRUE(desk.activate("opens").empty());
        EXPECT_EQ(desk.active(key), "");
        EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
        desk.restart();
        const auto told = desk.activate("cancels");
        ASSERT_EQ(told.size(), 1u);
        EXPECT_EQ(told.front().job.listener_event_type, JobListenerEventType::Cancel);
        EXPECT_TRUE(desk.engine().execute(CompleteJob{told.front().job.key, {R"({"why": "x"})"}, {}}));
        EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
        EXPECT_TRUE(desk.work("cancels-too"));
        EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
        EXPECT_EQ(desk.variable(key, "why"), "\"x\"");
        EXPECT_TRUE(desk.rows<Token>().empty());
    }
}

TEST(ExecutionListeners, OfACalledProcessHoldItsCallerUp) {
    Desk desk;
    std::string child = listened_process;
    child.replace(child.find("process id=\"p\""), 14, "process id=\"child\"");
    desk.deploy(child, "child.bpmn");
    desk.deploy(process_of(
        R"(<startEvent id="s"/><callActivity id="call"><extensionElements><zeebe:calledElement processId="child"/></extensionElements></callActivity>)" +
        flows({"s", "call"})));
    const auto caller = desk.start();
    EXPECT_TRUE(desk.work("opens"));
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{caller, {}}));
    EXPECT_EQ(desk.instance(caller).state, InstanceState::Active);
    desk.restart();
    EXPECT_TRUE(desk.work("cancels"));
    EXPECT_TRUE(desk.work("cancels-too"));
    for (const auto& row : desk.rows<ProcessInstance>()) EXPECT_EQ(row.state, InstanceState::Terminated) << row.process_definition_id;
}

TEST(ExecutionListeners, OfAnEventSubProcessKeepTheEventForItsStart) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}) +
            R"(<subProcess id="stop" triggeredByEvent="true"><extensionElements>)" + listening(listener("start", "before")) +
            R"(</extensionElements><startEvent id="stopped"><messageEventDefinition messageRef="m"/></startEvent>)" +
            service_task("clean") + flows({"stopped", "clean"}) + "</subProcess>",
        R"(<message id="m" name="stop"><extensionElements><zeebe:subscription correlationKey="=number"/></extensionElements></message>)"));
    const auto key = desk.start(R"({"number": 7})");
    EXPECT_EQ(desk.publish("stop", "7", R"({"brought": 1})").correlated.size(), 1u);
    desk.restart();
    EXPECT_EQ(desk.active(key), "stop");
    EXPECT_TRUE(desk.work("before"));
    EXPECT_TRUE(desk.work("clean"));
    EXPECT_EQ(desk.variable(key, "brought"), "1");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

}  // namespace
}  // namespace dandori::test
