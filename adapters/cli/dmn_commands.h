#pragma once
// `dandori dmn serve|eval|check|explain`: decisions from the command line.

#include <iosfwd>
#include <span>
#include <string>

#include "engine/feel/expression.h"

namespace dandori::cli {

/// The arguments after `dmn`. Returns the exit status: 0 done, 1 the model or the evaluation has faults, 2 misused.
///
///   serve                                        one JSON request a line from `in`, one JSON answer a line to `out`
///   eval FILE DECISION [--context JSON] [--import FILE]...     the value as JSON to `out`, messages to `err`
///   explain FILE DECISION [--context JSON] [--import FILE]...  each decision with its inputs and the rules matched
///   check FILE [--import FILE]...                every fault of the file, one a line
///
/// Strings given for input data of a date, time or duration are read as such.
/// `functions` are those that expressions may call besides FEEL's own.
int dmn(std::span<const std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err,
        const feel::FunctionLibrary* functions = nullptr);

/// Answers requests until `in` ends (the contract of the DMN TCK runner: values carry their type, numbers all digits).
int dmn_serve(std::istream& in, std::ostream& out, const feel::FunctionLibrary* functions = nullptr);

}  // namespace dandori::cli
