// Events that wait for several others, conditions, and what starts a process.
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

const std::string messages =
    R"(<message id="m1" name="paid"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>
       <message id="m2" name="packed"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>
       <signal id="go" name="go"/>)";

std::string message(const std::string& reference) { return "<messageEventDefinition messageRef=\"" + reference + "\"/>"; }
std::string condition(const std::string& text, const std::string& filter = "") {
    const std::string extension = filter.empty() ? "" : "<extensionElements><zeebe:conditionalFilter " + filter + "/></extensionElements>";
    return "<conditionalEventDefinition>" + extension + "<condition>=" + text + "</condition></conditionalEventDefinition>";
}

void set(Desk& desk, ScopeKey scope, const std::string& variables) {
    const auto outcome = desk.engine().execute(SetVariables{scope, {variables}, false});
    ASSERT_TRUE(outcome) << outcome.error().text;
}

ElementInstanceKey active_key(Desk& desk, const std::string& element) {
    const auto rows = desk.rows<ElementInstance>(Query{}.where_equals("elementId", element).where_equals("state", InstanceState::Active));
    EXPECT_FALSE(rows.empty()) << element;
    return rows.empty() ? ElementInstanceKey{} : rows.back().key;
}

TEST(ParallelMultiple, ACatchEventOccursOnceAllItsEventsHave) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><intermediateCatchEvent id=\"all\" parallelMultiple=\"true\">" + message("m1") + message("m2") +
                               "<signalEventDefinition signalRef=\"go\"/></intermediateCatchEvent><endEvent id=\"e\"/>" + flows({"s", "all", "e"}),
                           messages));
    const auto key = desk.start(R"({"id": "7"})");
    desk.publish("packed", "7", R"({"boxes": 2})");
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(BroadcastSignal{"go", {}}));
    EXPECT_TRUE(desk.engine().execute(BroadcastSignal{"go", {}}));
    EXPECT_EQ(desk.active(key), "all");
    EXPECT_TRUE(desk.publish("packed", "7").correlated.empty());
    desk.restart();
    desk.publish("paid", "7", R"({"sum": 5})");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(key, "boxes"), "2");
    EXPECT_EQ(desk.variable(key, "sum"), "5");
    EXPECT_TRUE(desk.rows<EventOccurrence>().empty());
}

TEST(ParallelMultiple, ABoundaryEventThatDoesntInterruptOccursForEachWholeSet) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") +
                               "<boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\" parallelMultiple=\"true\">" + message("m1") +
                               message("m2") + "</boundaryEvent>" + service_task("told") + "<endEvent id=\"e\"/><endEvent id=\"e2\"/>" +
                               flows({"s", "a", "e"}) + flows({"b", "told", "e2"}),
                           messages));
    const auto key = desk.start(R"({"id": "7"})");
    desk.publish("paid", "7");
    desk.publish("paid", "7");
    EXPECT_EQ(desk.active(key), "a");
    desk.restart();
    desk.publish("packed", "7");
    EXPECT_EQ(desk.active(key), "a told");
    desk.publish("packed", "7");
    EXPECT_EQ(desk.active(key), "a told told");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("told"));
    EXPECT_TRUE(desk.work("told"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(ParallelMultiple, AnInterruptingBoundaryEventForgetsWhatOccurredWhenTheActivityEnds) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<boundaryEvent id=\"b\" attachedToRef=\"a\" parallelMultiple=\"true\">" +
                               message("m1") + message("m2") + "</boundaryEvent><endEvent id=\"e\"/><endEvent id=\"e2\"/>" + flows({"s", "a", "e"}) +
                               flows({"b", "e2"}),
                           messages));
    const auto first = desk.start(R"({"id": "7"})");
    desk.publish("paid", "7");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(first).state, InstanceState::Completed);
    EXPECT_TRUE(desk.rows<EventOccurrence>().empty());
    const auto second = desk.start(R"({"id": "8"})");
    desk.publish("packed", "8");
    EXPECT_EQ(desk.active(second), "a");
    desk.publish("paid", "8");
    EXPECT_EQ(desk.history(second), "s COMPLETED\na TERMINATED\nb COMPLETED\ne2 COMPLETED\n");
}

