#include "adapters/rest/latest.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

using engine::DecisionDefinition;
using engine::DecisionRequirements;

Result<void> search_decision_definitions(Call& call) {
    answer_page<DecisionDefinition>(call, TRY(read_definition_search<DecisionDefinition>(call)));
    return {};
}

Result<void> get_decision_definition(Call& call) { return answer_row<DecisionDefinition>(call, "Decision definition"); }

Result<void> search_decision_requirements(Call& call) { return answer_search<DecisionRequirements>(call); }

Result<void> get_decision_requirements(Call& call) {
    return answer_row<DecisionRequirements>(call, "Decision requirements");
}

void answer_xml(Call& call, const std::optional<DecisionRequirements>& requirements, std::string_view what,
                std::int64_t key) {
    auto resource =
        requirements ? engine::get<engine::Resource>(call.reader(), requirements->resource_key) : std::nullopt;
    if (resource)
        call.reply.file(std::move(resource->content.value), "text/xml");
    else
        call.reply.not_found(what, key);
}

Result<void> get_decision_definition_xml(Call& call) {
    const auto key = TRY(call.key<engine::DecisionDefinitionKey>("decisionDefinitionKey"));
    const auto decision = visible_row<DecisionDefinition>(call, key);
    answer_xml(call, decision ? visible_row<DecisionRequirements>(call, decision->requirements_key) : std::nullopt,
               "Decision definition", key.value);
    return {};
}

Result<void> get_decision_requirements_xml(Call& call) {
    const auto key = TRY(call.key<engine::DecisionRequirementsKey>("decisionRequirementsKey"));
    answer_xml(call, visible_row<DecisionRequirements>(call, key), "Decision requirements", key.value);
    return {};
}

}  // namespace

std::vector<Route> decision_routes() {
    return {
        {"POST", "/decision-definitions/search", Who::Admitted, search_decision_definitions},
        {"GET", "/decision-definitions/{decisionDefinitionKey}", Who::Admitted, get_decision_definition},
        {"GET", "/decision-definitions/{decisionDefinitionKey}/xml", Who::Admitted, get_decision_definition_xml},
        {"POST", "/decision-requirements/search", Who::Admitted, search_decision_requirements},
        {"GET", "/decision-requirements/{decisionRequirementsKey}", Who::Admitted, get_decision_requirements},
        {"GET", "/decision-requirements/{decisionRequirementsKey}/xml", Who::Admitted, get_decision_requirements_xml}};
}

}  // namespace dandori::rest
