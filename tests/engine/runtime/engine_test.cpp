// The engine through its front door: commands in, rows out.

#include "tests/support/actors.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

const std::string user_task_element =
    R"(<userTask id="approve"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="chiefs"/></extensionElements></userTask>)";

TEST(Engine, RunsASequenceOfJobsToItsEnd) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + "<endEvent id=\"e\"/>" +
                           flows({"s", "a", "b", "e"})));
    const auto key = desk.start(R"({"x": 1})");
    EXPECT_EQ(desk.active(key), "a");
    EXPECT_TRUE(desk.work("a", R"({"x": 2, "y": "new"})"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.history(key), "s COMPLETED\na COMPLETED\nb COMPLETED\ne COMPLETED\n");
    EXPECT_EQ(desk.variable(key, "x"), "2");
    EXPECT_EQ(desk.variable(key, "y"), "\"new\"");
    EXPECT_FALSE(desk.work("a"));
}

TEST(Engine, GoesOnWhereItWasAfterARestart) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><parallelGateway id=\"fork\"/>" + service_task("a") + service_task("b") +
                           "<parallelGateway id=\"join\"/>" + user_task_element + "<endEvent id=\"e\"/>" +
                           flows({"s", "fork", "a", "join", "approve", "e"}) + flows({"fork", "b", "join"})));
    const auto key = desk.start();
    desk.restart();
    EXPECT_TRUE(desk.work("a"));
    desk.restart();
    EXPECT_EQ(desk.active(key), "b");
    EXPECT_TRUE(desk.work("b"));
    desk.restart();
    const auto tasks = desk.rows<UserTask>();
    ASSERT_EQ(tasks.size(), 1u);
    EXPECT_EQ(tasks.front().state, UserTaskState::Created);
    EXPECT_TRUE(desk.engine().execute(CompleteUserTask{tasks.front().key, {}, {}}));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Engine, TakesTheFirstFlowWhoseConditionHoldsElseTheDefault) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/><exclusiveGateway id=\"g\" default=\"g-c\"/>" + service_task("a") + service_task("b") + service_task("c") +
        flows({"s", "g"}) + flows({"g", "c"}) +
        R"(<sequenceFlow id="g-a" sourceRef="g" targetRef="a"><conditionExpression>=n &gt; 10</conditionExpression></sequenceFlow>
           <sequenceFlow id="g-b" sourceRef="g" targetRef="b"><conditionExpression>=n &gt; 5</conditionExpression></sequenceFlow>)"));
    EXPECT_EQ(desk.active(desk.start(R"({"n": 20})")), "a");
    EXPECT_EQ(desk.active(desk.start(R"({"n": 7})")), "b");
    EXPECT_EQ(desk.active(desk.start(R"({"n": 1})")), "c");
    const auto stuck = desk.start("{}");
    EXPECT_EQ(desk.active(stuck), "g");
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_type, IncidentErrorType::ExtractValueError);
    EXPECT_TRUE(desk.engine().execute(SetVariables{scope_of(stuck), {R"({"n": 6})"}, false}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_EQ(desk.active(stuck), "b");
    EXPECT_FALSE(desk.instance(stuck).has_incident);
}

TEST(Engine, AnInclusiveJoinWaitsOnlyForTokensThatCanStillCome) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/><inclusiveGateway id=\"fork\"/>" + service_task("a") + service_task("b") + service_task("c") +
        "<inclusiveGateway id=\"join\"/>" + service_task("after") + "<endEvent id=\"e\"/>" + flows({"s", "fork"}) +
        flows({"a", "join", "after", "e"}) + flows({"b", "join"}) + flows({"c", "join"}) +
        R"(<sequenceFlow id="f-a" sourceRef="fork" targetRef="a"><conditionExpression>=true</conditionExpression></sequenceFlow>
           <sequenceFlow id="f-b" sourceRef="fork" targetRef="b"><conditionExpression>=both</conditionExpression></sequenceFlow>
           <sequenceFlow id="f-c" sourceRef="fork" targetRef="c"><conditionExpression>=false</conditionExpression></sequenceFlow>)"));
    const auto one = desk.start(R"({"both": false})");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(one), "after");
    const auto two = desk.start(R"({"both": true})");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(two), "b");
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.active(two), "after");
}

