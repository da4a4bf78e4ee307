// Which errors keep how many instances from going on.
#include <map>
#include <set>

#include "adapters/rest/dashboard.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::Incident;

struct ErrorRow {
    std::string message;
    std::int64_t instances = 0;
};

struct ErrorDefinitionRow {
    engine::ProcessDefinition definition;
    std::int64_t instances = 0;
};

constexpr DashboardSort<ErrorRow> error_sorts[]{
    {"errorMessage", [](const ErrorRow& a, const ErrorRow& b) { return a.message < b.message; }},
    {"activeInstancesWithErrorCount", [](const ErrorRow& a, const ErrorRow& b) { return a.instances < b.instances; }}};

constexpr DashboardSort<ErrorDefinitionRow> error_definition_sorts[]{
    {"activeInstancesWithErrorCount",
     [](const ErrorDefinitionRow& a, const ErrorDefinitionRow& b) { return a.instances < b.instances; }},
    {"processDefinitionKey",
     [](const ErrorDefinitionRow& a, const ErrorDefinitionRow& b) { return a.definition.key < b.definition.key; }},
    {"tenantId", [](const ErrorDefinitionRow& a, const ErrorDefinitionRow& b) {
         return a.definition.tenant_id < b.definition.tenant_id;
     }}};

/// What stands for a message where one is chosen: FNV-1a, as a number that JavaScript and others can hold.
std::int32_t error_hash(std::string_view message) {
    std::uint32_t hash = 2'166'136'261u;
    for (const char c : message) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619u;
    return static_cast<std::int32_t>(hash);
}

engine::Query active_incidents() { return engine::Query{}.where_equals("state", engine::IncidentState::Active); }

Result<void> count_by_error(Call& call) {
    auto body = TRY(call.body());
    std::map<std::string, std::set<engine::ProcessInstanceKey>> instances;
    for_each_visible_row<Incident>(call, active_incidents(), [&](const Incident& incident) {
        instances[incident.error_message].insert(incident.process_instance_key);
    });
    std::vector<ErrorRow> rows;
    for (const auto& [message, keys] : instances) rows.push_back({message, static_cast<std::int64_t>(keys.size())});
    TRY(sort_dashboard<ErrorRow>(body, error_sorts, rows));
    const auto page = TRY(read_dashboard_page(body));
    TRY(body.nothing_else());
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (std::size_t i = page.from; i < rows.size() && i - page.from < page.limit; ++i) {
        json.begin_object()
            .name("errorHashCode")
            .number(error_hash(rows[i].message))
            .name("errorMessage")
            .text(rows[i].message);
        json.name("activeInstancesWithErrorCount").number(rows[i].instances).end_object();
    }
    json.end_array();
    write_page(json, static_cast<std::int64_t>(rows.size()), {}, {}, {});
    call.reply.json(json.end_object().take());
    return {};
}

Result<void> count_by_definition(Call& call) {
    auto body = TRY(call.body());
    auto filter = TRY(body.object("filter"));
    if (!filter) return fail(Failure::Kind::Syntax, "'filter' is missing; an object with 'errorHashCode' is needed.");
    const auto hash = TRY(filter->required_integer("errorHashCode", INT32_MIN, INT32_MAX));
    TRY(filter->nothing_else());
    std::map<engine::ProcessDefinitionKey, std::set<engine::ProcessInstanceKey>> instances;
    for_each_visible_row<Incident>(call, active_incidents(), [&](const Incident& incident) {
        if (error_hash(incident.error_message) == hash)
            instances[incident.process_definition_key].insert(incident.process_instance_key);
    });
    std::vector<ErrorDefinitionRow> rows;
    for (const auto& [key, keys] : instances) {
        if (auto definition = engine::get<engine::ProcessDefinition>(call.reader(), key))
            rows.push_back({std::move(*definition), static_cast<std::int64_t>(keys.size())});
    }
    TRY(sort_dashboard<ErrorDefinitionRow>(body, error_definition_sorts, rows));
    const auto page = TRY(read_dashboard_page(body));
    TRY(body.nothing_else());
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (std::size_t i = page.from; i < rows.size() && i - page.from < page.limit; ++i) {
        const auto& definition = rows[i].definition;
        json.begin_object()
            .name("processDefinitionId")
            .text(definition.id)
            .name("processDefinitionKey")
            .key(definition.key.value);
        json.name("processDefinitionName").text(definition.name.value_or(definition.id));
        json.name("processDefinitionVersion").number(definition.version).name("tenantId").text(definition.tenant_id);
        json.name("activeInstancesWithErrorCount").number(rows[i].instances).end_object();
    }
    json.end_array();
    write_page(json, static_cast<std::int64_t>(rows.size()), {}, {}, {});
    call.reply.json(json.end_object().take());
    return {};
}

}  // namespace

std::vector<Route> incident_statistics_routes() {
    return {
        {"POST", "/incidents/statistics/process-instances-by-error", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance), count_by_error},
        {"POST", "/incidents/statistics/process-instances-by-definition", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance), count_by_definition}};
}

}  // namespace dandori::rest
