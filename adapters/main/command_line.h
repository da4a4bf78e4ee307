#pragma once

namespace dandori {

/// Reads the command line and does what it says; the exit status of the program.
int run_command_line(int count, const char* const* arguments);

}  // namespace dandori
