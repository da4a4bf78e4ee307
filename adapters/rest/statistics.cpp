// How many run where: for heat maps and dashboards. Administrators only, since they count over everything.
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

std::int64_t count_of(engine::Reader& reader, engine::Query query) {
    query.first(1);
    query.count_total = true;
    return engine::find<ProcessInstance>(reader, query).total;
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
        tally.add(call.reader(), engine::Query{}.where_equals("processDefinitionKey", key));
    } else {
        std::vector<engine::Cell> some;
        const auto count_some = [&] {
            if (!some.empty())
                tally.add(call.reader(), engine::Query{}.where("processInstanceKey", Operator::In, std::move(some)));
            some.clear();
        };
        instances.where_equals("processDefinitionKey", key);
        for_each_row<ProcessInstance>(call.reader(), instances, [&](const ProcessInstance& instance) {
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

std::vector<ProcessDefinition> definitions_of(engine::Reader& reader, const engine::Query& query) {
    std::vector<ProcessDefinition> definitions;
    for_each_row<ProcessDefinition>(reader, query, [&](const ProcessDefinition& each) { definitions.push_back(each); });
    return definitions;
}

Result<void> count_instances_by_id(Call& call) {
    auto body = TRY(call.body());
    const auto definitions = definitions_of(call.reader(), {});
    std::map<std::string, DashboardRow> by_id;
    for (const auto& definition : definitions) {
        auto& row = by_id[definition.id];
        row.has_multiple_versions = row.definition != nullptr;
        if (!row.definition || row.definition->version < definition.version) row.definition = &definition;
    }
    std::vector<DashboardRow> rows;
    for (auto& [id, row] : by_id) {
        row.without_incident = count_of(call.reader(), active_instances(false).where_equals("processDefinitionId", id));
        row.with_incident = count_of(call.reader(), active_instances(true).where_equals("processDefinitionId", id));
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
    TRY(filter->accept_tenant_and_reference());
    TRY(filter->nothing_else());
    const auto definitions = definitions_of(call.reader(), engine::Query{}.where_equals("processDefinitionId", id));
    std::vector<DashboardRow> rows;
    for (const auto& definition : definitions) {
        rows.push_back(
            {&definition, definitions.size() > 1,
             count_of(call.reader(), active_instances(false).where_equals("processDefinitionKey", definition.key)),
             count_of(call.reader(), active_instances(true).where_equals("processDefinitionKey", definition.key))});
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
    return {{"POST", "/process-definitions/{processDefinitionKey}/statistics/element-instances", Who::Operators,
             count_elements_of_definition},
            {"POST", "/process-definitions/statistics/process-instances", Who::Operators, count_instances_by_id},
            {"POST", "/process-definitions/statistics/process-instances-by-version", Who::Operators,
             count_instances_by_version}};
}

}  // namespace dandori::rest
