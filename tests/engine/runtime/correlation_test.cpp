// The standard's correlation, messages between pools of one file, data associations, resource roles, and bounds.
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string awaiting(const std::string& reference) { return "<messageEventDefinition messageRef=\"" + reference + "\"/>"; }

/// A buyer and a seller who write to one another; they tell conversations apart by the number of the order.
std::string two_pools(const std::string& subscription = "") {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="defs" targetNamespace="urn:test">
<message id="ask" name="ask"/><message id="offer" name="offer"/>
<correlationProperty id="number" name="number">
  <correlationPropertyRetrievalExpression messageRef="ask"><messagePath>=order.number</messagePath></correlationPropertyRetrievalExpression>
  <correlationPropertyRetrievalExpression messageRef="offer"><messagePath>=about</messagePath></correlationPropertyRetrievalExpression>
</correlationProperty>
<collaboration id="c"><participant id="p1" processRef="buyer"/><participant id="p2" processRef="seller"/>
  <messageFlow id="f1" sourceRef="send" targetRef="asked"/><messageFlow id="f2" sourceRef="answer" targetRef="offered"/>
  <correlationKey id="by-number"><correlationPropertyRef>number</correlationPropertyRef></correlationKey></collaboration>
<process id="buyer" isExecutable="true">)" +
           subscription + "<startEvent id=\"s\"/>" +
           R"(<sendTask id="send" messageRef="ask"><extensionElements><zeebe:ioMapping><zeebe:input source="={number: number, what: what}" target="order"/></zeebe:ioMapping></extensionElements></sendTask>
<intermediateCatchEvent id="offered">)" + awaiting("offer") + "</intermediateCatchEvent><endEvent id=\"e\"/>" + flows({"s", "send", "offered", "e"}) + R"(</process>
<process id="seller" isExecutable="true"><startEvent id="asked">)" + awaiting("ask") + "</startEvent>" + service_task("think") +
           R"(<endEvent id="answer"><extensionElements><zeebe:ioMapping><zeebe:input source="=order.number" target="about"/><zeebe:input source="=price" target="price"/></zeebe:ioMapping></extensionElements>)" +
           awaiting("offer") + "</endEvent>" + flows({"asked", "think", "answer"}) + "</process></definitions>";
}

TEST(Correlation, PoolsOfOneFileWriteToOneAnotherAndAnswersFindTheirInstance) {
    Desk desk;
    desk.deploy(two_pools());
    const auto first = desk.start(R"({"number": 1, "what": "pump"})", "buyer");
    const auto second = desk.start(R"({"number": 2, "what": "tube"})", "buyer");
    EXPECT_EQ(desk.rows<ProcessInstance>().size(), 4u);
    desk.restart();
    const auto jobs = desk.activate("think");
    ASSERT_EQ(jobs.size(), 2u);
    EXPECT_TRUE(desk.engine().execute(CompleteJob{jobs[1].job.key, {R"({"price": 20})"}, {}}));
    EXPECT_EQ(desk.instance(first).state, InstanceState::Active);
    EXPECT_EQ(desk.instance(second).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(second, "price"), "20");
    EXPECT_TRUE(desk.engine().execute(CompleteJob{jobs[0].job.key, {R"({"price": 10})"}, {}}));
    EXPECT_EQ(desk.variable(first, "price"), "10");
}

