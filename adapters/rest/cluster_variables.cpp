// Values that every process can read.
#include "adapters/http/json_body.h"
#include "adapters/rest/directory.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

using engine::ClusterVariable;
using engine::Permission;
using engine::ResourceType;

std::string cluster_variable_text(const ClusterVariable& variable) {
    JsonText json;
    json.begin_object().name("name").text(variable.name).name("scope").text(engine::name_of(variable.scope)).name("tenantId");
    write_value(json, variable.tenant_id);
    json.name("value").text(variable.value).end_object();
    return json.take();
}

/// The tenant in the path; none for the global routes.
Result<std::optional<std::string>> tenant_in_path(const Call& call) {
    const auto found = call.request.parameters.find("tenantId");
    if (found == call.request.parameters.end()) return std::optional<std::string>{};
    return std::optional{TRY(checked_tenant(found->second, call.has_tenants()))};
}

Result<void> put_cluster_variable(Call& call, ClusterVariable variable, Body& body, bool is_new) {
    if (!body.find("value")) return fail(Failure::Kind::Syntax, "'value' is missing; any JSON is needed.");
    // As it came, every number with all its digits.
    variable.value = http::json_member_text(call.request.body, "value").value_or("null");
    variable.tenant_id = TRY(tenant_in_path(call));
    if (variable.tenant_id) variable.scope = engine::ClusterVariableScope::Tenant;
    TRY(body.nothing_else());
    auto answer = cluster_variable_text(variable);
    call.submit(is_new ? "CREATE" : "UPDATE", engine::PutClusterVariable{std::move(variable), is_new},
                [answer](const Reply& reply, const engine::Done&) { reply.json(answer); });
    return {};
}

Result<void> create_cluster_variable(Call& call) {
    auto body = TRY(call.body());
    ClusterVariable variable;
    variable.name = TRY(body.required_text("name"));
    return put_cluster_variable(call, std::move(variable), body, true);
}

Result<void> update_cluster_variable(Call& call) {
    auto body = TRY(call.body());
    ClusterVariable variable;
    variable.name = path_text(call, "name");
    return put_cluster_variable(call, std::move(variable), body, false);
}

Result<void> get_cluster_variable(Call& call) {
    const auto& name = path_text(call, "name");
    if (const auto variable = visible_row<ClusterVariable>(call, engine::cluster_variable_id(TRY(tenant_in_path(call)), name)))
        call.reply.json(cluster_variable_text(*variable));
    else
        call.reply.refuse(404, "NOT_FOUND", "Cluster variable '" + name + "' not found.");
    return {};
}

Result<void> delete_cluster_variable(Call& call) {
    call.submit_done("DELETE", engine::RemoveClusterVariable{TRY(tenant_in_path(call)), path_text(call, "name")});
    return {};
}

/// None is ever cut.
Result<bool> whole_filter(std::string_view name, const boost::json::value& value, engine::Group& group) {
    if (name != "isTruncated") return false;
    if (!value.is_bool()) return fail(Failure::Kind::Syntax, "'filter.isTruncated' must be true or false, found " + described(value) + ".");
    if (value.get_bool()) group.conditions.push_back({"name", engine::Operator::In, {}});
    return true;
}

void write_whole(JsonText& json, const ClusterVariable&) { json.name("isTruncated").truth(false); }

Result<void> search_cluster_variables(Call& call) { return answer_search<ClusterVariable>(call, {.special = whole_filter}, write_whole); }

}  // namespace

std::vector<Route> cluster_variable_routes() {
    constexpr auto type = ResourceType::ClusterVariable;
    constexpr Who may_create = who_may(type, Permission::Create), may_update = who_may(type, Permission::Update),
                  may_delete = who_may(type, Permission::Delete);
    return {{"POST", "/cluster-variables/search", Who::Admitted, search_cluster_variables},
            {"POST", "/cluster-variables/global", may_create, create_cluster_variable},
            {"GET", "/cluster-variables/global/{name}", Who::Admitted, get_cluster_variable},
            {"PUT", "/cluster-variables/global/{name}", may_update, update_cluster_variable},
            {"DELETE", "/cluster-variables/global/{name}", may_delete, delete_cluster_variable},
            {"POST", "/cluster-variables/tenants/{tenantId}", may_create, create_cluster_variable},
            {"GET", "/cluster-variables/tenants/{tenantId}/{name}", Who::Admitted, get_cluster_variable},
            {"PUT", "/cluster-variables/tenants/{tenantId}/{name}", may_update, update_cluster_variable},
            {"DELETE", "/cluster-variables/tenants/{tenantId}/{name}", may_delete, delete_cluster_variable}};
}

}  // namespace dandori::rest
