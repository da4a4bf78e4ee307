#pragma once
// `dandori check`, `dandori draw` and `dandori rewrite`: models at the command line, without a running engine or a store.

#include <iosfwd>
#include <string>
#include <vector>

namespace dandori::cli {

/// `check FILE... [--language en|ja]`, of BPMN and DMN: writes every fault as one line to `out`, those for which a deployment would be
/// refused and warnings, and what kept a file from being read to `errors`. Decisions may import one another.
/// Returns the exit status: 0 when no file has an error (warnings are told all the same), 1 when one has or can't be
/// read, 2 when the arguments are no such command.
int check_files(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors);

/// `draw FILE -o OUT.svg [--diagram N]`: `-o -`, or none, writes to `out`; N counts the file's diagrams from 1.
/// Returns the exit status: 0 when drawn, 1 when a file can't be read or written or isn't BPMN, 2 when the arguments
/// are no such command.
int draw_file(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors);

/// `rewrite FILE -o OUT.bpmn`: reads a BPMN file and writes it from the model: in UTF-8, tags and entities in one way of
/// writing, all that the file says kept, also what is unknown here. Faults found while reading go to `errors`.
/// Returns the exit status as `draw_file` does.
int rewrite_file(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors);

}  // namespace dandori::cli
