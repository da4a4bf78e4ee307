#include "adapters/rest/variable_filter.h"

#include <boost/json.hpp>

#include "adapters/rest/body.h"
#include "adapters/rest/search.h"

namespace dandori::rest {

Result<void> add_variable_filter(const boost::json::value& filters, const std::string& member,
                                 const std::string& own_field, const std::string& variable_field,
                                 engine::Group& group) {
    if (!filters.is_array())
        return fail(
            Failure::Kind::Syntax,
            "'" + member + "' must be a list of objects with 'name' and 'value', found " + described(filters) + ".");
    if (filters.get_array().size() > or_groups_max)
        return fail(Failure::Kind::Bounds,
                    "'" + member + "' names more than " + std::to_string(or_groups_max) + " variables.");
    const ShownField& value_field = *shape_of<engine::Variable>().find_shown("value");
    for (std::size_t i = 0; i < filters.get_array().size(); ++i) {
        auto filter = TRY(Body::of(filters.get_array()[i], {}, member + "[" + std::to_string(i) + "]."));
        engine::Related related{"variable", own_field, variable_field, {}};
        related.conditions.push_back(
            {"name", engine::Operator::Equals, {engine::Cell{TRY(filter.required_text("name"))}}});
        const auto* value = filter.find("value");
        if (!value)
            return fail(Failure::Kind::Syntax,
                        "'" + filter.full_name("value") + "' is missing; the JSON text of a value is needed.");
        TRY(read_conditions(value_field, *value, filter.full_name("value"), related.conditions));
        TRY(filter.nothing_else());
        group.related.push_back(std::move(related));
    }
    return {};
}

}  // namespace dandori::rest
