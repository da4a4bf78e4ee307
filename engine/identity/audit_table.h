#pragma once
#include <functional>

#include "engine/port/store.h"

namespace dandori::engine {

/// The audit log as CSV (RFC 4180) with a header line, oldest first; `write` gets it line by line. A text that a spreadsheet would take
/// for a formula gets an apostrophe in front.
void write_audit_table(Reader&, const std::function<void(const std::string& line)>& write);

}  // namespace dandori::engine
