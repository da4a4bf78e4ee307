// Decisions evaluated from outside, and what is kept of every evaluation.
#include <boost/json.hpp>
#include <set>

#include "adapters/rest/instance_operations.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::DecisionInstance;
using engine::DecisionInstanceKey;
using engine::EvaluateDecision;

constexpr std::string_view instance_key_name = "decisionEvaluationInstanceKey";

// Clients know a decision instance as the how-manieth of its evaluation: `EVALUATION-PLACE`. Its own key follows that
// of the evaluation at this distance.
std::string instance_key_text(const DecisionInstance& row) {
    return std::to_string(row.evaluation_key.value) + "-" + std::to_string(row.key.value - row.evaluation_key.value);
}

std::optional<DecisionInstanceKey> instance_key_of(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return {};
    const auto evaluation = key_of(text.substr(0, dash));
    const auto place = key_of(text.substr(dash + 1));
    if (!evaluation || !place || *evaluation <= 0 || *place <= 0 || *place > INT64_MAX - *evaluation) return {};
    return DecisionInstanceKey{*evaluation + *place};
}

/// The same filter with the keys that are kept in place of those that clients know.
Result<boost::json::value> with_kept_keys(const boost::json::value& value, const std::string& member) {
    if (value.is_string())
        if (const auto key = instance_key_of(value.get_string())) return boost::json::value(key->value);
    if (value.is_array()) {
        boost::json::array list;
        for (const auto& each : value.get_array()) list.push_back(TRY(with_kept_keys(each, member)));
        return boost::json::value(std::move(list));
    }
    if (value.is_bool()) return value;
    if (!value.is_object()) {
        return fail(Failure::Kind::Syntax,
                    "'" + member + "' must be a key like \"2251799813685249-1\", found " + described(value) + ".");
    }
    boost::json::object operators;
    for (const auto& each : value.get_object())
        operators[each.key()] = TRY(with_kept_keys(each.value(), member + "." + std::string(each.key())));
    return boost::json::value(std::move(operators));
}

Result<bool> decision_instance_filter(std::string_view name, const boost::json::value& value, engine::Group& group) {
    if (name != instance_key_name) return false;
    const std::string member = "filter." + std::string(name);
    TRY(read_conditions(*shape_of<DecisionInstance>().find_shown(name), TRY(with_kept_keys(value, member)), member,
                        group.conditions));
    return true;
}

constexpr SearchRules::Alias decision_instance_aliases[] = {{"decisionRequirementsKey", "requirementsKey"}};
constexpr SearchRules decision_instance_search{.aliases = decision_instance_aliases, .special = decision_instance_filter};

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
    json.name(instance_key_name).text(instance_key_text(row));
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
    command.tenant_id = TRY(body.tenant(call.has_tenants()));
    TRY(body.nothing_else());
    call.submit("EVALUATE", std::move(command), answer_evaluation);
    return {};
}

/// All members but those of the explanation; the object is left open.
void begin_instance(JsonText& json, const DecisionInstance& row) {
    json.begin_object();
    for (const auto& field : shape_of<DecisionInstance>().fields) {
        if (!field.is_shown) continue;
        json.name(field.name);
        if (field.name == instance_key_name)
            json.text(instance_key_text(row));
        else
            field.write(json, &row);
    }
}

Result<void> search_decision_instances(Call& call) {
    auto query = TRY(read_search(shape_of<DecisionInstance>(), decision_instance_search, call.json));
    limit_to_own(query, DecisionInstance::table, call.caller);
    const auto found = engine::find<DecisionInstance>(call.reader(), query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& row : found.rows) {
        begin_instance(json, row);
        json.end_object();
    }
    json.end_array();
    write_page(json, found.total, found.start, found.end, query.sort);
    call.reply.json(json.end_object().take());
    return {};
}

Result<void> get_decision_instance(Call& call) {
    const auto& text = call.request.parameters.find(instance_key_name)->second;
    const auto key = instance_key_of(text);
    if (!key) {
        return fail(Failure::Kind::Syntax, "'" + std::string(instance_key_name) +
                                               "' in the path must be a key like 2251799813685249-1, found '" +
                                               text.substr(0, 100) + "'.");
    }
    const auto row = visible_row<DecisionInstance>(call, *key);
    if (!row) {
        call.reply.refuse(404, "NOT_FOUND", "Decision instance with key '" + text + "' not found.");
        return {};
    }
    JsonText json;
    begin_instance(json, *row);
    write_explanation(json, *row);
    call.reply.json(json.end_object().take());
    return {};
}

Result<void> delete_decision_evaluation(Call& call) {
    const auto key = TRY(call.key<engine::DecisionEvaluationKey>("decisionEvaluationKey"));
    auto body = TRY(call.body());
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("DELETE", engine::DeleteDecisionEvaluation{key});
    return {};
}

/// An evaluation is deleted whole when any decision of it matches.
Result<void> delete_decision_instances(Call& call) {
    auto body = TRY(call.body());
    const auto* filter = body.find("filter");
    if (!filter || !filter->is_object())
        return fail(Failure::Kind::Syntax, "'filter' is missing; an object as in the search of decision instances is needed ({} for all).");
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    auto query = TRY(read_search(shape_of<DecisionInstance>(), decision_instance_search, boost::json::object{{"filter", *filter}}));
    limit_to_own(query, DecisionInstance::table, call.caller);
    std::set<engine::DecisionEvaluationKey> evaluations;
    for_each_row<DecisionInstance>(call.reader(), std::move(query), [&](const DecisionInstance& row) { evaluations.insert(row.evaluation_key); });
    engine::StartBatchOperation command{engine::BatchOperationType::DeleteDecisionInstance, {}};
    command.evaluations.assign(evaluations.begin(), evaluations.end());
    submit_batch(call, std::move(command));
    return {};
}

}  // namespace

std::vector<Route> decision_instance_routes() {
    return {{"POST", "/decision-definitions/evaluation", who_may(engine::ResourceType::DecisionDefinition, engine::Permission::CreateDecisionInstance),
             evaluate_decision},
            {"POST", "/decision-instances/search", Who::Admitted, search_decision_instances},
            {"GET", "/decision-instances/{decisionEvaluationInstanceKey}", Who::Admitted, get_decision_instance},
            {"POST", "/decision-instances/deletion", who_may_batch(engine::Permission::CreateBatchOperationDeleteDecisionInstance), delete_decision_instances},
            {"POST", "/decision-instances/{decisionEvaluationKey}/deletion", who_may(engine::ResourceType::DecisionDefinition, engine::Permission::DeleteDecisionInstance),
             delete_decision_evaluation}};
}

}  // namespace dandori::rest
