// What the cluster is, whether it is well, and who is asking.
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

/// The version of the API that is spoken here; clients read it as the cluster's own.
constexpr std::string_view api_version = "8.9.0";

Result<void> get_topology(Call& call) {
    const auto& settings = call.api->settings;
    JsonText json;
    json.begin_object().name("brokers").begin_array().begin_object();
    json.name("nodeId").number(0).name("host").text(settings.host).name("port").number(settings.port ? settings.port() : 0);
    json.name("partitions").begin_array().begin_object();
    json.name("partitionId").number(1).name("role").text("leader").name("health").text("healthy");
    json.end_object().end_array().name("version").text(api_version).end_object().end_array();
    json.name("clusterId").text("dandori").name("clusterSize").number(1).name("partitionsCount").number(1);
    json.name("replicationFactor").number(1).name("gatewayVersion").text(api_version);
    json.name("lastCompletedChangeId").text("0").end_object();
    call.reply.json(json.take());
    return {};
}

Result<void> get_status(Call& call) {
    call.reply.no_content();
    return {};
}

Result<void> get_license(Call& call) {
    call.reply.json(R"({"validLicense":true,"licenseType":"Apache-2.0","isCommercial":false,"expiresAt":null})");
    return {};
}

Result<void> get_authentication(Call& call) {
    std::optional<engine::User> user;
    if (call.caller.actor) user = engine::get<engine::User>(call.reader(), call.caller.actor->username);
    JsonText json;
    json.begin_object();
    json.name("username").text(call.caller.actor ? call.caller.actor->username : "anonymous");
    json.name("displayName");
    write_value(json, user ? user->name : std::optional<std::string>{});
    json.name("email");
    write_value(json, user ? user->email : std::optional<std::string>{});
    const auto* actor = call.actor();
    json.name("authorizedComponents").begin_array();
    if (engine::may(actor, engine::ResourceType::Component, engine::Permission::Access, engine::any_resource)) {
        json.text("*");
    } else {
        const auto& reach = actor->grants.reach(engine::ResourceType::Component, engine::Permission::Access);
        for (const auto& component : reach.ids) json.text(component);
    }
    json.end_array();
    const std::vector<std::string> default_only{std::string(engine::default_tenant)};
    json.name("tenants").begin_array();
    for (const auto& id : actor && actor->tenants ? *actor->tenants : default_only) {
        const auto tenant = engine::get<engine::Tenant>(call.reader(), id);
        write_row(json, tenant.value_or(engine::Tenant{id, id == engine::default_tenant ? "Default" : id, {}}));
    }
    json.end_array().name("groups");
    write_list(json, actor ? actor->groups : std::vector<std::string>{});
    json.name("roles");
    write_list(json, actor ? actor->roles : std::vector<std::string>{});
    json.name("salesPlanType").null().name("c8Links").begin_object().end_object();
    json.name("canLogout").truth(call.caller.actor.has_value()).end_object();
    call.reply.json(json.take());
    return {};
}

}  // namespace

std::vector<Route> service_state_routes() {
    return {{"GET", "/topology", Who::Admitted, get_topology},
            {"GET", "/status", Who::Anybody, get_status},
            {"GET", "/license", Who::Anybody, get_license},
            {"GET", "/authentication/me", Who::Admitted, get_authentication}};
}

}  // namespace dandori::rest
