#pragma once
// The approval decisions of a case as its documents show them: 決裁の経過 and 承認印.

#include <string>
#include <vector>

#include "adapters/documents/content.h"
#include "adapters/documents/template.h"
#include "engine/state/approval_decision.h"

namespace dandori::documents {

/// A decision with what only the process's model and its element know.
struct Approval {
    engine::ApprovalDecision decision;
    std::string step_name;
    std::string outcome_words;  ///< 承認, as the step's button says
    bool holds = true;          ///< no later row voids it
};

/// A table of all decisions in their order; `empty` stands where there are none.
Table approval_history(const std::vector<Approval>&, const std::string& empty, worker::Years);

/// The boxes with the seals of those whose approval holds: those of the template, or one for each approval.
Seals seals_of(const SealsTemplate&, const std::vector<Approval>&);

}  // namespace dandori::documents
