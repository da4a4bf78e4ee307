#pragma once
// `dandori dmn serve|eval|check|explain`: decisions from the command line.

#include <iosfwd>
#include <span>
#include <string>

namespace dandori::cli {

/// The arguments after `dmn`. Returns the exit status: 0 done, 1 the model or the evaluation has faults, 2 misused.
///
///   serve [--calendars FOLDER]     one JSON request a line from `in`, one JSON answer a line to `out`: the contract of
///                                  the DMN TCK's runner; values carry their type, numbers all digits
///   eval FILE DECISION [--context JSON] [--import FILE]... [--calendars FOLDER]     the value as JSON to `out`,
///   messages
///                                                                                  to `err`
///   explain FILE DECISION ... (as eval)   each decision with its inputs and the rules matched
///   check FILE [--import FILE]...         every fault of the file, one a line
///
/// Strings given for input data of a date, time or duration are read as such. FOLDER holds holidays.csv and
/// service_hours.csv for the calendar's functions.
int dmn(std::span<const std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace dandori::cli
