// Joins by the standard's path-based rule, complex gateways, and the lineage by which a return is decided.
#include "engine/behavior/lineage.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string gateway(const std::string& kind, const std::string& id, const std::string& more = "") {
    return "<" + kind + " id=\"" + id + "\" " + more + "/>";
}
std::string flow(const std::string& from, const std::string& to, const std::string& condition = "") {
    return "<sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">" +
           (condition.empty() ? "" : "<conditionExpression>=" + condition + "</conditionExpression>") + "</sequenceFlow>";
}

TEST(InclusiveJoin, DoesntWaitForATokenThatCanOnlyComeThroughIt) {
    Desk desk;
    // b may go back before the fork `o`; from there a token could come by a-j as well as by b-j.
    desk.deploy(process_of("<startEvent id=\"s\"/>" + gateway("exclusiveGateway", "x") + gateway("inclusiveGateway", "o") + service_task("a") +
                           service_task("b") + gateway("inclusiveGateway", "j") + gateway("exclusiveGateway", "again", "default=\"again-e\"") +
                           "<endEvent id=\"e\"/>" + flow("s", "x") + flow("x", "o") + flow("o", "a", "true") + flow("o", "b", "both") + flow("a", "j") +
                           flow("b", "j") + flow("j", "again") + flow("again", "x", "more") + flow("again", "e")));
    const auto key = desk.start(R"({"both": true, "more": true})");
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(key), "b");
    desk.restart();
    EXPECT_TRUE(desk.work("b", R"({"both": false})"));
    EXPECT_EQ(desk.active(key), "a");
    EXPECT_TRUE(desk.work("a", R"({"more": false})"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(InclusiveJoin, OfANestedForkGoesOnWithoutTheOuterBranch) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + gateway("inclusiveGateway", "o1") + gateway("inclusiveGateway", "o2") + service_task("a") +
                           service_task("b") + service_task("c") + gateway("inclusiveGateway", "j2") + service_task("d2") + gateway("inclusiveGateway", "j1") +
                           "<endEvent id=\"e\"/>" + flow("s", "o1") + flow("o1", "o2", "true") + flow("o1", "c", "true") + flow("o2", "a", "true") +
                           flow("o2", "b", "true") + flow("a", "j2") + flow("b", "j2") + flow("j2", "d2") + flow("d2", "j1") + flow("c", "j1") + flow("j1", "e")));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("c"));
    EXPECT_EQ(desk.active(key), "b");
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.active(key), "d2");
    EXPECT_TRUE(desk.work("d2"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(InclusiveJoin, JoinsManyScopesAtOnce) {
    Desk desk;
    const std::string inside = "<startEvent id=\"s2\"/>" + gateway("inclusiveGateway", "o") + service_task("a") + service_task("b") +
                               gateway("inclusiveGateway", "j") + "<endEvent id=\"e2\"/>" + flow("s2", "o") + flow("o", "a", "true") +
                               flow("o", "b", "true") + flow("a", "j") + flow("b", "j") + flow("j", "e2");
    desk.deploy(process_of("<startEvent id=\"s\"/><subProcess id=\"sub\">" + inside +
                           "<multiInstanceLoopCharacteristics><loopCardinality>=300</loopCardinality></multiInstanceLoopCharacteristics></subProcess>"
                           "<endEvent id=\"e\"/>" + flows({"s", "sub", "e"})));
    const auto key = desk.start();
    for (const std::string type : {"a", "b"}) {
        for (const auto& job : desk.activate(type, 1000)) {
            EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
            EXPECT_TRUE(desk.engine().execute(CompleteJob{job.job.key, {}, {}}));
        }
    }
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

// A complex gateway over three branches that asks for two; its second output leaves at the reset.
std::string complex_process(const std::string& activation) {
    return process_of("<startEvent id=\"s\"/>" + gateway("parallelGateway", "fork") + service_task("a") + service_task("b") + service_task("c") +
                      "<complexGateway id=\"k\"><activationCondition>=" + activation + "</activationCondition></complexGateway>" + service_task("early") +
                      service_task("late") + "<endEvent id=\"e\"/>" + flow("s", "fork") + flow("fork", "a") + flow("fork", "b") + flow("fork", "c") +
                      flow("a", "k") + flow("b", "k") + flow("c", "k") + flow("k", "early", "waitingForStart") + flow("k", "late", "not(waitingForStart)") +
                      flow("early", "e") + flow("late", "e"));
}

TEST(ComplexGateway, LetsTokensGoWhenItsConditionHoldsAndOthersWhenItResets) {
    Desk desk;
    desk.deploy(complex_process("activationCount &gt;= 2"));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(key), "b c");
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.active(key), "c early");
    EXPECT_TRUE(desk.work("early"));
    EXPECT_EQ(desk.active(key), "c");
    desk.restart();
    EXPECT_TRUE(desk.work("c"));
    EXPECT_EQ(desk.active(key), "late");
    EXPECT_TRUE(desk.work("late"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(ComplexGateway, AsksForTheNextRoundAtTheReset) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + gateway("exclusiveGateway", "x") + gateway("parallelGateway", "fork") + service_task("a") +
                           service_task("b") + "<complexGateway id=\"k\"><activationCondition>=activationCount &gt;= 1</activationCondition></complexGateway>" +
                           service_task("after") + gateway("exclusiveGateway", "again", "default=\"again-e\"") + "<endEvent id=\"e\"/>" + flow("s", "x") +
                           flow("x", "fork") + flow("fork", "a") + flow("fork", "b") + flow("a", "k") + flow("b", "k") + flow("k", "after") +
                           flow("after", "again") + flow("again", "x", "more") + flow("again", "e")));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("after", R"({"more": true})"));
    EXPECT_TRUE(desk.work("a"));  // of the second round: waits for the reset
    EXPECT_EQ(desk.active(key), "b b");
    desk.restart();
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.active(key), "b after");
    EXPECT_TRUE(desk.work("after", R"({"more": false})"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(ComplexGateway, AnActivationConditionThatFailsIsAnIncidentAndIsAskedAgain) {
    Desk desk;
    desk.deploy(complex_process("activationCount &gt;= needed"));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents()[0].element_id, "k");
    EXPECT_NE(desk.incidents()[0].error_message.find("'activationCondition' of 'k' gave null; a boolean is needed."), std::string::npos);
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.incidents().size(), 1u);
    EXPECT_TRUE(desk.engine().execute(SetVariables{scope_of(key), {R"({"needed": 2})"}, false}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents()[0].key}));
    EXPECT_TRUE(desk.incidents().empty());
    EXPECT_EQ(desk.active(key), "c early");
}

