#pragma once
#include <functional>
#include <iosfwd>
#include <string>

namespace dandori {

/// What happened, for whoever runs the server. May be called by any thread.
using Log = std::function<void(const std::string&)>;

/// Writes each text with its time to `out`, which must outlive it; further lines of a text are indented.
Log log_to(std::ostream& out);

}  // namespace dandori
