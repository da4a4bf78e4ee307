// Decisions that require one another, knowledge models, services and imports (DMN 1.5, 6 and 10.4).
#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

std::string knowledge(const std::string& name, const std::vector<std::string>& parameters, const std::string& logic,
                      const std::vector<std::string>& requires_ = {}) {
    std::string text = "<businessKnowledgeModel id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
                       "\"/><encapsulatedLogic>";
    for (const std::string& each : parameters) text += "<formalParameter name=\"" + each + "\"/>";
    text += logic + "</encapsulatedLogic>";
    for (const std::string& each : requires_) {
        text += "<knowledgeRequirement><requiredKnowledge href=\"#" + each + "\"/></knowledgeRequirement>";
    }
    return text + "</businessKnowledgeModel>\n";
}

TEST(DecisionGraph, EvaluatesWhatIsRequiredFirst) {
    const std::string xml = model(input("a") + decision("last", {"*middle"}, literal("middle + 1")) +
                                  decision("middle", {"+a"}, literal("a * 2")));
    const DecisionResult result = evaluated(xml, "last", R"({"a": 5})");
    EXPECT_EQ(feel::to_literal(result.value), "11");
    ASSERT_EQ(result.decisions.size(), 2u);
    EXPECT_EQ(result.decisions[0].id, "middle");
    EXPECT_EQ(result.decisions[1].id, "last");
}

TEST(DecisionGraph, DoesNotSeeWhatIsDeclaredButNotRequired) {
    const std::string xml = model(input("a") + decision("D", {}, literal("a = null")));
    EXPECT_TRUE(outcome(xml, "D", R"({"a": 5})").starts_with("true")) << outcome(xml, "D", R"({"a": 5})");
}

TEST(DecisionGraph, SeesGivenNamesThatTheModelDoesNotDeclare) {
    EXPECT_EQ(outcome(model(decision("D", {}, literal("amount + 1"))), "D", R"({"amount": 5})"), "6");
}

TEST(DecisionGraph, NamesARequiredDecisionByItsIdToo) {
    const std::string xml = model("<decision id=\"fee_1\" name=\"The fee\"><variable name=\"The fee\"/>" +
                                  literal("7") + "</decision>" + decision("D", {"*fee_1"}, literal("The fee + fee_1")));
    EXPECT_EQ(outcome(xml, "D"), "14");
}

TEST(DecisionGraph, KnowsADecisionByItsIdItsNameAndItsVariable) {
    const std::string xml = model("<decision id=\"dish_1\" name=\"The dish\"><variable name=\"dish\"/>" +
                                  literal("\"Stew\"") + "</decision>" + decision("D", {"*dish_1"}, literal("dish")));
    for (const char* name : {"dish_1", "The dish", "dish", "D"}) EXPECT_EQ(outcome(xml, name), "\"Stew\"") << name;
    EXPECT_EQ(dmn::read(xml, "test.dmn").model->decisions().front().name, "The dish");
}

TEST(DecisionGraph, RefusesCircles) {
    const std::string xml = model(decision("A", {"*B"}, literal("B")) + decision("B", {"*A"}, literal("A")));
    EXPECT_EQ(problems(xml),
              "test.dmn:6: error: [B] Decisions require one another in a circle: 'A' -> 'B' -> 'A'. Remove one of the "
              "requirements.\n");
    EXPECT_EQ(outcome(xml, "A"), "null\nE 'A' requires itself, so it has no value.");
}

TEST(DecisionGraph, TellsARequirementThatIsNotThere) {
    EXPECT_EQ(problems(model(decision("D", {"+gone"}, literal("1")))),
              "test.dmn:3: error: The input data '#gone' is required, but is not there. Correct the reference or draw "
              "the input data.\n");
}

TEST(DecisionGraph, KnowsTheInputsOfADecisionThroughOthers) {
    const ReadResult read =
        dmn::read(model(input("a", "number") + input("b") + decision("last", {"*middle", "+b"}, literal("1")) +
                        decision("middle", {"+a"}, literal("1"))),
                  "test.dmn");
    ASSERT_NE(read.model, nullptr);
    const DecisionInfo* info = read.model->find_decision("last");
    ASSERT_NE(info, nullptr);
    ASSERT_EQ(info->required_inputs.size(), 2u);
    EXPECT_EQ(info->required_inputs[0].name, "b");
    EXPECT_EQ(info->required_inputs[1].name, "a");
    EXPECT_EQ(info->required_inputs[1].type, "number");
}

