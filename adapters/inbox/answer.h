#pragma once
// How this room's answers read.

#include <boost/json/fwd.hpp>

#include "adapters/http/message.h"
#include "engine/failure.h"
#include "engine/runtime/command.h"

namespace dandori::inbox {

/// `application/json`, never kept by a cache.
http::Response json_answer(int status, const boost::json::value& body);

/// 204
http::Response no_content();

/// `ja` for who asks for Japanese (`Accept-Language` begins with `ja`), else `en`: `detail` is shown to the person.
std::string_view in_language_of(const http::Request&, std::string_view ja, std::string_view en);

/// A refusal in the language of the request.
http::Response refusal(const http::Request&, int status, std::string_view ja, std::string_view en);

/// What the engine refused, with its own words.
http::Response refusal(const http::Request&, const engine::Rejection&);

/// 400 with the failure's words.
http::Response refusal(const http::Request&, const Failure&);

/// 404 for what isn't there or may not be seen, which nobody can tell apart.
http::Response not_to_be_seen(const http::Request&);

/// The text, or JSON's null.
boost::json::value text_or_null(const std::optional<std::string>&);

/// The time as ISO 8601, or JSON's null.
boost::json::value time_or_null(const std::optional<Instant>&);

/// The members of JSON objects; nullptr where it is absent or null, a failure where it has another type.
Result<const boost::json::object*> object_member(const boost::json::object&, std::string_view name);
Result<const boost::json::string*> text_member(const boost::json::object&, std::string_view name);

/// A failure where the object has a member of another name: what is ignored would be taken for obeyed.
Result<void> nothing_but(const boost::json::object&, std::initializer_list<std::string_view> names);

/// A key as its decimal digits.
Result<std::int64_t> key_of(std::string_view text, std::string_view name);

}  // namespace dandori::inbox
