#pragma once
#include <functional>
#include <iosfwd>
#include <string>

#include "adapters/http/exchange.h"

namespace dandori {

/// What happened, for whoever runs the server. May be called by any thread.
using Log = std::function<void(const std::string&)>;

/// Text: a time, then words; further lines of a text are indented. Json: an object a line (`time`, `level`, `message` ...).
enum class LogFormat { Text, Json };

/// Writes each text with its time to `out`, which must outlive it.
Log log_to(std::ostream& out, LogFormat format = LogFormat::Text);

/// Which requests are written down: those that met a fault of ours (5xx), or all but those for health and figures.
enum class LogRequests { Failed, All };

/// Writes requests to `out`, which must outlive it: their ids, routes, statuses and times; nothing of their content.
http::Observer request_log_to(std::ostream& out, LogFormat format, LogRequests which);

}  // namespace dandori