// --- returns

struct Returns {
    Desk desk;
    ProcessInstanceKey key;

    explicit Returns(const std::string& elements) {
        desk.deploy(process_of(elements));
        key = desk.start(R"({"items": [1, 2]})");
    }
    ReturnPlan plan(const std::string& from, const std::string& target) {
        const auto read = bpmn::read(desk.rows<Resource>().front().content.value, "p.bpmn");
        std::vector<bpmn::Problem> problems;
        const auto process = compile(read.definitions, read.definitions->processes.front(), problems);
        const Query all = Query{}.where_equals("processInstanceKey", key);
        const auto elements = desk.rows<ElementInstance>(Query(all).first(1000));
        const auto tokens = desk.rows<Token>(Query(all).first(1000));
        ElementInstanceKey from_key;
        for (const ElementInstance& row : elements) {
            if (row.element_id == from && row.state == InstanceState::Active) from_key = row.key;
        }
        return plan_return(*process, elements, tokens, from_key, target);
    }
    /// `element element` of the keys.
    std::string names(const std::vector<ElementInstanceKey>& keys) {
        std::string text;
        for (const ElementInstanceKey each : keys) {
            text += (text.empty() ? "" : " ") + engine::get<ElementInstance>(desk.engine().reader(), each)->element_id;
        }
        return text;
    }
};

const std::string fork_and_join = "<startEvent id=\"s\"/>" + service_task("t0") + gateway("parallelGateway", "fork") + service_task("a1") +
                                  service_task("a2") + service_task("b1") + gateway("parallelGateway", "join") + service_task("z") +
                                  "<endEvent id=\"e\"/>" + flow("s", "t0") + flow("t0", "fork") + flow("fork", "a1") + flow("a1", "a2") +
                                  flow("a2", "join") + flow("fork", "b1") + flow("b1", "join") + flow("join", "z") + flow("z", "e");

TEST(Return, WithinABranchMovesOnlyThisToken) {
    Returns r(fork_and_join);
    EXPECT_TRUE(r.desk.work("t0"));
    EXPECT_TRUE(r.desk.work("a1"));
    const ReturnPlan plan = r.plan("a2", "a1");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R1);
    EXPECT_EQ(r.names(plan.ended), "a2");
    EXPECT_EQ(r.names(plan.passed), "a1");
    EXPECT_TRUE(plan.rearmed.empty());
}

TEST(Return, BeforeTheForkTakesBackAllItsTokens) {
    Returns r(fork_and_join);
    EXPECT_TRUE(r.desk.work("t0"));
    EXPECT_TRUE(r.desk.work("b1"));
    EXPECT_TRUE(r.desk.work("a1"));
    const ReturnPlan plan = r.plan("a2", "t0");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R2);
    EXPECT_EQ(r.names(plan.ended), "a2");
    EXPECT_EQ(plan.removed.size(), 1u);
    EXPECT_EQ(r.names(plan.passed), "b1 a1 fork t0");
    EXPECT_EQ(plan.lineage, "");
}