TEST(ParallelMultiple, AnEventSubProcessStartsOnceAllHaveOccurred) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<endEvent id=\"e\"/>" + flows({"s", "a", "e"}) +
                               "<subProcess id=\"esp\" triggeredByEvent=\"true\"><startEvent id=\"both\" isInterrupting=\"true\" parallelMultiple=\"true\">" +
                               message("m1") + "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent>" +
                               service_task("c") + "<endEvent id=\"e3\"/>" + flows({"both", "c", "e3"}) + "</subProcess>",
                           messages));
    const auto key = desk.start(R"({"id": "7"})");
    desk.wait(3'600'000);
    EXPECT_EQ(desk.active(key), "a");
    desk.restart();
    desk.publish("paid", "7");
    EXPECT_EQ(desk.active(key), "esp c");
}

TEST(ParallelMultiple, AProcessStartsForThoseMessagesThatHaveTheSameKey) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\" parallelMultiple=\"true\">" + message("m1") + message("m2") + "</startEvent>" + service_task("a") +
                               "<endEvent id=\"e\"/>" + flows({"s", "a", "e"}),
                           messages));
    desk.publish("paid", "1", R"({"sum": 5})");
    desk.publish("packed", "2");
    EXPECT_TRUE(desk.rows<ProcessInstance>().empty());
    const auto refused = desk.engine().execute(CorrelateMessage{"paid", "3", {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::NotFound);
    desk.restart();
    const auto answer = desk.publish("packed", "1", R"({"boxes": 1})");
    ASSERT_EQ(answer.correlated.size(), 1u);
    EXPECT_EQ(desk.variable(answer.correlated[0], "sum"), "5");
    EXPECT_EQ(desk.variable(answer.correlated[0], "boxes"), "1");
    EXPECT_EQ(desk.rows<EventOccurrence>().size(), 1u);
    EXPECT_EQ(desk.publish("paid", "2").correlated.size(), 1u);
    EXPECT_TRUE(desk.rows<EventOccurrence>().empty());
}

TEST(Conditional, StartEventsAreAskedByTheirEvaluationOnly) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\">" + condition("stock &lt; 10") + "</startEvent>" + service_task("order") + "<endEvent id=\"e\"/>" +
                           flows({"s", "order", "e"})));
    auto answer = desk.engine().execute(EvaluateConditionals{{}, {R"({"stock": 20})"}});
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_TRUE(answer->started.empty());
    answer = desk.engine().execute(EvaluateConditionals{{}, {R"({"stock": 3})"}});
    ASSERT_TRUE(answer) << answer.error().text;
    ASSERT_EQ(answer->started.size(), 1u);
    EXPECT_EQ(desk.variable(answer->started[0].key, "stock"), "3");
    EXPECT_EQ(desk.active(answer->started[0].key), "order");
    EXPECT_FALSE(desk.engine().execute(EvaluateConditionals{ProcessDefinitionKey{1}, {"{}"}}));
}

TEST(Conditional, AnEventThatDoesntInterruptOccursAtEachChangeForWhichItHolds) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\">" +
                           condition("heat &gt; 50") + "</boundaryEvent>" + service_task("cool") + "<endEvent id=\"e\"/><endEvent id=\"e2\"/>" +
                           flows({"s", "a", "e"}) + flows({"b", "cool", "e2"})));
    const auto key = desk.start(R"({"heat": 60})");
    EXPECT_EQ(desk.active(key), "a cool");  // it holds when the activity is entered
    set(desk, scope_of(key), R"({"heat": 60, "other": 1})");
    EXPECT_EQ(desk.active(key), "a cool");  // nothing it names has changed
    set(desk, scope_of(key), R"({"heat": 70})");
    desk.restart();
    set(desk, scope_of(key), R"({"heat": 40})");
    set(desk, scope_of(key), R"({"heat": 80})");
    EXPECT_EQ(desk.active(key), "a cool cool cool");
}

