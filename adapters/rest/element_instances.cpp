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
    TRY(body.accept_tenant_and_reference());
    TRY(body.nothing_else());
    call.submit_done("UPDATE", std::move(command));
    return {};
}

}  // namespace

std::vector<Route> element_instance_routes() {
    return {{"POST", "/element-instances/search", Who::Admitted, search_element_instances},
            {"GET", "/element-instances/{elementInstanceKey}", Who::Admitted, get_element_instance},
            {"PUT", "/element-instances/{elementInstanceKey}/variables", Who::Administrators, set_variables}};
}

}  // namespace dandori::rest