TEST(Return, IntoABranchThatWasJoinedRearmsTheJoin) {
    Returns r(fork_and_join);
    EXPECT_TRUE(r.desk.work("t0"));
    EXPECT_TRUE(r.desk.work("b1"));
    EXPECT_TRUE(r.desk.work("a1"));
    EXPECT_TRUE(r.desk.work("a2"));
    const ReturnPlan plan = r.plan("z", "a1");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R3);
    EXPECT_EQ(r.names(plan.ended), "z");
    ASSERT_EQ(plan.rearmed.size(), 1u);
    EXPECT_EQ(plan.rearmed[0].gateway_id, "join");
    EXPECT_EQ(plan.rearmed[0].flow_id, "b1-join");
    EXPECT_EQ(r.names(plan.passed), "join a2 a1");  // b1's decision stands
}

TEST(Return, IntoASiblingBranchIsRefused) {
    Returns r(fork_and_join);
    EXPECT_TRUE(r.desk.work("t0"));
    EXPECT_TRUE(r.desk.work("a1"));
    const ReturnPlan plan = r.plan("b1", "a1");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R4);
    EXPECT_EQ(plan.why, "'a1' is not on the path by which 'b1' was reached. Choose a step before the fork, or ask that person anew.");
    EXPECT_TRUE(plan.ended.empty());
    EXPECT_EQ(r.plan("b1", "nowhere").rule, ReturnPlan::Rule::R6);
}

TEST(Return, OutOfASubProcessEndsIt) {
    Returns r("<startEvent id=\"s\"/>" + service_task("t") + "<subProcess id=\"sub\"><startEvent id=\"s2\"/>" + service_task("u") + service_task("v") +
              "<endEvent id=\"e2\"/>" + flows({"s2", "u", "v", "e2"}) + "</subProcess><endEvent id=\"e\"/>" + flows({"s", "t", "sub", "e"}));
    EXPECT_TRUE(r.desk.work("t"));
    EXPECT_TRUE(r.desk.work("u"));
    const ReturnPlan plan = r.plan("v", "t");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R5);
    EXPECT_EQ(r.names(plan.ended), "sub");
    EXPECT_EQ(r.names(plan.passed), "u s2 t");
    EXPECT_EQ(r.plan("v", "u").rule, ReturnPlan::Rule::R1);
}

TEST(Return, FromBesideAnActivityTakesTheActivityBackToo) {
    Returns r("<startEvent id=\"s\"/>" + service_task("t") + service_task("a") +
              "<boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\"><timerEventDefinition><timeCycle>R2/PT1H</timeCycle>"
              "</timerEventDefinition></boundaryEvent>" + service_task("c") + "<endEvent id=\"e\"/><endEvent id=\"e2\"/>" + flows({"s", "t", "a", "e"}) +
              flows({"b", "c", "e2"}));
    EXPECT_TRUE(r.desk.work("t"));
    r.desk.wait(3'600'000);
    r.desk.wait(3'600'000);
    EXPECT_EQ(r.desk.active(r.key), "a c c");
    const ReturnPlan plan = r.plan("c", "t");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R2);
    EXPECT_EQ(r.names(plan.ended), "a c c");
}

TEST(Return, AcrossAnInclusiveGatewayAndAWaitingMessageSaysSo) {
    Returns r("<startEvent id=\"s\"/>" + service_task("t") + gateway("inclusiveGateway", "o", "default=\"o-a\"") + service_task("a") + service_task("b") +
              "<endEvent id=\"e\"/>" + flow("s", "t") + flow("t", "o") + flow("o", "a") + flow("o", "b", "count(items) &gt; 1") + flow("a", "e") + flow("b", "e"));
    EXPECT_TRUE(r.desk.work("t"));
    const ReturnPlan plan = r.plan("b", "t");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R1);
    EXPECT_TRUE(plan.passes_inclusive_gateway);
    EXPECT_FALSE(plan.ends_waiting);
}

TEST(Return, FromARunOfAMultiInstanceActivityEndsAllRuns) {
    Returns r("<startEvent id=\"s\"/>" + service_task("t") +
              R"(<serviceTask id="m"><extensionElements><zeebe:taskDefinition type="m"/></extensionElements><multiInstanceLoopCharacteristics>
                 <extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/></extensionElements></multiInstanceLoopCharacteristics></serviceTask>)" +
              "<endEvent id=\"e\"/>" + flows({"s", "t", "m", "e"}));
    EXPECT_TRUE(r.desk.work("t"));
    const ReturnPlan plan = r.plan("m", "t");
    EXPECT_EQ(plan.rule, ReturnPlan::Rule::R1);
    EXPECT_EQ(plan.ended.size(), 1u);  // the body
    std::set<std::string> lineages;
    for (const auto& row : r.desk.rows<ElementInstance>(Query{}.where_equals("elementId", std::string("m")))) lineages.insert(row.lineage);
    EXPECT_EQ(lineages.size(), 3u);
}

}  // namespace
}  // namespace dandori::test