TEST(Conditional, OneCommandThatChangesSeveralVariablesIsLookedAtOnce) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\">" +
                           condition("x + y &gt; 3") + "</boundaryEvent>" + service_task("t") + "<endEvent id=\"e\"/><endEvent id=\"e2\"/>" +
                           flows({"s", "a", "e"}) + flows({"b", "t", "e2"})));
    const auto key = desk.start(R"({"x": 0, "y": 0})");
    set(desk, scope_of(key), R"({"x": 2, "y": 2})");
    EXPECT_EQ(desk.active(key), "a t");
}

TEST(Conditional, FromTheOutsideInwardUntilOneInterrupts) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<boundaryEvent id=\"b\" attachedToRef=\"a\">" + condition("stop") +
                           "</boundaryEvent><endEvent id=\"e\"/><endEvent id=\"e2\"/>" + flows({"s", "a", "e"}) + flows({"b", "e2"}) +
                           "<subProcess id=\"esp\" triggeredByEvent=\"true\"><startEvent id=\"c\">" + condition("stop") + "</startEvent>" +
                           service_task("after") + "<endEvent id=\"e3\"/>" + flows({"c", "after", "e3"}) + "</subProcess>"));
    const auto key = desk.start();
    set(desk, scope_of(key), R"({"stop": true})");
    EXPECT_EQ(desk.active(key), "esp after");
    EXPECT_EQ(desk.history(key).find("b COMPLETED"), std::string::npos);
}

TEST(Conditional, InputMappingsTriggerTheElementsOwnBoundaryEventAndOutputMappingsDont) {
    Desk desk;
    const std::string mapping = R"(<zeebe:ioMapping><zeebe:input source="=level" target="local"/><zeebe:output source="=9" target="local"/></zeebe:ioMapping>)";
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a", mapping) + "<boundaryEvent id=\"b\" attachedToRef=\"a\">" +
                           condition("local &gt; 5") + "</boundaryEvent><endEvent id=\"e\"/><endEvent id=\"e2\"/>" + flows({"s", "a", "e"}) +
                           flows({"b", "e2"})));
    const auto high = desk.start(R"({"level": 7})");
    EXPECT_EQ(desk.history(high), "s COMPLETED\na TERMINATED\nb COMPLETED\ne2 COMPLETED\n");
    const auto low = desk.start(R"({"level": 1})");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.history(low), "s COMPLETED\na COMPLETED\ne COMPLETED\n");
}

TEST(Conditional, AFilterSaysWhichVariablesAndWhichChangesCount) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\">" +
                           condition("x &gt; 0 and y &gt; 0", "variableNames=\"y\" variableEvents=\"update\"") + "</boundaryEvent>" + service_task("t") +
                           "<endEvent id=\"e\"/><endEvent id=\"e2\"/>" + flows({"s", "a", "e"}) + flows({"b", "t", "e2"})));
    const auto key = desk.start(R"({"x": 1})");
    set(desk, scope_of(key), R"({"y": 1})");
    EXPECT_EQ(desk.active(key), "a");  // created, not updated
    set(desk, scope_of(key), R"({"x": 2})");
    EXPECT_EQ(desk.active(key), "a");  // not a variable it looks at
    set(desk, scope_of(key), R"({"y": 2})");
    EXPECT_EQ(desk.active(key), "a t");
}

TEST(Conditional, AConditionThatGivesNoBooleanMakesOneIncident) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><intermediateCatchEvent id=\"c\">" + condition("x") + "</intermediateCatchEvent><endEvent id=\"e\"/>" +
                           flows({"s", "c", "e"})));
    const auto key = desk.start(R"({"x": 1})");
    set(desk, scope_of(key), R"({"x": 2})");
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents()[0].error_message, "The condition of 'c' gave 1; a boolean is needed.");
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents()[0].key}));
    set(desk, scope_of(key), R"({"x": true})");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

