#include <array>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::ElementInstance;

constexpr std::array element_aliases{SearchRules::Alias{"elementInstanceScopeKey", "elementInstanceScopeKey"}};

Result<void> search_element_instances(Call& call) {
    return answer_search<ElementInstance>(call, {.aliases = element_aliases});
}

Result<void> get_element_instance(Call& call) { return answer_row<ElementInstance>(call, "Element instance"); }

Result<void> set_variables(Call& call) {
    engine::SetVariables command;
    command.scope = TRY(call.key<engine::ScopeKey>("elementInstanceKey"));
    auto body = TRY(call.body());
    if (!body.find("variables")) return fail(Failure::Kind::Syntax, "'variables' is missing; an object is needed.");
    command.variables = TRY(body.object_text("variables"));
    command.local = TRY(body.truth("local", false));
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("UPDATE", std::move(command));
    return {};
}

Result<void> activate_ad_hoc_elements(Call& call) {
    engine::ActivateAdHocElements command;
    command.ad_hoc_key = TRY(call.key<engine::ElementInstanceKey>("adHocSubProcessInstanceKey"));
    auto body = TRY(call.body());
    for (auto& element : TRY(body.objects("elements"))) {
        auto id = TRY(element.required_text("elementId"));
        command.elements.push_back({std::move(id), TRY(element.object_text("variables"))});
        TRY(element.nothing_else());
    }
    command.cancel_remaining = TRY(body.truth("cancelRemainingInstances", false));
    if (command.elements.empty())
        return fail(Failure::Kind::Syntax, "'elements' is missing; a list of objects with 'elementId' is needed.");
    TRY(body.nothing_else());
    call.submit_done("ACTIVATE", std::move(command));
    return {};
}

}  // namespace

std::vector<Route> element_instance_routes() {
    return {{"POST", "/element-instances/search", Who::Admitted, search_element_instances},
            {"GET", "/element-instances/{elementInstanceKey}", Who::Admitted, get_element_instance},
            {"PUT", "/element-instances/{elementInstanceKey}/variables", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance), set_variables, Takes::Json, tried},
            {"POST", "/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation",
             who_may(engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance), activate_ad_hoc_elements, Takes::Json, tried}};
}

}  // namespace dandori::rest
