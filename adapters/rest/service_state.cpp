// What the cluster is, whether it is well, and who is asking.
#include <map>
#include <set>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

/// The version of the API that is spoken here; clients read it as the cluster's own.
constexpr std::string_view api_version = "8.9.0";

Result<void> get_topology(Call& call) {
    const auto& ask = call.api->settings.topology;
    const Topology topology = ask ? ask() : Topology{};
    const auto count = static_cast<std::int64_t>(topology.brokers.size());
    JsonText json;
    json.begin_object().name("brokers").begin_array();
    std::int64_t node_id = 0;
    for (const Broker& broker : topology.brokers) {
        json.begin_object().name("nodeId").number(node_id++).name("host").text(broker.host).name("port").number(broker.port);
        json.name("partitions").begin_array().begin_object();
        json.name("partitionId").number(1).name("role").text(broker.leads ? "leader" : "follower").name("health").text("healthy");
        json.end_object().end_array().name("version").text(api_version).end_object();
    }
    json.end_array().name("clusterId").text(topology.cluster_id).name("clusterSize").number(count).name("partitionsCount").number(1);
    json.name("replicationFactor").number(count).name("gatewayVersion").text(api_version);
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

Result<void> get_configuration(Call& call) {
    // Job metrics are read from the jobs themselves: nothing is exported, and no names are cut or left out.
    call.reply.json(
        R"({"jobMetrics":{"enabled":true,"exportInterval":"PT0S","maxWorkerNameLength":2147483647,"maxJobTypeLength":2147483647,"maxTenantIdLength":2147483647,"maxUniqueKeys":2147483647}})");
    return {};
}

struct Usage {
    std::int64_t process_instances = 0, decision_instances = 0;
    std::set<std::string> assignees;
};

void write_usage(JsonText& json, const Usage& usage) {
    json.name("processInstances").number(usage.process_instances).name("decisionInstances").number(usage.decision_instances);
    json.name("assignees").number(static_cast<std::int64_t>(usage.assignees.size()));
}

Result<Instant> time_in_query(const Call& call, std::string_view name) {
    const auto text = call.request.query_parameter(name);
    if (!text) return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' is missing; a time like 2026-01-31T12:00:00Z is needed.");
    return read_time(boost::json::value(boost::json::string(*text)), std::string(name));
}

Result<void> get_usage_metrics(Call& call) {
    const Instant from = TRY(time_in_query(call, "startTime")), to = TRY(time_in_query(call, "endTime"));
    const auto tenant = call.request.query_parameter("tenantId");
    const bool tells_tenants = TRY(call.truth_in_query("withTenants", false));
    std::map<std::string, Usage> by_tenant;
    Usage all;
    const auto within = [&](const char* field) {
        engine::Query query;
        query.where(field, engine::Operator::GreaterOrEqual, {engine::to_cell(from)}).where(field, engine::Operator::Less, {engine::to_cell(to)});
        if (tenant) query.where_equals("tenantId", std::string(*tenant));
        return query;
    };
    for_each_visible_row<engine::ProcessInstance>(call, within("startDate"), [&](const engine::ProcessInstance& row) {
        if (row.parent_process_instance_key) return;
        ++all.process_instances;
        ++by_tenant[row.tenant_id].process_instances;
    });
    for_each_visible_row<engine::DecisionInstance>(call, within("evaluationDate"), [&](const engine::DecisionInstance& row) {
        ++all.decision_instances;
        ++by_tenant[row.tenant_id].decision_instances;
    });
    for_each_visible_row<engine::UserTask>(call, within("creationDate"), [&](const engine::UserTask& row) {
        if (!row.assignee) return;
        all.assignees.insert(*row.assignee);
        by_tenant[row.tenant_id].assignees.insert(*row.assignee);
    });
    JsonText json;
    json.begin_object();
    write_usage(json, all);
    json.name("activeTenants").number(static_cast<std::int64_t>(by_tenant.size())).name("tenants").begin_object();
    for (const auto& [id, usage] : by_tenant) {
        if (!tells_tenants) break;
        json.name(id).begin_object();
        write_usage(json, usage);
        json.end_object();
    }
    call.reply.json(json.end_object().end_object().take());
    return {};
}

}  // namespace

std::vector<Route> service_state_routes() {
    return {{"GET", "/topology", Who::Admitted, get_topology},
            {"GET", "/status", Who::Anybody, get_status},
            {"GET", "/license", Who::Anybody, get_license},
            {"GET", "/system/configuration", Who::Admitted, get_configuration},
            {"GET", "/system/usage-metrics", who_may(engine::ResourceType::System, engine::Permission::ReadUsageMetric), get_usage_metrics},
            {"GET", "/authentication/me", Who::Admitted, get_authentication}};
}

}  // namespace dandori::rest
