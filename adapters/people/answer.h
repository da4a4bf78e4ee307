#pragma once
// How this room is asked, and how its answers read.

#include <boost/json/fwd.hpp>

#include "adapters/http/answer.h"
#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "adapters/people/table.h"

namespace dandori::people {

using http::form_of;
using http::is_japanese;
using http::json_answer;
using http::refusal;

/// 400, a fault a line.
http::Response refusal(const http::Request&, const TableFaults&);

/// Answers who may do with people whatever they want; others are refused.
using Answering = std::function<http::Response(const http::Request&, const http::Caller&)>;
http::Handler for_administrators(http::Guard&, Answering);

}  // namespace dandori::people
