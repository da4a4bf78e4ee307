#include "tests/adapters/rest/office.h"
#include "tests/engine/dmn/models.h"

namespace dandori::rest {
namespace {

class DecisionInstances : public Office {
  protected:
    DecisionInstances() {
        using namespace dmn::test;
        const auto deployed = deploy(
            {{"fees.dmn", model(input("amount", "number") +
                                    decision("Fee", {"+amount"},
                                             table("hitPolicy=\"UNIQUE\"", {{"amount", "number", "", ""}},
                                                   {{"fee", "number", "", ""}}, {{"< 10", "1"}, {"[7..20]", "2"}})),
                                "fees")}});
        EXPECT_EQ(deployed.status, 200) << deployed.raw.body;
    }

    ApiAnswer evaluate(const std::string& variables, std::string_view user = {}) {
        return ask("POST", "/decision-definitions/evaluation",
                   R"({"decisionDefinitionId": "Fee", "tenantId": "<default>", "variables": )" + variables + "}", user);
    }
};

TEST_F(DecisionInstances, AnEvaluationAnswersWithWhatItSaw) {
    const auto answer = evaluate(R"({"amount": 5})");
    ASSERT_EQ(answer.status, 200) << answer.raw.body;
    EXPECT_EQ(answer.text("output"), "1");
    EXPECT_EQ(answer.text("decisionDefinitionId"), "Fee");
    EXPECT_EQ(answer.text("decisionDefinitionName"), "Fee");
    EXPECT_EQ(answer.text("decisionDefinitionVersion"), "1");
    EXPECT_EQ(answer.text("decisionRequirementsId"), "fees");
    EXPECT_EQ(answer.text("failureMessage"), "null");
    EXPECT_EQ(answer.text("failedDecisionDefinitionId"), "null");
    EXPECT_EQ(answer.text("decisionInstanceKey"), answer.text("decisionEvaluationKey"));
    const auto& evaluated = answer.json.at("evaluatedDecisions").at(0);
    EXPECT_EQ(evaluated.at("decisionDefinitionType"), "DECISION_TABLE");
    EXPECT_EQ(evaluated.at("evaluatedInputs").at(0).at("inputValue"), "5");
    EXPECT_EQ(evaluated.at("matchedRules").at(0).at("ruleIndex"), 1);
    EXPECT_EQ(evaluated.at("matchedRules").at(0).at("evaluatedOutputs").at(0).at("outputValue"), "1");

    const auto by_key = ask(
        "POST", "/decision-definitions/evaluation",
        R"({"decisionDefinitionKey": ")" + answer.text("decisionDefinitionKey") + R"(", "variables": {"amount": 15}})");
    EXPECT_EQ(by_key.text("output"), "2");
}

TEST_F(DecisionInstances, AFailedEvaluationIsAnsweredAndKept) {
    const auto answer = evaluate(R"({"amount": 8})");
    ASSERT_EQ(answer.status, 200) << answer.raw.body;
    EXPECT_EQ(answer.text("output"), "null");
    EXPECT_EQ(answer.text("failedDecisionDefinitionId"), "Fee");
    EXPECT_EQ(answer.text("failureMessage"),
              "In 'Fee': Rules 1 and 2 match, but the hit policy UNIQUE allows only one.");
    const auto failed = ask("POST", "/decision-instances/search", R"({"filter": {"state": "FAILED"}})");
    EXPECT_EQ(failed.items("evaluationFailure"), answer.text("failureMessage"));
}

TEST_F(DecisionInstances, AreSearchedReadAndDeleted) {
    const auto first = evaluate(R"({"amount": 5})");
    evaluate(R"({"amount": 15})");
    const auto all =
        ask("POST", "/decision-instances/search", R"({"sort": [{"field": "decisionEvaluationKey", "order": "DESC"}]})");
    ASSERT_EQ(all.status, 200) << all.raw.body;
    EXPECT_EQ(all.items("result"), "2 1");
    const auto& shown = all.json.at("items").at(0).as_object();
    for (const auto* member :
         {"decisionDefinitionId", "decisionDefinitionKey", "decisionDefinitionName", "decisionDefinitionType",
          "decisionDefinitionVersion", "decisionEvaluationInstanceKey", "decisionEvaluationKey", "elementInstanceKey",
          "evaluationDate", "evaluationFailure", "processDefinitionKey", "processInstanceKey", "result",
          "rootDecisionDefinitionKey", "rootProcessInstanceKey", "state", "tenantId"})
        EXPECT_TRUE(shown.contains(member)) << member;
    EXPECT_EQ(shown.size(), 17U);

    const auto of_requirements =
        ask("POST", "/decision-instances/search",
            R"({"filter": {"decisionRequirementsKey": ")" + first.text("decisionRequirementsKey") +
                R"(", "decisionDefinitionType": "DECISION_TABLE", "decisionEvaluationKey": ")" +
                first.text("decisionEvaluationKey") + "\"}}");
    EXPECT_EQ(of_requirements.items("result"), "1") << of_requirements.raw.body;
    EXPECT_EQ(ask("POST", "/decision-instances/search", R"({"filter": {"inputs": "x"}})").status, 400);

