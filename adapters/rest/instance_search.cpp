#include "adapters/rest/instance_search.h"

#include <boost/json.hpp>

#include "adapters/rest/body.h"
#include "adapters/rest/variable_filter.h"

namespace dandori::rest {
namespace {

using engine::Related;

/// Conditions on elements must be met by one and the same element, so they share one entry.
Related& related_to(engine::Group& group, const std::string& table) {
    for (auto& related : group.related)
        if (related.table == table) return related;
    return group.related.emplace_back(Related{table, "processInstanceKey", "processInstanceKey", {}});
}

template <class Row>
Result<bool> by_related(engine::Group& group, std::string_view field, const boost::json::value& value,
                        std::string_view member) {
    TRY(read_conditions(*shape_of<Row>().find_shown(field), value, "filter." + std::string(member),
                        related_to(group, std::string(Row::table)).conditions));
    return true;
}

Result<bool> instance_filter(std::string_view name, const boost::json::value& value, engine::Group& group) {
    if (name == "variables") {
        TRY(add_variable_filter(value, "filter.variables", "processInstanceKey", "processInstanceKey", group));
        return true;
    }
    if (name == "batchOperationKey" || name == "batchOperationId")
        return by_related<engine::BatchOperationItem>(group, "batchOperationKey", value, name);
    if (name == "elementId") return by_related<engine::ElementInstance>(group, "elementId", value, name);
    if (name == "elementInstanceState") return by_related<engine::ElementInstance>(group, "state", value, name);
    if (name == "hasElementInstanceIncident")
        return by_related<engine::ElementInstance>(group, "hasIncident", value, name);
    if (name == "hasRetriesLeft") return by_related<engine::Job>(group, "hasFailedWithRetriesLeft", value, name);
    if (name == "errorMessage") {
        related_to(group, "incident")
            .conditions.push_back({"state", engine::Operator::Equals, {engine::Cell{std::string("ACTIVE")}}});
        return by_related<engine::Incident>(group, "errorMessage", value, name);
    }
    return false;
}

}  // namespace

const SearchRules process_instance_search{.special = instance_filter, .has_or_groups = true};

}  // namespace dandori::rest