TEST(Correlation, ASubscriptionReadsThePropertiesFromTheInstance) {
    Desk desk;
    desk.deploy(two_pools(R"(<correlationSubscription id="sub" correlationKeyRef="by-number"><correlationPropertyBinding correlationPropertyRef="number">
        <dataPath>=number</dataPath></correlationPropertyBinding></correlationSubscription>)"));
    const auto key = desk.start(R"({"number": "7"})", "buyer");
    EXPECT_TRUE(desk.publish("offer", "", R"({"about": 8})").correlated.empty());
    EXPECT_EQ(desk.publish("offer", "", R"({"about": 7})").correlated, std::vector{key});
}

TEST(Correlation, StartEventsOfOneConversationLetTheirTokensIntoOneInstance) {
    Desk desk;
    desk.deploy(R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="defs" targetNamespace="urn:test">
<message id="m1" name="ordered"/><message id="m2" name="paid"/>
<correlationProperty id="number"><correlationPropertyRetrievalExpression messageRef="m1"><messagePath>=n</messagePath></correlationPropertyRetrievalExpression>
<correlationPropertyRetrievalExpression messageRef="m2"><messagePath>=n</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
<collaboration id="c"><participant id="p1" processRef="p"/><correlationKey id="k"><correlationPropertyRef>number</correlationPropertyRef></correlationKey></collaboration>
<process id="p" isExecutable="true"><startEvent id="s1">)" + awaiting("m1") + "</startEvent><startEvent id=\"s2\">" + awaiting("m2") + "</startEvent>" +
                service_task("a") + service_task("b") + "<endEvent id=\"e\"/>" + flows({"s1", "a", "e"}) + flows({"s2", "b", "e"}) + "</process></definitions>");
    const auto first = desk.publish("ordered", "", R"({"n": 1})").correlated;
    desk.restart();
    EXPECT_EQ(desk.publish("paid", "", R"({"n": 1})").correlated, first);
    EXPECT_TRUE(desk.publish("paid", "", R"({"n": 1})").correlated.empty());
    EXPECT_EQ(desk.active(first.at(0)), "a b");
    EXPECT_NE(desk.publish("paid", "", R"({"n": 2})").correlated, first);
    EXPECT_EQ(desk.rows<ProcessInstance>().size(), 2u);
}

TEST(Correlation, AMessageThatFitsTwoInstancesIsRefusedByName) {
    Desk desk;
    desk.deploy(two_pools());
    desk.start(R"({"number": 1})", "buyer");
    desk.start(R"({"number": 1})", "buyer");
    CorrelateMessage command;
    command.name = "offer";
    command.variables = {R"({"about": 1})"};
    const auto refused = desk.engine().execute(command);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidState);
    EXPECT_NE(refused.error().text.find("The message 'offer' fits 2 instances of process 'buyer'"), std::string::npos);
    // The seller's own answer is stopped by an incident that says the same.
    EXPECT_TRUE(desk.work("think", R"({"price": 1})"));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents()[0].element_id, "answer");
    EXPECT_NE(desk.incidents()[0].error_message.find("then resolve the incident."), std::string::npos);
    const auto buyers = desk.rows<ProcessInstance>(Query{}.where_equals("processDefinitionId", std::string("buyer")));
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{buyers[0].key}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents()[0].key}));
    EXPECT_EQ(desk.instance(buyers[1].key).state, InstanceState::Completed);
}

TEST(Correlation, ByKeyAMessageGoesToTheInstanceThatHasWaitedLongest) {
    Desk desk;
    const std::string paid = R"(<message id="m" name="paid"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>)";
    desk.deploy(process_of("<startEvent id=\"s\"/><receiveTask id=\"r\" messageRef=\"m\"/><endEvent id=\"e\"/>" + flows({"s", "r", "e"}), paid));
    const auto first = desk.start(R"({"id": "1"})");
    const auto second = desk.start(R"({"id": "1"})");
    EXPECT_EQ(desk.publish("paid", "1").correlated, std::vector{first});
    EXPECT_EQ(desk.publish("paid", "1").correlated, std::vector{second});
}

