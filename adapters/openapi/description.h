#pragma once
// What the API is, put together from its parts.

#include <boost/json/value.hpp>
#include <span>
#include <string_view>

#include "adapters/http/router.h"

namespace dandori::openapi {

/// The OpenAPI 3.1 document of the routes that are both registered and described. Each part is a JSON text:
///
///     {"title": {"en": "Jobs", "ja": "ジョブ"},
///      "schemas": {"JobList": {"jobs": "Job[]"}},
///      "also": {"JobFilter": {"more~": "text"}},
///      "routes": {"POST /v2/jobs": {"is": "makeJob", "does": "Makes a job.", "takes": {...}, "gives": 204}}}
///
/// `schemas` are types (notation.h); an object type with a member `"..."` has all members of the type it names, too.
/// `also` adds members to object types of any part; without `title` a part has only these two. Of a route:
///
///     is         its name for programs
///     does       a sentence for people
///     places     types of places in the path that are neither keys nor texts
///     query      the parameters behind the `?`
///     takes      the body; `form`: as multipart; `takes bytes`: of this media type
///     finds      a row: takes `<row>Search` and gives `<row>Page`
///     gives      204, a type (200), or by status: {"201": type, "200": "text/xml"}
///     refuses    statuses besides those that follow from the rest: 400; 401, 429 and (but for GET) 403 unless `for` is
///                `anybody`; 404 with a place in the path; 413 and 415 with a body
///     never      of those that follow, the ones that don't occur here
///     tried      it is there below /api/dry-run, too
///
/// Throws std::invalid_argument, naming the place, when a part doesn't read so.
boost::json::object describe(std::span<const std::string_view> parts, const std::vector<http::RouteName>& registered);

/// The routes that the parts describe, also those that are not registered.
std::vector<http::RouteName> described_routes(std::span<const std::string_view> parts);

}  // namespace dandori::openapi
