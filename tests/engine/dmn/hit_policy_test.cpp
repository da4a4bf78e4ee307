// DMN 1.5, 8.2.10: what becomes of the rules that match.
#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

const std::vector<std::vector<std::string>> overlapping = {
    {"< 10", "\"low\""}, {"< 20", "\"mid\""}, {"< 30", "\"low\""}};

std::string ages(const std::string& policy, const std::string& output_values = "", const std::string& otherwise = "",
                 const std::vector<std::vector<std::string>>& rules = overlapping) {
    return model(input("Age", "number") +
                 decision("Risk", {"+Age"},
                          table(policy, {{"Age", "number", "", ""}}, {{"risk", "", output_values, otherwise}}, rules)));
}

TEST(HitPolicyUnique, GivesTheOutputOfTheOneRuleThatMatches) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"UNIQUE\""), "Risk", R"({"Age": 25})"), "\"low\"");
}

TEST(HitPolicyUnique, IsTheDefault) { EXPECT_EQ(outcome(ages(""), "Risk", R"({"Age": 25})"), "\"low\""); }

TEST(HitPolicyUnique, IsViolatedWhenTwoRulesMatch) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"UNIQUE\""), "Risk", R"({"Age": 15})"),
              "null\nE In 'Risk': Rules 2 and 3 match, but the hit policy UNIQUE allows only one.");
}

TEST(HitPolicyUnique, GivesNullAndSaysSoWhenNoRuleMatches) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"UNIQUE\""), "Risk", R"({"Age": 40})"),
              "null\nW In 'Risk' no rule matches, and there is no default output.");
}

TEST(HitPolicyUnique, GivesTheDefaultOutputWhenNoRuleMatches) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"UNIQUE\"", "", "\"none\""), "Risk", R"({"Age": 40})"), "\"none\"");
}

TEST(HitPolicyFirst, GivesTheOutputOfTheFirstRuleThatMatches) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"FIRST\""), "Risk", R"({"Age": 15})"), "\"mid\"");
}

TEST(HitPolicyAny, AllowsSeveralRulesWithTheSameOutput) {
    const std::vector<std::vector<std::string>> same = {{"< 10", "\"low\""}, {"< 20", "\"low\""}};
    EXPECT_EQ(outcome(ages("hitPolicy=\"ANY\"", "", "", same), "Risk", R"({"Age": 5})"), "\"low\"");
}

TEST(HitPolicyAny, IsViolatedByDifferentOutputs) {
    EXPECT_EQ(
        outcome(ages("hitPolicy=\"ANY\""), "Risk", R"({"Age": 5})"),
        "null\nE In 'Risk': Rules 1, 2 and 3 match, but differ in their outputs, which the hit policy ANY forbids.");
}

TEST(HitPolicyPriority, GivesTheOutputThatStandsFirstAmongTheOutputValues) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"PRIORITY\"", "\"mid\", \"low\""), "Risk", R"({"Age": 5})"), "\"mid\"");
}

TEST(HitPolicyPriority, TakesTheOrderFromTheTypeWhereTheColumnListsNothing) {
    const std::string xml = model(
        "<itemDefinition name=\"tRisk\"><typeRef>string</typeRef><allowedValues><text>\"mid\", "
        "\"low\"</text></allowedValues>"
        "</itemDefinition>" +
        input("Age", "number") +
        decision("Risk", {"+Age"},
                 table("hitPolicy=\"PRIORITY\"", {{"Age", "", "", ""}}, {{"risk", "", "", ""}}, overlapping), "tRisk"));
    EXPECT_EQ(outcome(xml, "Risk", R"({"Age": 5})"), "\"mid\"");
}

TEST(HitPolicyOutputOrder, ListsAllOutputsByTheirPriority) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"OUTPUT ORDER\"", "\"mid\", \"low\""), "Risk", R"({"Age": 5})"),
              "[\"mid\", \"low\", \"low\"]");
}

TEST(HitPolicyRuleOrder, ListsAllOutputsFromTheTop) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"RULE ORDER\""), "Risk", R"({"Age": 5})"), "[\"low\", \"mid\", \"low\"]");
}

TEST(HitPolicyCollect, ListsAllOutputs) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"COLLECT\""), "Risk", R"({"Age": 5})"), "[\"low\", \"mid\", \"low\"]");
}

TEST(HitPolicyCollect, GivesAnEmptyListWhenNoRuleMatches) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"COLLECT\""), "Risk", R"({"Age": 50})"), "[]");
}

std::string points(const std::string& aggregation) {
    return ages("hitPolicy=\"COLLECT\" aggregation=\"" + aggregation + "\"", "", "",
                {{"< 10", "3"}, {"< 20", "5"}, {"< 30", "3.5"}, {"< 40", "3"}});
}

