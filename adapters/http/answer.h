#pragma once
// How the rooms' answers read.

#include <boost/json/fwd.hpp>
#include <map>
#include <tl/expected.hpp>

#include "adapters/http/message.h"
#include "engine/failure.h"
#include "engine/runtime/command.h"

namespace dandori::http {

/// `application/json`, never kept by a cache.
Response json_answer(int status, const boost::json::value& body);

/// 204
Response no_content();

/// Whether the one who asks wants Japanese: `Accept-Language` begins with `ja`.
bool is_japanese(const Request&);

/// `ja` or `en`, in the language of the request: `detail` is shown to the person.
std::string_view in_language_of(const Request&, std::string_view ja, std::string_view en);

/// A refusal in the language of the request.
Response refusal(const Request&, int status, std::string_view ja, std::string_view en);

/// What the engine refused, with its own words.
Response refusal(const Request&, const engine::Rejection&);

/// 400 with the failure's words.
Response refusal(const Request&, const Failure&);

/// The fields of a form with a file by name, which must be among these; or 400 or 415. `file` must be there.
tl::expected<std::map<std::string, std::string, std::less<>>, Response> form_of(const Request&, std::initializer_list<std::string_view> names);

}  // namespace dandori::http
