#pragma once
// The short notation of types that descriptions of routes are written in, and the JSON Schema (draft 2020-12) it stands
// for.

#include <boost/json/value.hpp>
#include <string_view>

namespace dandori::openapi {

/// The schema of a type. Throws std::invalid_argument, naming the type, when it is none.
///
///     "text" "integer" "number" "truth" "key" "time" "object" "value"    a text, ..., a decimal key, an ISO time, any
///     "integer(1..100)"                      with bounds
///     "A|B"                                  one of these texts
///     "Job"                                  the schema of that name
///     "Job[]" "Job?" "Job[]?"                a list of it; it or null; a list or null
///     {"a": type, "b?": type, "c~": type}    an object with these members and no others; b may be absent or null, c absent
///     {"one of": [type, ...]}                any of these
///     {"json schema": {...}}                 that schema, as it stands
boost::json::value schema_of(const boost::json::value& type);

/// The same, or null.
boost::json::value or_null(boost::json::value schema);

/// Whether an object type may be left out whole: it has no member that must be there.
bool may_be_empty(const boost::json::value& type);

}  // namespace dandori::openapi