TEST(Engine, AnInterruptingTimerTakesTheTaskAwayAndANonInterruptingOneReminds) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/>" + user_task_element + service_task("remind") + service_task("escalate") + "<endEvent id=\"e\"/>" +
        R"(<boundaryEvent id="hour" attachedToRef="approve" cancelActivity="false"><timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
           <boundaryEvent id="day" attachedToRef="approve"><timerEventDefinition><timeDuration>=duration("P1D")</timeDuration></timerEventDefinition></boundaryEvent>)" +
        flows({"s", "approve", "e"}) + flows({"hour", "remind"}) + flows({"day", "escalate"})));
    const auto key = desk.start();
    desk.wait(3'600'000);
    EXPECT_EQ(desk.active(key), "approve remind");
    desk.restart();
    desk.wait(3'600'000);
    EXPECT_EQ(desk.active(key), "approve remind remind");
    desk.wait(22 * 3'600'000);
    EXPECT_EQ(desk.active(key), "remind remind escalate");
    EXPECT_EQ(desk.rows<UserTask>().front().state, UserTaskState::Canceled);
    EXPECT_TRUE(desk.rows<Timer>().empty());
}

TEST(Engine, AMessageMeetsTheInstanceThatWaitsForItOrWaitsForOne) {
    Desk desk;
    desk.deploy(process_of(
        R"(<startEvent id="s"/><intermediateCatchEvent id="answer"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>)" +
            service_task("a") + flows({"s", "answer", "a"}),
        R"(<message id="m" name="answer"><extensionElements><zeebe:subscription correlationKey="=number"/></extensionElements></message>)"));
    const auto one = desk.start(R"({"number": "A-1"})");
    EXPECT_TRUE(desk.publish("answer", "A-2").correlated.empty());
    EXPECT_EQ(desk.publish("answer", "A-1", R"({"text": "yes"})").correlated, std::vector{one});
    EXPECT_EQ(desk.active(one), "a");
    EXPECT_EQ(desk.variable(one, "text"), "\"yes\"");
    desk.publish("answer", "A-3", R"({"text": "early"})", 60'000);
    desk.restart();
    const auto two = desk.start(R"({"number": "A-3"})");
    EXPECT_EQ(desk.active(two), "a");
    EXPECT_EQ(desk.variable(two, "text"), "\"early\"");
    desk.publish("answer", "A-4", "{}", 60'000);
    desk.wait(61'000);
    EXPECT_EQ(desk.active(desk.start(R"({"number": "A-4"})")), "answer");
}

TEST(Engine, AMessageStartsOneInstanceACorrelationKeyAtATime) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent>)" + service_task("a") +
                               "<endEvent id=\"e\"/>" + flows({"s", "a", "e"}),
                           R"(<message id="m" name="alert"/>)"));
    const auto first = desk.publish("alert", "disk", R"({"host": "db1"})").correlated;
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(desk.variable(first.front(), "host"), "\"db1\"");
    EXPECT_TRUE(desk.publish("alert", "disk").correlated.empty());
    EXPECT_EQ(desk.publish("alert", "memory").correlated.size(), 1u);
    desk.publish("alert", "disk", R"({"host": "later"})", 60'000);
    desk.restart();
    EXPECT_TRUE(desk.work("a"));
    const auto instances = desk.rows<ProcessInstance>();
    ASSERT_EQ(instances.size(), 3u);
    EXPECT_EQ(desk.variable(instances.back().key, "host"), "\"later\"");
}

