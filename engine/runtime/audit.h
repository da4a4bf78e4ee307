#pragma once
// The audit log: one row a command, in the same commit as what it changed, each sealed together with the one before it.

#include <functional>
#include <optional>

#include "engine/state/audit.h"

namespace dandori::engine {

/// What is known of a command before it is carried out.
struct AuditDraft {
    AuditEntry entry;
    std::function<Json()> changes;  ///< asked afterwards: of each changed field its value before and after
};

/// `{"field": [before, after]}` of the shown fields that differ; a null pointer stands for a row that isn't there.
template <class Row>
Json audit_difference(const Row* before, const Row* after);

}  // namespace dandori::engine