TEST(DecisionGraph, SaysWhichDecisionThereIsNot) {
    const ReadResult read = dmn::read(model(decision("D", {}, literal("1"))), "test.dmn");
    const auto result = evaluate(*read.model, "E", feel::ContextScope(feel::Value()), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, Failure::Kind::CalledDecision);
    EXPECT_EQ(result.error().text, "There is no decision 'E' in 'test.dmn'.");
}

TEST(DecisionGraph, GivesNullForADecisionWithoutLogic) {
    EXPECT_EQ(outcome(model(decision("D", {}, "")), "D"), "null\nW 'D' has no logic, so it is null.");
}

TEST(DecisionGraph, TakesAGivenValueForADecisionIfAskedTo) {
    const ReadResult read =
        dmn::read(model(decision("A", {}, literal("1")) + decision("B", {"*A"}, literal("A + 1"))), "test.dmn");
    const feel::ContextScope given(*feel::from_json(R"({"A": 10})"));
    Inputs inputs(given);
    EXPECT_EQ(feel::to_literal(evaluate(*read.model, "B", inputs, {})->value), "2");
    inputs.stand_for_decisions = true;
    EXPECT_EQ(feel::to_literal(evaluate(*read.model, "B", inputs, {})->value), "11");
}

TEST(DecisionGraph, KeepsTheFirstErrorBeyondTheMessagesItKeeps) {
    std::string items;
    for (int index = 0; index < 200; ++index) items += literal("null + 1");
    const DecisionResult result = evaluated(
        model(decision("A", {}, "<list>" + items + "</list>") + decision("B", {"*A"}, literal("A"), "number")), "B");
    EXPECT_EQ(result.messages.size(), 100u);
    ASSERT_NE(result.failure(), nullptr);
    EXPECT_EQ(result.failure()->decision_id, "B");
}

TEST(DecisionGraph, RefusesAResultThatGrowsWithoutEnd) {
    std::string body = decision("d0", {}, literal("[1, 1]"));
    for (int index = 1; index < 40; ++index) {
        const std::string before = "d" + std::to_string(index - 1);
        body += decision("d" + std::to_string(index), {"*" + before}, literal("[" + before + ", " + before + "]"));
    }
    const DecisionResult result = evaluated(model(body), "d39");
    ASSERT_FALSE(result.messages.empty());
    EXPECT_EQ(result.messages.front().text, "'d19' gave more than 2000000 values; the result is too large.");
}

TEST(KnowledgeModel, IsCalledAsAFunction) {
    EXPECT_EQ(
        outcome(model(knowledge("twice", {"x"}, literal("x * 2")) + decision("D", {"$twice"}, literal("twice(4)"))),
                "D"),
        "8");
}

TEST(KnowledgeModel, SeesTheKnowledgeItRequires) {
    const std::string xml = model(knowledge("twice", {"x"}, literal("x * 2")) +
                                  knowledge("four times", {"x"}, literal("twice(twice(x))"), {"twice"}) +
                                  decision("D", {"$four times"}, literal("four times(1)")));
    EXPECT_EQ(outcome(xml, "D"), "4");
}

TEST(KnowledgeModel, MayCallItself) {
    const std::string xml = model(knowledge("factorial", {"n"}, literal("if n < 2 then 1 else n * factorial(n - 1)")) +
                                  decision("D", {"$factorial"}, literal("factorial(10)")));
    EXPECT_EQ(outcome(xml, "D"), "3628800");
}

TEST(KnowledgeModel, ThatCallsItselfWithoutEndIsStopped) {
    for (const std::string& logic : {literal("f(n + 1)"), "<list>" + literal("f(n + 1)") + "</list>"}) {
        const DecisionResult result =
            evaluated(model(knowledge("f", {"n"}, logic) + decision("D", {"$f"}, literal("f(1)"))), "D");
        EXPECT_FALSE(result.messages.empty());
    }
}

TEST(KnowledgeModel, MayBeATable) {
    const std::string xml =
        model(knowledge("rate", {"age"},
                        table("", {{"age", "", "", ""}}, {{"rate", "", "", ""}}, {{"< 20", "1"}, {">= 20", "2"}})) +
              decision("D", {"$rate"}, literal("[rate(10), rate(age: 30)]")));
    EXPECT_EQ(outcome(xml, "D"), "[1, 2]");
}

TEST(KnowledgeModel, IsEvaluatedByItself) {
    EXPECT_EQ(outcome(model(knowledge("twice", {"x"}, literal("x * 2"))), "twice", R"({"x": 21})"), "42");
}

