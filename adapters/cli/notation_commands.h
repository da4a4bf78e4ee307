#pragma once
// `dandori check` and `dandori draw`: models at the command line, without a running engine or a store.

#include <iosfwd>
#include <string>
#include <vector>

namespace dandori::cli {

/// `check FILE...`, of BPMN and DMN: writes every fault as one line to `out`, those for which a deployment would be
/// refused and warnings, and what kept a file from being read to `errors`. Decisions may import one another.
/// Returns the exit status: 0 when no file has an error (warnings are told all the same), 1 when one has or can't be
/// read, 2 when no file is named.
int check_files(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors);

/// `draw FILE -o OUT.svg [--diagram N]`: `-o -`, or none, writes to `out`; N counts the file's diagrams from 1.
/// Returns the exit status: 0 when drawn, 1 when a file can't be read or written or isn't BPMN, 2 when the arguments
/// are no such command.
int draw_file(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors);

}  // namespace dandori::cli
