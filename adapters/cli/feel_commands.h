#pragma once
// `dandori feel eval`: an expression at the command line, with why a null came.

#include <iosfwd>
#include <span>
#include <string>

namespace dandori::cli {

/// The arguments after `feel`. Returns the exit status: 0 evaluated, 1 a text can't be read, 2 misused.
///
///   eval EXPRESSION [--context JSON] [--unary-tests INPUT] [--calendars FOLDER]
///
/// The value goes to `out` as JSON, each warning to `err` as one line: where, of which part, why. The entries of the
/// context are the variables. With --unary-tests the expression is a cell of a decision table that tests INPUT (itself
/// FEEL). FOLDER holds holidays.csv and service_hours.csv for the calendar's functions. A single `-` reads the
/// expression from `in`.
int feel(std::span<const std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace dandori::cli
