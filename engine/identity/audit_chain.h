#pragma once
// What makes the audit log proof: every row's hash covers the row and the hash of the one before it.

#include "engine/port/store.h"
#include "engine/state/audit.h"

namespace dandori::engine {

/// SHA-256 in hexadecimal over all fields of the row but `hash` itself; `previous_hash` is one of them.
std::string audit_hash(const AuditEntry&);
std::string decision_hash(const ApprovalDecision&);

/// Names under which the store counts (see Sequence): rows ever written, and rows removed because they were old.
inline const std::string audit_written_sequence = "audit-written";
inline const std::string audit_removed_sequence = "audit-removed";

struct AuditCheck {
    std::int64_t count = 0;            ///< rows that were looked at
    std::int64_t removed = 0;          ///< older ones that were removed at the end of their time
    std::string last_hash;             ///< of the newest row; whoever noted it can tell later that nothing before it was changed
    std::optional<std::string> fault;  ///< the first row that was changed, put in or taken out
};

/// Looks through the whole log.
AuditCheck check_audit(Reader&);

/// Looks through the decisions of all cases, each a chain of its own. Whole cases may have been deleted with their process instances.
AuditCheck check_decisions(Reader&);

}  // namespace dandori::engine
