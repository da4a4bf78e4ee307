// Decisions: asked for by business rule tasks and from outside. Each evaluation is kept, with what it saw.

#include <algorithm>

#include "engine/feel/json.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

DecisionDefinitionType type_of(dmn::Logic logic) {
    switch (logic) {
        case dmn::Logic::DecisionTable: return DecisionDefinitionType::DecisionTable;
        case dmn::Logic::LiteralExpression: return DecisionDefinitionType::LiteralExpression;
        default: return DecisionDefinitionType::Unspecified;
    }
}

std::string json_text(const std::string& text) { return feel::to_json(feel::Value(text)); }

/// JSON within JSON: how the API shows the values that were seen.
std::string json_of(const feel::Value& value) { return json_text(feel::to_json(value)); }

Json inputs_json(const dmn::EvaluatedDecision& decision) {
    std::string text = "[";
    for (const dmn::EvaluatedInput& input : decision.inputs) {
        text += (text.size() > 1 ? "," : "") + std::string("{\"inputId\":") + json_text(input.id) + ",\"inputName\":" +
                json_text(input.name) + ",\"inputValue\":" + json_of(input.value) + "}";
    }
    return {text + "]"};
}

Json rules_json(const dmn::EvaluatedDecision& decision) {
    std::string text = "[";
    for (const dmn::MatchedRule& rule : decision.matched_rules) {
        const std::string place = "\"ruleId\":" + json_text(rule.id) + ",\"ruleIndex\":" + std::to_string(rule.index);
        text += (text.size() > 1 ? ",{" : "{") + place + ",\"evaluatedOutputs\":[";
        for (const dmn::EvaluatedOutput& output : rule.outputs) {
            text += (text.back() == '[' ? "" : ",") + std::string("{\"outputId\":") + json_text(output.id) + ",\"outputName\":" +
                    json_text(output.name) + ",\"outputValue\":" + json_of(output.value) + "," + place + "}";
        }
        text += "]}";
    }
    return {text + "]"};
}

}  // namespace

Result<Partition::Evaluated> Partition::evaluated(const DecisionDefinition& asked, const feel::Scope& variables, const DecisionCaller* caller) {
    const auto model = deployed_.model(asked.requirements_key);
    const auto result =
        TRY(dmn::evaluate(*model, dmn::Target(asked.id, dmn::Target::Kind::Decision), dmn::Inputs(variables), surroundings_));
    Evaluated evaluated;
    evaluated.value = result.value;
    if (const dmn::Message* failure = result.failure()) evaluated.failure = *failure;

    DecisionInstance row;
    row.evaluation_key = {next_key()};
    row.evaluation_date = now_;
    row.root_definition_key = asked.key;
    row.requirements_key = asked.requirements_key;
    row.tenant_id = asked.tenant_id;
    if (caller) {
        row.process_definition_key = caller->process.process_definition_key;
        row.process_instance_key = caller->process.key;
        row.root_process_instance_key = caller->process.root_process_instance_key;
        row.element_instance_key = caller->element;
    }
    const auto definitions = deployed_.decisions_of(asked.requirements_key);
    for (const dmn::EvaluatedDecision& decision : result.decisions) {
        const auto known = std::find_if(definitions.begin(), definitions.end(),
                                        [&](const DecisionDefinition* each) { return each->id == decision.id; });
        // One of an imported model is told as part of the model that imports it.
        const DecisionDefinition& definition = known == definitions.end() ? asked : **known;
        row.key = {next_key()};
        row.definition_key = definition.key;
        row.definition_version = definition.version;
        row.definition_id = decision.id;
        row.definition_name = decision.name;
        row.definition_type = type_of(decision.logic);
        row.failure.reset();
        if (!decision.failure.empty()) row.failure = decision.failure;
        // What fails before any decision (a value given that isn't of its type) fails the one asked for.
        if (evaluated.failure && !row.failure && decision.id == asked.id) row.failure = evaluated.failure->text;
        row.state = row.failure ? DecisionInstanceState::Failed : DecisionInstanceState::Evaluated;
        row.result = feel::to_json(decision.value);
        row.inputs = inputs_json(decision);
        row.matched_rules = rules_json(decision);
        evaluated.instances.push_back(decision_instances_.put(row));
    }
    return evaluated;
}