std::string event_gateway(const std::string& type) {
    return "<eventBasedGateway id=\"g\" instantiate=\"true\" eventGatewayType=\"" + type + "\"/><intermediateCatchEvent id=\"c1\">" + message("m1") +
           "</intermediateCatchEvent><intermediateCatchEvent id=\"c2\">" + message("m2") + "</intermediateCatchEvent>" + service_task("a") +
           service_task("b") + "<endEvent id=\"e\"/>" + flows({"g", "c1", "a", "e"}) + flows({"g", "c2", "b", "e"});
}

TEST(Start, AnExclusiveEventBasedGatewayStartsAnInstanceWithEachEvent) {
    Desk desk;
    desk.deploy(process_of(event_gateway("Exclusive"), messages));
    const auto first = desk.publish("paid", "7", R"({"id": "7"})").correlated;
    const auto second = desk.publish("packed", "8", R"({"id": "8"})").correlated;
    ASSERT_EQ(first.size(), 1u);
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(desk.history(first[0]), "g COMPLETED\nc1 COMPLETED\na ACTIVE\n");
    EXPECT_EQ(desk.history(second[0]), "g COMPLETED\nc2 COMPLETED\nb ACTIVE\n");
    EXPECT_FALSE(desk.engine().execute(CreateProcessInstance{{}, "p"}));
}

TEST(Start, AParallelEventBasedGatewayWaitsForTheOthersInTheSameInstance) {
    Desk desk;
    desk.deploy(process_of(event_gateway("Parallel"), messages));
    const auto first = desk.publish("paid", "7", R"({"id": "7"})").correlated;
    ASSERT_EQ(first.size(), 1u);
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(first[0]), "g");  // it can't end before all have occurred
    const auto other = desk.publish("packed", "8", R"({"id": "8"})").correlated;
    ASSERT_EQ(other.size(), 1u);
    EXPECT_NE(other[0], first[0]);
    desk.restart();
    const auto second = desk.publish("packed", "7").correlated;
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second[0], first[0]);
    EXPECT_EQ(desk.active(first[0]), "b");
    EXPECT_TRUE(desk.work("b"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.instance(first[0]).state, InstanceState::Completed);
    EXPECT_EQ(desk.instance(other[0]).state, InstanceState::Active);
}

TEST(Start, AReceiveTaskThatInstantiatesIsTheFirstStep) {
    Desk desk;
    desk.deploy(process_of("<receiveTask id=\"r\" instantiate=\"true\" messageRef=\"m1\"/>" + service_task("a") + "<endEvent id=\"e\"/>" +
                               flows({"r", "a", "e"}),
                           messages));
    const auto started = desk.publish("paid", "7", R"({"sum": 5})").correlated;
    ASSERT_EQ(started.size(), 1u);
    EXPECT_EQ(desk.history(started[0]), "r COMPLETED\na ACTIVE\n");
    EXPECT_EQ(desk.variable(started[0], "sum"), "5");
}

TEST(Start, SeveralStartEventsEachStartAnInstanceOfTheirOwn) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><startEvent id=\"s1\">" + message("m1") + "</startEvent><startEvent id=\"s2\">" + message("m2") +
                               "<signalEventDefinition signalRef=\"go\"/></startEvent>" + service_task("a") + "<endEvent id=\"e\"/>" +
                               flows({"s", "a", "e"}) + flows({"s1", "a"}) + flows({"s2", "a"}),
                           messages));
    desk.start();
    desk.publish("paid", "1");
    desk.publish("packed", "2");
    EXPECT_TRUE(desk.engine().execute(BroadcastSignal{"go", {}}));
    EXPECT_EQ(desk.rows<ProcessInstance>().size(), 4u);
    EXPECT_EQ(desk.activate("a").size(), 4u);
}

}  // namespace
}  // namespace dandori::test