TEST(Engine, AnErrorGoesToTheNearestHandlerThatNamesIt) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/><subProcess id=\"sub\"><startEvent id=\"is\"/>" + service_task("a") + flows({"is", "a"}) + "</subProcess>" +
            R"(<boundaryEvent id="named" attachedToRef="sub"><errorEventDefinition errorRef="e1"/></boundaryEvent>
               <boundaryEvent id="any" attachedToRef="sub"><errorEventDefinition/></boundaryEvent>)" +
            service_task("on-named") + service_task("on-any") + flows({"s", "sub"}) + flows({"named", "on-named"}) +
            flows({"any", "on-any"}),
        R"(<error id="e1" errorCode="E1"/>)"));
    const auto one = desk.start();
    const auto job = desk.activate("a").front().job.key;
    EXPECT_TRUE(desk.engine().execute(ThrowJobError{job, "E1", "bad", {R"({"why": "full"})"}}));
    EXPECT_EQ(desk.active(one), "on-named");
    EXPECT_EQ(desk.variable(one, "why"), "\"full\"");
    EXPECT_EQ(get<Job>(desk.engine().reader(), job)->state, JobState::ErrorThrown);
    const auto two = desk.start();
    EXPECT_TRUE(desk.engine().execute(ThrowJobError{desk.activate("a").front().job.key, "E2", {}, {}}));
    EXPECT_EQ(desk.active(two), "on-any");
}

TEST(Engine, AnErrorNobodyCatchesIsAnIncidentAndTheJobCanBeTriedAgain) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.engine().execute(ThrowJobError{desk.activate("a").front().job.key, "E9", {}, {}}));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_message, "Expected to throw an error event with the code 'E9', but it was not caught.");
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Engine, AJobThatFailsForGoodWaitsForNewRetries) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    const auto key = desk.start();
    const auto job = desk.activate("a").front().job.key;
    EXPECT_TRUE(desk.engine().execute(FailJob{job, 1, "later", 60'000, {}}));
    EXPECT_TRUE(desk.activate("a").empty());
    desk.wait(60'000);
    ASSERT_EQ(desk.activate("a").size(), 1u);
    EXPECT_TRUE(desk.engine().execute(FailJob{job, 0, "broken", 0, {}}));
    EXPECT_TRUE(desk.activate("a").empty());
    const auto incident = desk.incidents().front().key;
    const auto refused = desk.engine().execute(ResolveIncident{incident});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidState);
    EXPECT_TRUE(desk.engine().execute(UpdateJob{job, 2, {}}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{incident}));
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    const auto again = desk.engine().execute(CompleteJob{job, {}, {}});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Rejection::Code::NotFound);
}

TEST(Engine, AWorkerThatIsLateLosesTheJobToTheNext) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    desk.start();
    EXPECT_EQ(desk.activate("a").size(), 1u);
    EXPECT_TRUE(desk.activate("a").empty());
    desk.wait(60'000);
    EXPECT_EQ(desk.activate("a").size(), 1u);
}

TEST(Engine, APersonMayOnlyWorkOnWhatIsTheirs) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + user_task_element + flows({"s", "approve"})));
    desk.start();
    const auto task = desk.rows<UserTask>().front().key;
    const Actor stranger = test::actor("zoe", {"others"}), chief = test::actor("abe", {"chiefs"}), other_chief = test::actor("ito", {"chiefs"});
    const auto refused = desk.engine().execute(CompleteUserTask{task, {}, {}}, stranger);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::Forbidden);
    EXPECT_FALSE(desk.engine().execute(AssignUserTask{task, "zoe", true, {}}, stranger));
    EXPECT_TRUE(desk.engine().execute(AssignUserTask{task, "abe", false, {}}, chief));
    const auto claimed = desk.engine().execute(AssignUserTask{task, "ito", false, {}}, other_chief);
    ASSERT_FALSE(claimed);
    EXPECT_EQ(claimed.error().code, Rejection::Code::InvalidState);
    EXPECT_FALSE(desk.engine().execute(CompleteUserTask{task, {}, {}}, other_chief));
    EXPECT_TRUE(desk.engine().execute(CompleteUserTask{task, {R"({"comment":"fine"})"}, "approve"}, chief));
    EXPECT_EQ(desk.rows<UserTask>().front().completed_by, "abe");
    EXPECT_EQ(desk.rows<UserTask>().front().assigned_by, "abe");
    EXPECT_EQ(desk.rows<UserTask>().front().assigned_at, desk.clock.now());
    EXPECT_EQ(desk.rows<UserTask>().front().answer.text, R"({"comment":"fine"})");
    const auto twice = desk.engine().execute(CompleteUserTask{task, {}, {}}, chief);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, Rejection::Code::NotFound);
}

