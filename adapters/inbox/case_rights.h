#pragma once
// Who may see what.

#include "adapters/inbox/accounts.h"
#include "adapters/inbox/case_model.h"

namespace dandori::inbox {

/// The desk (`iom.*`) and administrators see everything; so does the program itself (no actor).
bool sees_everything(const std::optional<engine::Actor>&);

/// Of which process instances one of the groups must hold, for the actor to see them: started by the person, asked for
/// by the person (the variable `requester` has their address), or with a task that is, was or may be theirs or their
/// groups'. Empty for who sees everything.
std::vector<engine::Group> visible_cases(const Accounts&, const std::optional<engine::Actor>&);

/// Whether the person started the case, or is its requester by the address.
bool has_asked_for(engine::Reader&, const Accounts&, const engine::Actor&, const engine::ProcessInstance&);

bool may_see_case(engine::Reader&, const Accounts&, const std::optional<engine::Actor>&, engine::ProcessInstanceKey);

/// Whether the process may be started by the actor from the page.
bool may_start(const CaseModel&, const std::optional<engine::Actor>&);

}  // namespace dandori::inbox
