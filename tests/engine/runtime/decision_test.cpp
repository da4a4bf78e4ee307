// Every evaluation of a decision is kept, with what it saw: those of business rule tasks, and those asked for from outside.
#include "tests/engine/dmn/models.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::engine {
namespace {

using test::Desk;

/// `Fee` by the rank that `Rank` gives: gold from 100 on; below 0 it has no rank, and UNIQUE is violated at 7.
std::string fees() {
    using namespace dmn::test;
    return model(input("amount", "number") +
                     decision("Rank", {"+amount"}, literal("if amount >= 100 then \"gold\" else \"none\"")) +
                     decision("Fee", {"*Rank", "+amount"},
                              table("hitPolicy=\"UNIQUE\"", {{"Rank", "string", "", ""}, {"amount", "number", "", ""}},
                                    {{"fee", "number", "", ""}},
                                    {{"\"gold\"", "-", "1"}, {"\"none\"", ">= 0", "amount * 2"}, {"-", "7", "0"}})),
                 "fees");
}

std::string task_process() {
    return test::process_of(R"(<startEvent id="s"/><businessRuleTask id="decide"><extensionElements>
        <zeebe:calledDecision decisionId="Fee" resultVariable="fee"/></extensionElements></businessRuleTask><endEvent id="e"/>)" +
                            test::flows({"s", "decide", "e"}));
}

std::string of_rows(const std::vector<DecisionInstance>& rows) {
    std::string text;
    for (const DecisionInstance& row : rows) {
        text += row.definition_id + " " + std::string(name_of(row.state)) + " " + row.result + "\n";
    }
    return text;
}

class Decisions : public testing::Test {
  protected:
    Decisions() { desk.deploy(fees(), "fees.dmn"); }

    Outcome<EvaluateDecision::Answer> evaluate(const std::string& variables, const std::string& id = "Fee") {
        EvaluateDecision command;
        command.id = id;
        command.variables = {variables};
        return desk.engine().execute(command);
    }

    Desk desk;
};

TEST_F(Decisions, OfABusinessRuleTaskAreKeptWithWhoAsked) {
    desk.deploy(task_process());
    const auto key = desk.start(R"({"amount": 120})");
    EXPECT_EQ(desk.variable(key, "fee"), "1");
    const auto rows = desk.rows<DecisionInstance>();
    ASSERT_EQ(of_rows(rows), "Rank EVALUATED \"gold\"\nFee EVALUATED 1\n");
    EXPECT_EQ(rows[0].evaluation_key, rows[1].evaluation_key);
    EXPECT_EQ(rows[0].root_definition_key, rows[1].definition_key);
    EXPECT_EQ(rows[0].definition_type, DecisionDefinitionType::LiteralExpression);
    EXPECT_EQ(rows[1].definition_type, DecisionDefinitionType::DecisionTable);
    EXPECT_EQ(rows[1].evaluation_date, desk.clock.now());
    EXPECT_EQ(rows[1].process_instance_key, key);
    EXPECT_EQ(rows[1].process_definition_key, desk.instance(key).process_definition_key);
    const auto elements = desk.rows<ElementInstance>(Query{}.where_equals("elementId", std::string("decide")));
    ASSERT_EQ(elements.size(), 1U);
    EXPECT_EQ(rows[1].element_instance_key, elements[0].key);
    EXPECT_EQ(rows[1].inputs.text,
              R"([{"inputId":"","inputName":"Rank","inputValue":"\"gold\""},{"inputId":"","inputName":"amount","inputValue":"120"}])");
    EXPECT_EQ(rows[1].matched_rules.text,
              R"([{"ruleId":"","ruleIndex":1,"evaluatedOutputs":[{"outputId":"","outputName":"fee","outputValue":"1","ruleId":"","ruleIndex":1}]}])");
}

TEST_F(Decisions, ThatFailAreKeptAndMakeAnIncident) {
    desk.deploy(task_process());
    const auto key = desk.start(R"({"amount": 7})");
    EXPECT_EQ(desk.active(key), "decide");
    ASSERT_EQ(desk.incidents().size(), 1U);
    EXPECT_EQ(desk.incidents()[0].error_type, IncidentErrorType::DecisionEvaluationError);
    const auto rows = desk.rows<DecisionInstance>();
    ASSERT_EQ(of_rows(rows), "Rank EVALUATED \"none\"\nFee FAILED null\n");
    EXPECT_EQ(rows[1].failure, "In 'Fee': Rules 2 and 3 match, but the hit policy UNIQUE allows only one.");
    EXPECT_EQ(rows[1].failure, desk.incidents()[0].error_message);
}

TEST_F(Decisions, AreEvaluatedFromOutsideToo) {
    const auto answer = evaluate(R"({"amount": 20})");
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_EQ(answer->output.text, "40");
    EXPECT_EQ(answer->definition.id, "Fee");
    EXPECT_FALSE(answer->failure);
    EXPECT_EQ(answer->instances, desk.rows<DecisionInstance>());
    EXPECT_FALSE(answer->instances[1].process_instance_key);
    EvaluateDecision by_key;
    by_key.key = answer->instances[0].definition_key;
    by_key.variables = {R"({"amount": 100})"};
    EXPECT_EQ(desk.engine().execute(by_key)->output.text, "\"gold\"");
}

TEST_F(Decisions, ThatFailAnswerWhy) {
    const auto answer = evaluate(R"({"amount": 7})");
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_EQ(answer->output.text, "null");
    EXPECT_EQ(answer->failed_decision_id, "Fee");
    EXPECT_EQ(answer->failure, "In 'Fee': Rules 2 and 3 match, but the hit policy UNIQUE allows only one.");
    const auto wrong_type = evaluate(R"({"amount": "many"})");
    ASSERT_TRUE(wrong_type) << wrong_type.error().text;
    EXPECT_TRUE(wrong_type->failure);
    EXPECT_EQ(wrong_type->instances.back().state, DecisionInstanceState::Failed);
}

TEST_F(Decisions, ThatAreNotThereAreRefused) {
    const auto unknown = evaluate("{}", "Nowhere");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, Rejection::Code::NotFound);
    EXPECT_EQ(unknown.error().text, "Expected to evaluate decision 'Nowhere', but no decision found for id 'Nowhere'");
    EXPECT_TRUE(desk.rows<DecisionInstance>().empty());
}

TEST_F(Decisions, AreDeletedByTheirEvaluation) {
    const auto first = evaluate(R"({"amount": 20})");
    const auto second = evaluate(R"({"amount": 30})");
    const DeleteDecisionEvaluation command{first->instances[0].evaluation_key};
    EXPECT_TRUE(desk.engine().execute(command));
    EXPECT_EQ(desk.rows<DecisionInstance>(), second->instances);
    EXPECT_EQ(desk.engine().execute(command).error().code, Rejection::Code::NotFound);
}

}  // namespace
}  // namespace dandori::engine