TEST(HitPolicyCollect, Sums) { EXPECT_EQ(outcome(points("SUM"), "Risk", R"({"Age": 5})"), "14.5"); }
TEST(HitPolicyCollect, CountsTheRulesThatMatch) { EXPECT_EQ(outcome(points("COUNT"), "Risk", R"({"Age": 5})"), "4"); }
TEST(HitPolicyCollect, CountsNothingAsZero) { EXPECT_EQ(outcome(points("COUNT"), "Risk", R"({"Age": 50})"), "0"); }
TEST(HitPolicyCollect, FindsTheSmallest) { EXPECT_EQ(outcome(points("MIN"), "Risk", R"({"Age": 5})"), "3"); }
TEST(HitPolicyCollect, FindsTheLargest) { EXPECT_EQ(outcome(points("MAX"), "Risk", R"({"Age": 5})"), "5"); }

TEST(HitPolicyCollect, SaysWhatCanNotBeSummed) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"COLLECT\" aggregation=\"SUM\""), "Risk", R"({"Age": 5})"),
              "null\nE In 'Risk': the output \"low\" (string) can't be summed; a number is needed.");
}

TEST(DecisionTable, GivesAContextOfSeveralOutputs) {
    const std::string xml = model(input("Age", "number") +
                                  decision("Risk", {"+Age"},
                                           table("", {{"Age", "", "", ""}}, {{"risk", "", "", ""}, {"fee", "", "", ""}},
                                                 {{"< 10", "\"low\"", "Age * 2"}})));
    EXPECT_EQ(outcome(xml, "Risk", R"({"Age": 5})"), "{risk: \"low\", fee: 10}");
}

TEST(DecisionTable, RefusesAnInputThatIsNotAmongItsValues) {
    const std::string xml = model(input("Age", "number") + decision("Risk", {"+Age"},
                                                                    table("", {{"Age", "number", "[0..120]", ""}},
                                                                          {{"risk", "", "", ""}}, {{"-", "\"low\""}})));
    EXPECT_EQ(outcome(xml, "Risk", R"({"Age": 121})"),
              "null\nE In 'Risk', input column 1: 121 (number) is not among [0..120].");
}

TEST(DecisionTable, RefusesAnOutputThatIsNotAmongItsValues) {
    EXPECT_EQ(outcome(ages("hitPolicy=\"FIRST\"", "\"high\""), "Risk", R"({"Age": 5})"),
              "null\nE In 'Risk', rule 1, output column 1: \"low\" (string) is not among \"high\".");
}

TEST(DecisionTable, RefusesAnInputOfAnotherType) {
    const std::string xml = model(
        input("Age") +
        decision("Risk", {"+Age"}, table("", {{"Age", "number", "", ""}}, {{"risk", "", "", ""}}, {{"-", "\"low\""}})));
    EXPECT_EQ(outcome(xml, "Risk", R"({"Age": "old"})"),
              "\"low\"\nE In 'Risk', input column 1: \"old\" (string) is not of type number.");
}

TEST(DecisionTable, ReportsACellThatCanNotBeReadWhenItComesToIt) {
    const std::string xml = ages("hitPolicy=\"FIRST\"", "", "", {{"< < 10", "\"low\""}, {"-", "\"any\""}});
    EXPECT_TRUE(outcome(xml, "Risk", R"({"Age": 5})")
                    .starts_with("\"any\"\nE In 'Risk', rule 1, input column 1: '< < 10' can't be read: "));
}

TEST(DecisionTable, ExplainsItsInputsAndTheRulesThatMatched) {
    const DecisionResult result = evaluated(ages("hitPolicy=\"COLLECT\""), "Risk", R"({"Age": 15})");
    ASSERT_EQ(result.decisions.size(), 1u);
    const EvaluatedDecision& explained = result.decisions.front();
    EXPECT_EQ(explained.id, "Risk");
    EXPECT_EQ(explained.logic, Logic::DecisionTable);
    EXPECT_EQ(feel::to_literal(explained.value), "[\"mid\", \"low\"]");
    ASSERT_EQ(explained.inputs.size(), 1u);
    EXPECT_EQ(explained.inputs[0].name, "Age");
    EXPECT_EQ(feel::to_literal(explained.inputs[0].value), "15");
    ASSERT_EQ(explained.matched_rules.size(), 2u);
    EXPECT_EQ(explained.matched_rules[0].index, 2u);
    EXPECT_EQ(explained.matched_rules[1].index, 3u);
    ASSERT_EQ(explained.matched_rules[1].outputs.size(), 1u);
    EXPECT_EQ(explained.matched_rules[1].outputs[0].name, "risk");
    EXPECT_EQ(feel::to_literal(explained.matched_rules[1].outputs[0].value), "\"low\"");
}

TEST(DecisionTable, KeepsWhyItFailed) {
    const DecisionResult result = evaluated(ages("hitPolicy=\"UNIQUE\""), "Risk", R"({"Age": 15})");
    ASSERT_NE(result.failure(), nullptr);
    EXPECT_EQ(result.failure()->decision_id, "Risk");
    EXPECT_EQ(result.decisions.at(0).failure, result.failure()->text);
}

}  // namespace
}  // namespace dandori::dmn::test
