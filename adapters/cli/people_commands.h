#pragma once
// `dandori people ...`: asks a running server, as an administrator.

#include <iosfwd>

#include "adapters/cli/rest_client.h"

namespace dandori::cli {

struct ImportArguments {
    std::string file;           ///< CSV
    std::string password_file;  ///< its first line is the first password of everybody new; empty: each gets one of their own
    bool is_rehearsal = false;
};

/// Prints what was (or would be) done for each person, with the passwords that were made. Returns the exit status: 0 done, 1 something was
/// refused (said on `errors`), 2 when a file can't be read.
int import_people(const Connection&, const ImportArguments&, std::ostream& out, std::ostream& errors);

struct PersonnelChangeArguments {
    std::string file;  ///< CSV
    std::string at;    ///< a day, or a time with its zone
    bool is_rehearsal = false;
};

/// Prints what a personnel change does to people, open tasks, groups and substitutions; unless it is a rehearsal it is scheduled, and the
/// passwords of who joins are printed. The exit status is that of import_people().
int change_personnel(const Connection&, const PersonnelChangeArguments&, std::ostream& out, std::ostream& errors);

}  // namespace dandori::cli