    // Clients know it as the first of its evaluation.
    const std::string known = first.text("decisionEvaluationKey") + "-1";
    EXPECT_EQ(of_requirements.items("decisionEvaluationInstanceKey"), known);
    EXPECT_EQ(first.json.at("evaluatedDecisions").at(0).at("decisionEvaluationInstanceKey").as_string(), known);
    for (const std::string& filter : {"\"" + known + "\"", R"({"$in": ["12-1", ")" + known + "\"]}", R"({"$eq": ")" + known + R"(", "$exists": true})"})
        EXPECT_EQ(ask("POST", "/decision-instances/search", R"({"filter": {"decisionEvaluationInstanceKey": )" + filter + "}}").items("result"), "1") << filter;
    const auto other = ask("POST", "/decision-instances/search", R"({"filter": {"decisionEvaluationInstanceKey": {"$neq": "12"}}})");
    EXPECT_EQ(other.text("detail"), R"('filter.decisionEvaluationInstanceKey.$neq' must be a key like "2251799813685249-1", found the text "12".)");

    const auto one = ask("GET", "/decision-instances/" + of_requirements.items("decisionEvaluationInstanceKey"));
    EXPECT_EQ(one.status, 200) << one.raw.body;
    EXPECT_EQ(one.json.at("evaluatedInputs").at(0).at("inputName"), "amount");
    EXPECT_EQ(one.json.at("matchedRules").as_array().size(), 1U);

    const std::string deletion = "/decision-instances/" + first.text("decisionEvaluationKey") + "/deletion";
    EXPECT_EQ(ask("POST", deletion, R"({"operationReference": 5})").status, 204);
    EXPECT_EQ(ask("POST", deletion).status, 404);
    EXPECT_EQ(ask("POST", "/decision-instances/search").items("result"), "2");
}

TEST_F(DecisionInstances, AreDeletedByAFilter) {
    evaluate(R"({"amount": 5})");
    evaluate(R"({"amount": 15})");
    evaluate(R"({"amount": 5})");
    std::string keys;
    for (const auto& row : desk.rows<engine::DecisionInstance>())
        if (row.result == "1") keys += (keys.empty() ? "" : ", ") + std::to_string(row.evaluation_key.value);
    const auto begun = ask("POST", "/decision-instances/deletion",
                           R"({"filter": {"decisionDefinitionId": "Fee", "decisionEvaluationKey": {"$in": [)" + keys + R"(]}}, "operationReference": 3})");
    ASSERT_EQ(begun.status, 200) << begun.raw.body;
    EXPECT_EQ(begun.text("batchOperationType"), "DELETE_DECISION_INSTANCE");
    for (int i = 0; i < 100 && ask("GET", "/batch-operations/" + begun.text("batchOperationKey")).text("endDate") == "null"; ++i) desk.wait(0);
    EXPECT_EQ(ask("GET", "/batch-operations/" + begun.text("batchOperationKey")).text("operationsCompletedCount"), "2");
    EXPECT_EQ(ask("POST", "/decision-instances/search").items("result"), "2");
    EXPECT_EQ(ask("POST", "/batch-operation-items/search").items("state"), "COMPLETED COMPLETED");
    EXPECT_EQ(ask("POST", "/decision-instances/deletion", "{}").status, 400);
    EXPECT_EQ(ask("POST", "/decision-instances/deletion", R"({"filter": {"colour": 1}})").status, 400);
    EXPECT_EQ(ask("POST", "/decision-instances/deletion", R"({"filter": {}})", "zoe").status, 403);
}

TEST_F(DecisionInstances, BadRequestsAreRefused) {
    const auto both = ask("POST", "/decision-definitions/evaluation",
                          R"({"decisionDefinitionId": "Fee", "decisionDefinitionKey": "1"})");
    EXPECT_EQ(both.status, 400);
    EXPECT_EQ(both.text("detail"),
              "Exactly one of 'decisionDefinitionId' and 'decisionDefinitionKey' is needed, found both.");
    EXPECT_EQ(ask("POST", "/decision-definitions/evaluation", "{}").status, 400);
    EXPECT_EQ(ask("POST", "/decision-definitions/evaluation", R"({"decisionDefinitionId": "Other"})").status, 404);
    EXPECT_EQ(ask("POST", "/decision-definitions/evaluation", R"({"decisionDefinitionKey": "12"})").status, 404);
    EXPECT_EQ(
        ask("POST", "/decision-definitions/evaluation", R"({"decisionDefinitionId": "Fee", "tenantId": "x"})").status,
        400);
    EXPECT_EQ(ask("GET", "/decision-instances/12-1").status, 404);
    for (const auto* key : {"12", "-1", "12-0", "12-x", "9223372036854775807-1"})
        EXPECT_EQ(ask("GET", "/decision-instances/" + std::string(key)).status, 400) << key;
}

TEST_F(DecisionInstances, AreNotEverybodys) {
    const auto made = evaluate(R"({"amount": 5})");
    EXPECT_EQ(evaluate(R"({"amount": 5})", "somebody").status, 403);
    EXPECT_EQ(evaluate(R"({"amount": 5})", "worker:workers").status, 200);
    EXPECT_EQ(ask("POST", "/decision-instances/search", {}, "somebody").items("state"), "");
    EXPECT_EQ(
        ask("POST", "/decision-instances/" + made.text("decisionEvaluationKey") + "/deletion", {}, "worker:workers")
            .status,
        403);
}

}  // namespace
}  // namespace dandori::rest
