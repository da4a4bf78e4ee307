#pragma once
// `dandori audit ...`: the audit log in the file of a server that is stopped, or in a copy of it.

#include <iosfwd>
#include <string>

namespace dandori {

/// Says whether anything was changed or taken out since it was written. Exit status 0: nothing; 1: something, or no such store.
int verify_audit(const std::string& store, std::ostream& out, std::ostream& errors);

/// Writes the whole log as CSV.
int export_audit(const std::string& store, std::ostream& out, std::ostream& errors);

}  // namespace dandori
