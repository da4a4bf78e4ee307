#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::Cell;
using engine::ElementInstance;
using engine::Incident;
using engine::Operator;
using engine::ProcessInstance;

constexpr std::size_t descendants_max = 10'000;

/// Adds to `found` the rows within `within` that point at one of it by `parent_field`, and those that point at these.
template <class Row>
void add_descendants(engine::Reader& reader, const engine::Query& within, const std::string& parent_field,
                     std::vector<Cell>& found) {
    for (std::size_t from = 0; from < found.size() && found.size() < descendants_max;) {
        const std::size_t to = std::min(found.size(), from + filter_values_max);
        auto query = within;
        query.where(
            parent_field, Operator::In,
            {found.begin() + static_cast<std::ptrdiff_t>(from), found.begin() + static_cast<std::ptrdiff_t>(to)});
        from = to;
        for_each_row<Row>(reader, query, [&](const Row& row) {
            if (found.size() < descendants_max) found.push_back(engine::to_cell(row.key));
        });
    }
}

Result<void> search_incidents(Call& call) { return answer_search<Incident>(call); }

Result<void> get_incident(Call& call) { return answer_row<Incident>(call, "Incident"); }

Result<void> resolve_incident(Call& call) {
    const auto key = TRY(call.key<engine::IncidentKey>("incidentKey"));
    auto body = TRY(call.body());
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("RESOLVE", engine::ResolveIncident{key});
    return {};
}

Result<void> search_incidents_of_instance(Call& call) {
    const auto key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto query = TRY(read_search(shape_of<Incident>(), {}, call.json));
    if (!visible_row<ProcessInstance>(call, key)) {
        call.reply.not_found("Process instance", key.value);
        return {};
    }
    std::vector<Cell> instances{engine::to_cell(key)};
    add_descendants<ProcessInstance>(call.reader(), {}, "parentProcessInstanceKey", instances);
    query.where("processInstanceKey", Operator::In, std::move(instances));
    answer_page<Incident>(call, std::move(query));
    return {};
}

Result<void> search_incidents_of_element(Call& call) {
    const auto key = TRY(call.key<engine::ElementInstanceKey>("elementInstanceKey"));
    auto query = TRY(read_search(shape_of<Incident>(), {}, call.json));
    const auto element = visible_row<ElementInstance>(call, key);
    if (!element) {
        call.reply.not_found("Element instance", key.value);
        return {};
    }
    std::vector<Cell> elements{engine::to_cell(key)};
    const auto within = engine::Query{}.where_equals("processInstanceKey", element->process_instance_key);
    add_descendants<ElementInstance>(call.reader(), within, "elementInstanceScopeKey", elements);
    query.where("elementInstanceKey", Operator::In, std::move(elements));
    answer_page<Incident>(call, std::move(query));
    return {};
}

}  // namespace

std::vector<Route> incident_routes() {
    return {{"POST", "/incidents/search", Who::Admitted, search_incidents},
            {"GET", "/incidents/{incidentKey}", Who::Admitted, get_incident},
            {"POST", "/incidents/{incidentKey}/resolution", may_resolve, resolve_incident, Takes::Json, tried},
            {"POST", "/process-instances/{processInstanceKey}/incidents/search", Who::Admitted,
             search_incidents_of_instance},
            {"POST", "/element-instances/{elementInstanceKey}/incidents/search", Who::Admitted,
             search_incidents_of_element}};
}

}  // namespace dandori::rest
