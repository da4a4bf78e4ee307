// How many run where: for heat maps and dashboards. They count what the caller may see.
#include <boost/json.hpp>

#include "adapters/rest/dashboard.h"
#include "adapters/rest/instance_search.h"
#include "adapters/rest/latest.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/tally.h"

namespace dandori::rest {
namespace {

using engine::Operator;
using engine::ProcessDefinition;
using engine::ProcessInstance;

std::int64_t count_of(const Call& call, engine::Query query) {
    limit_to_own(query, ProcessInstance::table, call.caller);
    query.first(1);
    query.count_total = true;
    return engine::find<ProcessInstance>(call.reader(), query).total;
}

engine::Query active_instances(bool with_incident) {
    return engine::Query{}
        .where_equals("state", engine::InstanceState::Active)
        .where_equals("hasIncident", with_incident);
}

Result<void> count_elements_of_definition(Call& call) {
    const auto key = TRY(call.key<engine::ProcessDefinitionKey>("processDefinitionKey"));
    auto instances = TRY(read_search(shape_of<ProcessInstance>(), process_instance_search, call.json));
    const bool is_filtered =
        !instances.all.conditions.empty() || !instances.all.related.empty() || !instances.any_of.empty();
    ElementTally tally;
    if (!is_filtered) {
        auto elements = engine::Query{}.where_equals("processDefinitionKey", key);
        limit_to_own(elements, engine::ElementInstance::table, call.caller);
        tally.add(call.reader(), elements);
    } else {
        std::vector<engine::Cell> some;
        const auto count_some = [&] {
            if (!some.empty())
                tally.add(call.reader(), engine::Query{}.where("processInstanceKey", Operator::In, std::move(some)));
            some.clear();
        };
        instances.where_equals("processDefinitionKey", key);
        for_each_visible_row<ProcessInstance>(call, instances, [&](const ProcessInstance& instance) {
            some.push_back(engine::to_cell(instance.key));
            if (some.size() == filter_values_max) count_some();
        });
        count_some();
    }
    call.reply.json(tally.text());
    return {};
}

/// A row of a dashboard, that can be sorted by any of its members.
struct DashboardRow {
    const ProcessDefinition* definition = nullptr;  ///< the newest version, where it stands for all of them
    bool has_multiple_versions = false;
    std::int64_t without_incident = 0;
    std::int64_t with_incident = 0;
};

constexpr DashboardSort<DashboardRow> instance_sorts[]{
    {"processDefinitionId",
     [](const DashboardRow& a, const DashboardRow& b) { return a.definition->id < b.definition->id; }},
    {"processDefinitionKey",
     [](const DashboardRow& a, const DashboardRow& b) { return a.definition->key < b.definition->key; }},
    {"processDefinitionName",
     [](const DashboardRow& a, const DashboardRow& b) { return a.definition->name < b.definition->name; }},
    {"processDefinitionVersion",
     [](const DashboardRow& a, const DashboardRow& b) { return a.definition->version < b.definition->version; }},
    {"activeInstancesWithIncidentCount",
     [](const DashboardRow& a, const DashboardRow& b) { return a.with_incident < b.with_incident; }},
    {"activeInstancesWithoutIncidentCount",
     [](const DashboardRow& a, const DashboardRow& b) { return a.without_incident < b.without_incident; }}};

template <class Write>
std::string dashboard_text(const std::vector<DashboardRow>& rows, const DashboardPage& page, Write write) {
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (std::size_t i = page.from; i < rows.size() && i - page.from < page.limit; ++i) {
        json.begin_object();
        write(json, rows[i]);
        json.name("activeInstancesWithoutIncidentCount").number(rows[i].without_incident);
        json.name("activeInstancesWithIncidentCount").number(rows[i].with_incident).end_object();
    }
    json.end_array();
    write_page(json, static_cast<std::int64_t>(rows.size()), {}, {}, {});
    return json.end_object().take();
}

std::vector<ProcessDefinition> definitions_of(const Call& call, const engine::Query& query) {
    std::vector<ProcessDefinition> definitions;
    for_each_visible_row<ProcessDefinition>(call, query, [&](const ProcessDefinition& each) { definitions.push_back(each); });
    return definitions;
}

Result<void> count_instances_by_id(Call& call) {
    auto body = TRY(call.body());
    const auto definitions = definitions_of(call, {});
    std::map<std::pair<std::string, std::string>, DashboardRow> by_id;  // and tenant
    for (const auto& definition : definitions) {
        auto& row = by_id[{definition.id, definition.tenant_id}];
        row.has_multiple_versions = row.definition != nullptr;
        if (!row.definition || row.definition->version < definition.version) row.definition = &definition;
    }
    std::vector<DashboardRow> rows;
    for (auto& [id, row] : by_id) {
        const auto of_it = [&id](engine::Query query) {
            return query.where_equals("processDefinitionId", id.first).where_equals("tenantId", id.second);
        };
        row.without_incident = count_of(call, of_it(active_instances(false)));
        row.with_incident = count_of(call, of_it(active_instances(true)));
        rows.push_back(row);
    }
    TRY(sort_dashboard<DashboardRow>(body, instance_sorts, rows));
    const auto page = TRY(read_dashboard_page(body));
    TRY(body.nothing_else());
    call.reply.json(dashboard_text(rows, page, [](JsonText& json, const DashboardRow& row) {
        json.name("processDefinitionId").text(row.definition->id).name("tenantId").text(row.definition->tenant_id);
        json.name("latestProcessDefinitionName");
        write_value(json, row.definition->name);
        json.name("hasMultipleVersions").truth(row.has_multiple_versions);
    }));
    return {};
}

Result<void> count_instances_by_version(Call& call) {
    auto body = TRY(call.body());
    auto filter = TRY(body.object("filter"));
    if (!filter)
        return fail(Failure::Kind::Syntax, "'filter' is missing; an object with 'processDefinitionId' is needed.");
    const auto id = TRY(filter->required_text("processDefinitionId"));
    auto query = engine::Query{}.where_equals("processDefinitionId", id);
    if (const auto tenant = TRY(filter->text("tenantId"))) query.where_equals("tenantId", *tenant);
    TRY(filter->nothing_else());
    const auto definitions = definitions_of(call, query);
    std::vector<DashboardRow> rows;
    for (const auto& definition : definitions) {
        rows.push_back(
            {&definition, definitions.size() > 1,
             count_of(call, active_instances(false).where_equals("processDefinitionKey", definition.key)),
             count_of(call, active_instances(true).where_equals("processDefinitionKey", definition.key))});
    }
    TRY(sort_dashboard<DashboardRow>(body, instance_sorts, rows));
    const auto page = TRY(read_dashboard_page(body));
    TRY(body.nothing_else());
    call.reply.json(dashboard_text(rows, page, [](JsonText& json, const DashboardRow& row) {
        json.name("processDefinitionId")
            .text(row.definition->id)
            .name("processDefinitionKey")
            .key(row.definition->key.value);
        json.name("processDefinitionName");
        write_value(json, row.definition->name);
        json.name("tenantId")
            .text(row.definition->tenant_id)
            .name("processDefinitionVersion")
            .number(row.definition->version);
    }));
    return {};
}

}  // namespace

std::vector<Route> statistics_routes() {
    return {{"POST", "/process-definitions/{processDefinitionKey}/statistics/element-instances", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance),
             count_elements_of_definition},
            {"POST", "/process-definitions/statistics/process-instances", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance), count_instances_by_id},
            {"POST", "/process-definitions/statistics/process-instances-by-version", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance),
             count_instances_by_version}};
}

}  // namespace dandori::rest
