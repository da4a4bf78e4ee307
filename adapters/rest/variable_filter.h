#pragma once
#include <boost/json/value.hpp>
#include <string>

#include "engine/failure.h"
#include "engine/port/query.h"

namespace dandori::rest {

/// `[{"name": "x", "value": "1"}]`: rows that have all these variables, in a scope whose `variable_field` is the row's
/// `own_field`. Values are compared as JSON text.
Result<void> add_variable_filter(const boost::json::value& filters, const std::string& member,
                                 const std::string& own_field, const std::string& variable_field, engine::Group& group);

}  // namespace dandori::rest
