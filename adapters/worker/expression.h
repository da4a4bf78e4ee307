#pragma once
#include <boost/json.hpp>
#include <functional>
#include <string_view>

#include "engine/failure.h"

namespace dandori::worker {

/// Works out a FEEL expression (without its leading `=`) over variables; given from outside, so that the rooms need no
/// more of FEEL than its result as JSON. Times and dates come as ISO 8601 texts. May be called by several threads.
using Evaluate =
    std::function<Result<boost::json::value>(std::string_view expression, const boost::json::object& variables)>;

}  // namespace dandori::worker