TEST(Data, AssociationsOfAnIoSpecificationAreExecuted) {
    Desk desk;
    desk.deploy(process_of(R"(<dataObject id="o" name="order"/><dataObjectReference id="ordered" name="order" dataObjectRef="o"><dataState name="ordered"/></dataObjectReference>
        <dataObjectReference id="any" dataObjectRef="o"/><dataObject id="l" name="lines" isCollection="true"/><dataObjectReference id="lr" dataObjectRef="l"/>
        <startEvent id="s"/><serviceTask id="a"><extensionElements><zeebe:taskDefinition type="a"/></extensionElements>
          <ioSpecification><dataOutput id="a-out" name="result"/><inputSet id="is1"/><outputSet id="os1"><dataOutputRefs>a-out</dataOutputRefs></outputSet></ioSpecification>
          <dataOutputAssociation id="x1"><sourceRef>a-out</sourceRef><targetRef>ordered</targetRef></dataOutputAssociation></serviceTask>
        <serviceTask id="b"><extensionElements><zeebe:taskDefinition type="b"/></extensionElements>
          <ioSpecification><dataInput id="b-in" name="what"/><dataInput id="b-sum" name="sum"/><inputSet id="is2"><dataInputRefs>b-in</dataInputRefs></inputSet><outputSet id="os2"/></ioSpecification>
          <dataInputAssociation id="x2"><sourceRef>ordered</sourceRef><targetRef>b-in</targetRef></dataInputAssociation>
          <dataInputAssociation id="x3"><sourceRef>any</sourceRef><targetRef>b-sum</targetRef><transformation>=order.price * 2</transformation></dataInputAssociation></serviceTask>
        <endEvent id="e"/>)" + flows({"s", "a", "b", "e"})));
    const auto key = desk.start();
    EXPECT_EQ(desk.variable(key, "order"), "null");
    EXPECT_TRUE(desk.work("a"));  // its output set is not complete
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents()[0].error_type, IncidentErrorType::IoMappingError);
    EXPECT_EQ(desk.incidents()[0].error_message,
              "No data output set of 'a' is complete: 'result' has no value. Give it one and resolve the incident.");
    const auto at = desk.rows<ElementInstance>(Query{}.where_equals("elementId", std::string("a"))).back().key;
    EXPECT_TRUE(desk.engine().execute(SetVariables{scope_of(at), {R"({"result": {"price": 21}})"}, true}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents()[0].key}));
    EXPECT_EQ(desk.variable(key, "order"), R"({"price":21})");
    EXPECT_EQ(desk.variable(key, "dataStates"), R"({"order":"ordered"})");
    const auto jobs = desk.activate("b");
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_NE(jobs[0].variables.text.find(R"("sum":42)"), std::string::npos) << jobs[0].variables.text;
    EXPECT_NE(jobs[0].variables.text.find(R"("what":{"price":21})"), std::string::npos) << jobs[0].variables.text;
}

TEST(Data, AnInputInAStateIsThereOnlyWhileTheObjectIsInIt) {
    Desk desk;
    desk.deploy(process_of(R"(<dataObject id="o" name="order"/><dataObjectReference id="approved" dataObjectRef="o"><dataState name="approved"/></dataObjectReference>
        <startEvent id="s"/><serviceTask id="b"><extensionElements><zeebe:taskDefinition type="b"/></extensionElements>
          <ioSpecification><dataInput id="b-in" name="what"/><inputSet id="is2"><dataInputRefs>b-in</dataInputRefs></inputSet><outputSet id="os2"/></ioSpecification>
          <dataInputAssociation id="x2"><sourceRef>approved</sourceRef><targetRef>b-in</targetRef></dataInputAssociation></serviceTask>
        <endEvent id="e"/>)" + flows({"s", "b", "e"})));
    const auto key = desk.start(R"({"order": 5})");
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_TRUE(desk.engine().execute(SetVariables{scope_of(key), {R"({"dataStates": {"order": "approved"}})"}, false}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents()[0].key}));
    EXPECT_EQ(desk.activate("b").size(), 1u);
}

std::string user_task_with(const std::string& roles) {
    return "<startEvent id=\"s\"/><userTask id=\"u\"><extensionElements><zeebe:userTask/></extensionElements>" + roles + "</userTask><endEvent id=\"e\"/>" +
           flows({"s", "u", "e"});
}