TEST(Engine, AMultiInstanceActivityCollectsWhatItsRunsGive) {
    Desk desk;
    desk.deploy(process_of(
        R"(<startEvent id="s"/><serviceTask id="a"><extensionElements><zeebe:taskDefinition type="a"/></extensionElements>
           <multiInstanceLoopCharacteristics isSequential="true"><extensionElements>
             <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"/>
           </extensionElements></multiInstanceLoopCharacteristics></serviceTask><endEvent id="e"/>)" +
        flows({"s", "a", "e"})));
    const auto key = desk.start(R"({"items": [1, 2, 3]})");
    for (int i = 1; i <= 3; ++i) {
        const auto jobs = desk.activate("a");
        ASSERT_EQ(jobs.size(), 1u);
        EXPECT_NE(jobs.front().variables.text.find("\"item\":" + std::to_string(i)), std::string::npos) << jobs.front().variables.text;
        EXPECT_TRUE(desk.engine().execute(CompleteJob{jobs.front().job.key, {"{\"result\": " + std::to_string(i * i) + "}"}, {}}));
        desk.restart();
    }
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(key, "results"), "[1,4,9]");
}

TEST(Engine, ACalledProcessGivesItsVariablesBackAndEndsWithItsCaller) {
    Desk desk;
    desk.deploy(process_of(
        R"(<startEvent id="s"/><callActivity id="call"><extensionElements><zeebe:calledElement processId="child"/></extensionElements></callActivity><endEvent id="e"/>)" +
        flows({"s", "call", "e"})));
    std::string child = process_of("<startEvent id=\"cs\"/>" + service_task("c") + flows({"cs", "c"}));
    child.replace(child.find("process id=\"p\""), 14, "process id=\"child\"");
    const auto early = desk.start();
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_message, "There is no process 'child' deployed.");
    desk.deploy(child, "child.bpmn");
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    desk.restart();
    EXPECT_TRUE(desk.work("c", R"({"answer": 42})"));
    EXPECT_EQ(desk.instance(early).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(early, "answer"), "42");
    const auto second = desk.start();
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{second, {}}));
    for (const auto& row : desk.rows<ProcessInstance>()) EXPECT_NE(row.state, InstanceState::Active) << row.process_definition_id;
    EXPECT_TRUE(desk.activate("c").empty());
}

TEST(Engine, AnEventSubProcessMayInterruptItsScope) {
    Desk desk;
    desk.deploy(process_of(
        "<startEvent id=\"s\"/>" + service_task("a") + "<endEvent id=\"e\"/>" + flows({"s", "a", "e"}) +
            R"(<subProcess id="stop" triggeredByEvent="true"><startEvent id="stopped"><messageEventDefinition messageRef="m"/></startEvent>)" +
            service_task("clean") + flows({"stopped", "clean"}) + "</subProcess>",
        R"(<message id="m" name="stop"><extensionElements><zeebe:subscription correlationKey="=number"/></extensionElements></message>)"));
    const auto key = desk.start(R"({"number": 7})");
    desk.restart();
    EXPECT_EQ(desk.publish("stop", "7").correlated.size(), 1u);
    EXPECT_EQ(desk.active(key), "stop clean");
    EXPECT_TRUE(desk.work("clean"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Engine, ADeploymentIsRefusedWholeWithEveryFault) {
    Desk desk;
    const auto refused = desk.try_deploy({{"good.bpmn", process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}))},
                                          {"bad.bpmn", "<definitions"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidArgument);
    EXPECT_NE(refused.error().text.find("bad.bpmn"), std::string::npos) << refused.error().text;
    EXPECT_TRUE(desk.rows<ProcessDefinition>().empty());
    const std::string xml = process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}));
    desk.deploy(xml);
    desk.deploy(xml);
    EXPECT_EQ(desk.rows<ProcessDefinition>().size(), 1u);
    desk.restart();
    desk.deploy(xml + "<!-- changed -->");
    EXPECT_EQ(desk.rows<ProcessDefinition>().size(), 2u);
    EXPECT_EQ(desk.instance(desk.start()).process_definition_version, 2);
}

