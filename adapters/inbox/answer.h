#pragma once
// What this room's answers have beside those of all rooms.

#include <boost/json/fwd.hpp>

#include "adapters/http/answer.h"

namespace dandori::inbox {

using http::in_language_of;
using http::json_answer;
using http::no_content;
using http::refusal;

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