const std::string service_model = model(
    input("a") + decision("inner", {"+a"}, literal("a + 1")) + decision("outer", {"*inner"}, literal("inner * 10")) +
    decision("caller", {"$service"}, literal("service(2)")) +
    "<decisionService id=\"service\" name=\"service\"><variable name=\"service\"/><outputDecision href=\"#outer\"/>"
    "<encapsulatedDecision href=\"#inner\"/><inputData href=\"#a\"/></decisionService>\n"
    "<decisionService id=\"short\" name=\"short\"><variable name=\"short\"/><outputDecision href=\"#outer\"/>"
    "<outputDecision href=\"#inner\"/><inputDecision href=\"#inner\"/></decisionService>\n");

TEST(DecisionService, IsEvaluatedByItself) { EXPECT_EQ(outcome(service_model, "service", R"({"a": 4})"), "50"); }
TEST(DecisionService, IsCalledAsAFunction) { EXPECT_EQ(outcome(service_model, "caller", R"({"a": 4})"), "30"); }
TEST(DecisionService, TakesItsInputDecisionsAsGiven) {
    EXPECT_EQ(outcome(service_model, "short", R"({"inner": 7, "a": 4})"), "{outer: 70, inner: 7}");
}

const std::string imported_model =
    model("<itemDefinition name=\"tAge\"><typeRef>number</typeRef></itemDefinition>" + input("age", "tAge") +
              decision("older", {"+age"}, literal("age + 1")) + knowledge("twice", {"x"}, literal("x * 2")),
          "base");
const std::string importing_model = model(
    "<import namespace=\"urn:base\" name=\"base model\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>"
    "<decision id=\"D\" name=\"D\"><variable name=\"D\" typeRef=\"base model.tAge\"/>"
    "<informationRequirement><requiredDecision href=\"urn:base#older\"/></informationRequirement>"
    "<knowledgeRequirement><requiredKnowledge href=\"urn:base#twice\"/></knowledgeRequirement>" +
    literal("base model.twice(base model.older)") + "</decision>");

TEST(Import, GivesItsDecisionsKnowledgeAndTypesUnderItsName) {
    const Source sources[] = {{imported_model, "base.dmn"}};
    const ReadResult read = dmn::read(importing_model, "test.dmn", sources);
    ASSERT_TRUE(read.problems.empty()) << bpmn::to_string(read.problems.front());
    const feel::ContextScope given(*feel::from_json(R"({"base model": {"age": 20}})"));
    EXPECT_EQ(feel::to_literal(evaluate(*read.model, "D", given, {})->value), "42");
    const feel::ContextScope imported(*feel::from_json(R"({"age": 30})"));
    const feel::ContextScope nothing{feel::Value()};
    Inputs inputs(nothing);
    inputs.imported.emplace("urn:base", &imported);
    EXPECT_EQ(feel::to_literal(evaluate(*read.model, "D", inputs, {})->value), "62");
    EXPECT_EQ(feel::to_literal(evaluate(*read.model, {"older", Target::Kind::Decision, "urn:base"}, inputs, {})->value),
              "31");
}

TEST(Import, WithoutANameGivesNamesAsTheyAre) {
    const Source sources[] = {{imported_model, "base.dmn"}};
    const std::string xml = model(
        "<import namespace=\"urn:base\"/><decision id=\"D\" name=\"D\"><variable name=\"D\" typeRef=\"tAge\"/>"
        "<informationRequirement><requiredDecision href=\"urn:base#older\"/></informationRequirement>" +
        literal("older") + "</decision>");
    const ReadResult read = dmn::read(xml, "test.dmn", sources);
    ASSERT_TRUE(read.problems.empty()) << bpmn::to_string(read.problems.front());
    const feel::ContextScope given(*feel::from_json(R"({"age": 20})"));
    EXPECT_EQ(feel::to_literal(evaluate(*read.model, "D", given, {})->value), "21");
}

TEST(Import, ThatWasNotGivenIsTold) {
    const ReadResult read = dmn::read(importing_model, "test.dmn");
    ASSERT_TRUE(read.has_errors());
    EXPECT_EQ(bpmn::to_string(read.problems.front()),
              "test.dmn:2: error: The model with namespace 'urn:base' is imported, but no such file was given. Give "
              "the imported file too.");
}

TEST(Import, ThatLeadsBackToItselfIsRefused) {
    const std::string a = model("<import namespace=\"urn:b\" name=\"b\"/>", "a");
    const std::string b = model("<import namespace=\"urn:a\" name=\"a\"/>", "b");
    const Source sources[] = {{a, "a.dmn"}, {b, "b.dmn"}};
    const ReadResult read = dmn::read(a, "a.dmn", sources);
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_EQ(bpmn::to_string(read.problems.front()),
              "a.dmn:2: error: The import of 'urn:b' leads back to itself or deeper than 50 models. Move what both "
              "models need into a third one.");
}

}  // namespace
}  // namespace dandori::dmn::test