TEST(Engine, ALoopWithoutEndStopsWithAnIncident) {
    EngineSettings settings;
    settings.elements_per_command_max = 100;
    Desk desk(settings);
    desk.deploy(process_of("<startEvent id=\"s\"/><exclusiveGateway id=\"g\"/><task id=\"t\"/>" + flows({"s", "g", "t", "g"})));
    desk.start();
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_type, IncidentErrorType::Unspecified);
}

TEST(Engine, AwaitsTheEndOfAnInstanceWhenAsked) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><scriptTask id="sum"><extensionElements><zeebe:script expression="=a + b" resultVariable="c"/></extensionElements></scriptTask><endEvent id="e"/>)" +
                           flows({"s", "sum", "e"})));
    CreateProcessInstance command;
    command.process_definition_id = "p";
    command.variables = {R"({"a": 1, "b": 2})"};
    command.await_completion = true;
    command.fetch_variables = {"c"};
    const auto outcome = desk.engine().execute(command);
    ASSERT_TRUE(outcome) << outcome.error().text;
    EXPECT_EQ(outcome->variables.text, R"({"c":3})");
}

TEST(Engine, GivesCasesANumberOfTheirFiscalYear) {
    Desk desk;
    desk.deploy(process_of(R"(<extensionElements><zeebe:properties><zeebe:property name="case.kind" value="INC"/></zeebe:properties></extensionElements><startEvent id="s"/>)" +
                           service_task("a") + flows({"s", "a"})));
    const auto one = desk.start();
    desk.restart();
    const auto two = desk.start();
    EXPECT_EQ(desk.instance(one).business_id, "INC-R08-00001");
    EXPECT_EQ(desk.instance(two).business_id, "INC-R08-00002");
    EXPECT_EQ(desk.variable(two, "caseNo"), "\"INC-R08-00002\"");
}

TEST(Engine, TakesAMailOnceAndKeepsItWithItsCase) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent>)" + service_task("a") + flows({"s", "a"}),
                           R"(<message id="m" name="alert"/>)"));
    TakeMail command;
    command.mail.message_id = "1@monitor";
    command.publish = PublishMessage{"alert", "disk", 0, {}, {}};
    const auto first = desk.engine().execute(command);
    ASSERT_TRUE(first) << first.error().text;
    EXPECT_EQ(first->mail.state, MailState::Taken);
    EXPECT_TRUE(first->mail.process_instance_key.has_value());
    const auto again = desk.engine().execute(command);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->is_known);
    command.mail.message_id = "2@monitor";
    command.publish.reset();
    const auto lost = desk.engine().execute(command);
    ASSERT_TRUE(lost);
    EXPECT_EQ(lost->mail.state, MailState::Tray);
    EXPECT_EQ(desk.rows<Mail>().size(), 2u);
    const AssignMail assignment{lost->mail.key, first->mail.process_instance_key, {}};
    const auto refused = desk.engine().execute(assignment, test::actor("zoe", {"others"}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::Forbidden);
    EXPECT_TRUE(desk.engine().execute(assignment, test::actor("ota", {"iom.operator"})));
    EXPECT_EQ(desk.rows<Mail>().back().state, MailState::Taken);
    EXPECT_EQ(desk.rows<Mail>().back().assigned_by, "ota");
    EXPECT_EQ(desk.rows<Mail>().back().assigned_at, desk.clock.now());
}

}  // namespace
}  // namespace dandori::test
