#pragma once
// How this room is asked, and how its answers read.

#include <boost/json/fwd.hpp>
#include <map>

#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "adapters/people/table.h"

namespace dandori::people {

bool is_japanese(const http::Request&);

http::Response json_answer(int status, const boost::json::value&);
http::Response refusal(const http::Request&, int status, std::string_view ja, std::string_view en);
http::Response refusal(const http::Request&, const engine::Rejection&);
/// 400, a fault a line.
http::Response refusal(const http::Request&, const TableFaults&);

/// The fields of a form by name, which must be among these; or 400 or 415.
tl::expected<std::map<std::string, std::string, std::less<>>, http::Response> form_of(const http::Request&, std::initializer_list<std::string_view> names);

/// Answers who may do with people whatever they want; others are refused.
using Answering = std::function<http::Response(const http::Request&, const http::Caller&)>;
http::Handler for_administrators(http::Guard&, Answering);

}  // namespace dandori::people
