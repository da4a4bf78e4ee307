// What goes beyond the common elements: signals, conditions, compensation, transactions, loops, complex gateways, ad-hoc work.

#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

TEST(Engine, ASignalReachesEverybodyWhoWaitsAndStartsWhatItStarts) {
    Desk desk;
    desk.deploy(process_of(
        R"(<startEvent id="s"/><startEvent id="called"><signalEventDefinition signalRef="go"/></startEvent>
           <intermediateCatchEvent id="wait"><signalEventDefinition signalRef="go"/></intermediateCatchEvent>)" +
            service_task("a") + service_task("b") + flows({"s", "wait", "a"}) + flows({"called", "b"}),
        R"(<signal id="go" name="go"/>)"));
    const auto one = desk.start(), two = desk.start();
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(BroadcastSignal{"go", {R"({"n": 1})"}}));
    EXPECT_EQ(desk.active(one), "a");
    EXPECT_EQ(desk.active(two), "a");
    EXPECT_EQ(desk.variable(one, "n"), "1");
    const auto instances = desk.rows<ProcessInstance>();
    ASSERT_EQ(instances.size(), 3u);
    EXPECT_EQ(desk.active(instances.back().key), "b");
}

const std::string handled =
    R"(<boundaryEvent id="undo-a" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>
       <boundaryEvent id="undo-b" attachedToRef="b"><compensateEventDefinition/></boundaryEvent>
       <serviceTask id="free-a" isForCompensation="true"><extensionElements><zeebe:taskDefinition type="free-a"/></extensionElements></serviceTask>
       <serviceTask id="free-b" isForCompensation="true"><extensionElements><zeebe:taskDefinition type="free-b"/></extensionElements></serviceTask>
       <association id="as1" sourceRef="undo-a" targetRef="free-a" associationDirection="One"/>
       <association id="as2" sourceRef="undo-b" targetRef="free-b" associationDirection="One"/>)";

TEST(Engine, CompensationUndoesInReverseOrder) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + handled +
                           R"(<intermediateThrowEvent id="undo"><compensateEventDefinition/></intermediateThrowEvent>)" + service_task("after") +
                           flows({"s", "a", "b", "undo", "after"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_FALSE(desk.work("free-a"));
    desk.restart();
    EXPECT_TRUE(desk.work("free-b"));
    EXPECT_EQ(desk.active(key), "undo free-a");
    EXPECT_TRUE(desk.work("free-a"));
    EXPECT_EQ(desk.active(key), "after");
    EXPECT_TRUE(desk.work("after"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_TRUE(desk.rows<Compensable>().empty());
}

TEST(Engine, ACancelledTransactionIsUndoneAndLeavesByItsCancelEvent) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><transaction id=\"t\"><startEvent id=\"is\"/>" + service_task("a") + service_task("b") + handled +
                           R"(<endEvent id="no"><cancelEventDefinition/></endEvent>)" + flows({"is", "a", "b", "no"}) +
                           R"(</transaction><boundaryEvent id="cancelled" attachedToRef="t"><cancelEventDefinition/></boundaryEvent>)" +
                           service_task("sorry") + flows({"s", "t"}) + flows({"cancelled", "sorry"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_TRUE(desk.work("free-b"));
    EXPECT_TRUE(desk.work("free-a"));
    EXPECT_EQ(desk.active(key), "sorry");
}

TEST(Engine, AStandardLoopRunsWhileItsConditionHolds) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><serviceTask id="a"><extensionElements><zeebe:taskDefinition type="a"/></extensionElements>
        <standardLoopCharacteristics loopMaximum="5"><loopCondition>=again</loopCondition></standardLoopCharacteristics></serviceTask><endEvent id="e"/>)" +
                           flows({"s", "a", "e"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a", R"({"again": true})"));
    EXPECT_TRUE(desk.work("a", R"({"again": true})"));
    EXPECT_TRUE(desk.work("a", R"({"again": false})"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Engine, AComplexGatewayGoesOnWithTheFirstAndSwallowsTheRest) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><parallelGateway id=\"fork\"/>" + service_task("a") + service_task("b") +
                           R"(<complexGateway id="first"><activationCondition>=activationCount &gt;= 1</activationCondition></complexGateway>)" +
                           service_task("after") + "<endEvent id=\"e\"/>" + flows({"s", "fork", "a", "first", "after", "e"}) + flows({"fork", "b", "first"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.active(key), "a after");
    EXPECT_TRUE(desk.work("after"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Engine, AnAdHocSubProcessRunsWhatIsActivated) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><adHocSubProcess id=\"free\">" + service_task("a") + service_task("b") +
                           R"(<completionCondition>=done = true</completionCondition></adHocSubProcess><endEvent id="e"/>)" + flows({"s", "free", "e"})));
    const auto key = desk.start();
    EXPECT_EQ(desk.active(key), "free");
    const auto ad_hoc = desk.rows<ElementInstance>().back().key;
    EXPECT_FALSE(desk.engine().execute(ActivateAdHocElements{ad_hoc, {{"nothing", {}}}}));
    EXPECT_TRUE(desk.engine().execute(ActivateAdHocElements{ad_hoc, {{"a", {}}}}));
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(key), "free");
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(ActivateAdHocElements{ad_hoc, {{"b", {}}, {"a", {}}}}));
    EXPECT_TRUE(desk.work("b", R"({"done": true})"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Engine, QuantitiesAskForSeveralTokensAndGiveSeveral) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><task id="send" completionQuantity="3"/><task id="receive" startQuantity="3"/>)" + service_task("a") +
                           flows({"s", "send", "receive", "a"})));
    const auto key = desk.start();
    EXPECT_EQ(desk.active(key), "a");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

}  // namespace
}  // namespace dandori::test
