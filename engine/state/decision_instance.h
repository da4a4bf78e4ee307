#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

enum class DecisionDefinitionType { DecisionTable, LiteralExpression, Unspecified, Unknown };
template <>
inline constexpr std::string_view names_of<DecisionDefinitionType>[] = {"DECISION_TABLE", "LITERAL_EXPRESSION", "UNSPECIFIED", "UNKNOWN"};

enum class DecisionInstanceState { Evaluated, Failed, Unspecified, Unknown };
template <>
inline constexpr std::string_view names_of<DecisionInstanceState>[] = {"EVALUATED", "FAILED", "UNSPECIFIED", "UNKNOWN"};

/// One decision that was evaluated, with what it saw and which rules matched. An evaluation leaves one for each decision that the
/// one asked for requires, and one for itself, the last. Written once.
struct DecisionInstance {
    DecisionInstanceKey key;
    DecisionEvaluationKey evaluation_key;
    DecisionInstanceState state = DecisionInstanceState::Evaluated;
    Instant evaluation_date;
    std::optional<std::string> failure;
    DecisionDefinitionKey definition_key;
    std::string definition_id;
    std::string definition_name;
    std::int32_t definition_version = 1;
    DecisionDefinitionType definition_type = DecisionDefinitionType::Unspecified;
    DecisionDefinitionKey root_definition_key;  ///< of the decision asked for
    DecisionRequirementsKey requirements_key;
    std::string result;  ///< JSON
    std::string tenant_id{"<default>"};
    std::optional<ProcessDefinitionKey> process_definition_key;  ///< these four: asked for by a business rule task
    std::optional<ProcessInstanceKey> process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::optional<ElementInstanceKey> element_instance_key;
    Json inputs;         ///< of a decision table: `evaluatedInputs` as the API shows them
    Json matched_rules;  ///< likewise

    static constexpr std::string_view table = "decision_instance";
    static constexpr auto fields() {
        using R = DecisionInstance;
        return Fields{field("decisionEvaluationInstanceKey", &R::key),
                      field("decisionEvaluationKey", &R::evaluation_key, FieldUse::Indexed),
                      field("state", &R::state),
                      field("evaluationDate", &R::evaluation_date),
                      field("evaluationFailure", &R::failure),
                      field("decisionDefinitionKey", &R::definition_key),
                      field("decisionDefinitionId", &R::definition_id),
                      field("decisionDefinitionName", &R::definition_name),
                      field("decisionDefinitionVersion", &R::definition_version),
                      field("decisionDefinitionType", &R::definition_type),
                      field("rootDecisionDefinitionKey", &R::root_definition_key),
                      field("requirementsKey", &R::requirements_key, FieldUse::Internal),
                      field("result", &R::result),
                      field("tenantId", &R::tenant_id),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("inputs", &R::inputs, FieldUse::Internal),
                      field("matchedRules", &R::matched_rules, FieldUse::Internal)};
    }
    bool operator==(const DecisionInstance&) const = default;
};

}  // namespace dandori::engine
