#pragma once
#include <boost/json/fwd.hpp>

#include "adapters/documents/content.h"
#include "adapters/documents/template.h"
#include "engine/failure.h"

namespace dandori::documents {

/// A form (form-js JSON) as it was filled: its labels with the variables of their keys, coded values by the words that the form
/// offers for them; a list as a table, a group's name as a heading. Fields without a value are left out. Fails (Syntax) when
/// the form is no JSON of the form, or has none of the template's fields.
Result<std::vector<Block>> blocks_of_form(const FormTemplate&, std::string_view schema, const boost::json::object& variables,
                                          worker::Years);

/// A value of the variables as people read it, and what it is.
Value value_written(const boost::json::value&, worker::Years);

}  // namespace dandori::documents
