// Decisions evaluated from outside, and what is kept of every evaluation.
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::DecisionInstance;
using engine::EvaluateDecision;

constexpr SearchRules::Alias decision_instance_aliases[] = {{"decisionRequirementsKey", "requirementsKey"}};

const std::string& list_or_empty(const engine::Json& list) {
    static const std::string none = "[]";
    return list.text == "{}" ? none : list.text;
}

void write_explanation(JsonText& json, const DecisionInstance& row) {
    json.name("evaluatedInputs").raw(list_or_empty(row.inputs));
    json.name("matchedRules").raw(list_or_empty(row.matched_rules));
}

void write_evaluated(JsonText& json, const DecisionInstance& row) {
    json.begin_object();
    json.name("decisionDefinitionId").text(row.definition_id);
    json.name("decisionDefinitionKey").key(row.definition_key.value);
    json.name("decisionDefinitionName").text(row.definition_name);
    json.name("decisionDefinitionVersion").number(row.definition_version);
    json.name("decisionDefinitionType").text(engine::name_of(row.definition_type));
    json.name("decisionEvaluationInstanceKey").key(row.key.value);
    json.name("output").text(row.result);
    json.name("tenantId").text(row.tenant_id);
    write_explanation(json, row);
    json.end_object();
}

void answer_evaluation(const Reply& reply, const EvaluateDecision::Answer& answer) {
    const auto& definition = answer.definition;
    const auto evaluation = answer.instances.empty() ? 0 : answer.instances.front().evaluation_key.value;
    JsonText json;
    json.begin_object();
    json.name("decisionDefinitionId").text(definition.id);
    json.name("decisionDefinitionKey").key(definition.key.value);
    json.name("decisionDefinitionName").text(definition.name);
    json.name("decisionDefinitionVersion").number(definition.version);
    json.name("decisionEvaluationKey").key(evaluation);
    json.name("decisionInstanceKey").key(evaluation);
    json.name("decisionRequirementsId").text(definition.requirements_id);
    json.name("decisionRequirementsKey").key(definition.requirements_key.value);
    json.name("output").text(answer.output.text);
    json.name("failedDecisionDefinitionId");
    write_value(json, answer.failed_decision_id);
    json.name("failureMessage");
    write_value(json, answer.failure);
    json.name("tenantId").text(definition.tenant_id);
    json.name("evaluatedDecisions").begin_array();
    for (const DecisionInstance& each : answer.instances) write_evaluated(json, each);
    json.end_array();
    reply.json(json.end_object().take());
}

Result<void> evaluate_decision(Call& call) {
    auto body = TRY(call.body());
    EvaluateDecision command;
    command.key = TRY(body.key<engine::DecisionDefinitionKey>("decisionDefinitionKey"));
    const auto id = TRY(body.text("decisionDefinitionId"));
    if (command.key.has_value() == id.has_value()) {
        return fail(Failure::Kind::Syntax,
                    std::string("Exactly one of 'decisionDefinitionId' and 'decisionDefinitionKey' is needed, found ") +
                        (id ? "both." : "neither."));
    }
    command.id = id.value_or("");
    command.variables = TRY(body.object_text("variables"));
    TRY(body.accept_tenant_and_reference());
    TRY(body.nothing_else());
    call.submit("EVALUATE", std::move(command), answer_evaluation);
    return {};
}

Result<void> search_decision_instances(Call& call) {
    return answer_search<DecisionInstance>(call, {.aliases = decision_instance_aliases});
}

Result<void> get_decision_instance(Call& call) {
    return answer_row<DecisionInstance>(call, "Decision instance", write_explanation);
}

Result<void> delete_decision_evaluation(Call& call) {
    const auto key = TRY(call.key<engine::DecisionEvaluationKey>("decisionEvaluationKey"));
    auto body = TRY(call.body());
    TRY(body.accept_tenant_and_reference());
    TRY(body.nothing_else());
    call.submit_done("DELETE", engine::DeleteDecisionEvaluation{key});
    return {};
}

}  // namespace

std::vector<Route> decision_instance_routes() {
    return {{"POST", "/decision-definitions/evaluation", Who::WorkersAndOperators, evaluate_decision},
            {"POST", "/decision-instances/search", Who::Operators, search_decision_instances},
            {"GET", "/decision-instances/{decisionEvaluationInstanceKey}", Who::Operators, get_decision_instance},
            {"POST", "/decision-instances/{decisionEvaluationKey}/deletion", Who::Administrators,
             delete_decision_evaluation}};
}

}  // namespace dandori::rest