Result<feel::Value> Partition::decide(const std::string& id, const bpmn::zeebe::Binding& binding, const DecisionCaller& caller,
                                      const feel::Scope& variables) {
    const DecisionDefinition* row = deployed_.decision(id, binding, caller.deployment_key);
    if (!row) return fail(Failure::Kind::CalledDecision, "There is no decision '" + id + "' deployed. Deploy it and resolve the incident.");
    auto result = TRY(evaluated(*row, variables, &caller));
    if (result.failure) return fail(Failure::Kind::DecisionEvaluation, result.failure->text);
    return std::move(result.value);
}

Outcome<EvaluateDecision::Answer> Partition::execute(const EvaluateDecision& command, const Actor* actor) {
    const DecisionDefinition* definition = command.key ? deployed_.decision(*command.key) : deployed_.decision(command.tenant_id, command.id);
    if (!definition || !is_of_tenant(actor, definition->tenant_id)) {
        return reject(Rejection::Code::NotFound,
                      "Expected to evaluate decision '" + (command.key ? std::to_string(command.key->value) : command.id) +
                          "', but no decision found for " + (command.key ? "key '" + std::to_string(command.key->value) : "id '" + command.id) +
                          "'");
    }
    if (!may(actor, ResourceType::DecisionDefinition, Permission::CreateDecisionInstance, definition->id))
        return tl::unexpected(insufficient(Permission::CreateDecisionInstance, ResourceType::DecisionDefinition));
    auto variables = variables_of(command.variables);
    if (!variables) return tl::unexpected(variables.error());
    auto result = evaluated(*definition, feel::ContextScope(std::move(*variables)), nullptr);
    if (!result) return reject(Rejection::Code::InvalidState, result.error().text);
    EvaluateDecision::Answer answer;
    answer.definition = *definition;
    answer.output.text = feel::to_json(result->value);
    answer.instances = std::move(result->instances);
    if (result->failure) {
        answer.failed_decision_id = result->failure->decision_id;
        answer.failure = result->failure->text;
        for (const DecisionInstance& each : answer.instances) {
            if (each.failure) answer.failed_decision_id = each.definition_id;
            if (each.failure) break;
        }
    }
    return answer;
}

Outcome<Done> Partition::execute(const DeleteDecisionEvaluation& command, const Actor* actor) {
    std::vector<DecisionInstanceKey> found;
    bool is_permitted = true;
    const auto look_at = [&](const DecisionInstance& row) {
        if (!is_of_tenant(actor, row.tenant_id)) return;
        found.push_back(row.key);
        is_permitted = is_permitted && may(actor, ResourceType::DecisionDefinition, Permission::DeleteDecisionInstance, row.definition_id);
    };
    const auto query = Query{}.where_equals("decisionEvaluationKey", command.key);
    for_all_rows<DecisionInstance>(store_, query, [&](const DecisionInstance& row) {
        if (!decision_instances_.has_changed(row.key)) look_at(row);
    });
    decision_instances_.for_each([&](const DecisionInstance& row) {
        if (row.evaluation_key == command.key) look_at(row);
    });
    if (found.empty()) return reject_not_found("DELETE", "delete", "decision evaluation", command.key.value);
    if (!is_permitted) return tl::unexpected(insufficient(Permission::DeleteDecisionInstance, ResourceType::DecisionDefinition));
    for (const DecisionInstanceKey key : found) decision_instances_.remove(key);
    return Done{};
}

}  // namespace dandori::engine