TEST(Roles, OfTheStandardSayWhoMayDoAUserTaskAndWhoDoesIt) {
    Desk desk;
    desk.deploy(process_of(user_task_with(R"x(<potentialOwner id="r1"><resourceRef>clerks</resourceRef></potentialOwner>
        <potentialOwner id="r2"><resourceRef>buyers</resourceRef><resourceParameterBinding id="b" parameterRef="region"><formalExpression>=region</formalExpression></resourceParameterBinding></potentialOwner>
        <potentialOwner id="r3"><resourceAssignmentExpression id="x"><formalExpression>=["user(sato)", "group(ward)"]</formalExpression></resourceAssignmentExpression></potentialOwner>
        <humanPerformer id="r4"><resourceAssignmentExpression id="y"><formalExpression>=boss</formalExpression></resourceAssignmentExpression></humanPerformer>)x"),
                           R"(<resource id="clerks" name="clerks"/><resource id="buyers" name="buyers"><resourceParameter id="region" name="region"/></resource>)"));
    desk.start(R"({"region": "Tokyo", "boss": "mori"})");
    const auto task = desk.rows<UserTask>().front();
    EXPECT_EQ(task.candidate_groups, (std::vector<std::string>{"clerks", "buyers:Tokyo", "ward"}));
    EXPECT_EQ(task.candidate_users, (std::vector<std::string>{"sato"}));
    EXPECT_EQ(task.assignee, "mori");
}

TEST(Roles, LanesStandForGroupsWhereTheProcessSaysSo) {
    Desk desk;
    desk.deploy(process_of(R"(<extensionElements><zeebe:properties><zeebe:property name="lanes.assign" value="true"/></zeebe:properties></extensionElements>
        <laneSet id="ls"><lane id="l" name="clerks"><flowNodeRef>u</flowNodeRef></lane></laneSet>)" + user_task_with("")));
    desk.start();
    EXPECT_EQ(desk.rows<UserTask>().front().candidate_groups, std::vector<std::string>{"clerks"});
}

TEST(Bounds, ALoopThatNeverWaitsStopsWithAnIncidentAndOthersGoOn) {
    EngineSettings settings;
    settings.elements_per_command_max = 200;
    Desk desk(settings);
    const std::string go = R"(<signal id="go" name="go"/>)";
    const std::string wait = "<startEvent id=\"s\"/><intermediateCatchEvent id=\"w\"><signalEventDefinition signalRef=\"go\"/></intermediateCatchEvent>";
    desk.deploy(process_of(wait + R"(<exclusiveGateway id="x"/><exclusiveGateway id="y" default="y-e"/><endEvent id="e"/>
        <sequenceFlow id="y-x" sourceRef="y" targetRef="x"><conditionExpression>=round</conditionExpression></sequenceFlow>)" +
                               flows({"s", "w", "x", "y", "e"}),
                           go));
    const auto endless = desk.start(R"({"round": true})");
    const auto other = desk.start(R"({"round": false})");
    EXPECT_TRUE(desk.engine().execute(BroadcastSignal{"go", {}}));
    EXPECT_EQ(desk.instance(other).state, InstanceState::Completed);
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents()[0].process_instance_key, endless);
    EXPECT_EQ(desk.incidents()[0].error_message,
              "A token went through 200 elements without waiting. Is there a loop that never ends? Resolve the incident to let it go on.");
    EXPECT_TRUE(desk.engine().execute(SetVariables{scope_of(endless), {R"({"round": false})"}, false}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents()[0].key}));
    EXPECT_EQ(desk.instance(endless).state, InstanceState::Completed);
}

TEST(Bounds, ACallWithoutEndStopsAtItsDepth) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><callActivity id="c" calledElement="p"/><endEvent id="e"/>)" + flows({"s", "c", "e"})));
    desk.start();
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents()[0].error_type, IncidentErrorType::CalledElementError);
    EXPECT_NE(desk.incidents()[0].error_message.find("calls deep. Does the process call itself without end?"), std::string::npos);
}

}  // namespace
}  // namespace dandori::test
