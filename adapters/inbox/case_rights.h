#pragma once
// Who may see what.

#include "adapters/inbox/accounts.h"
#include "adapters/inbox/case_model.h"

namespace dandori::inbox {

/// Who helps with every case, because they may ACCESS the COMPONENT `operate`: the desk, administrators, and the program
/// itself (no actor).
bool is_of_the_desk(const std::optional<engine::Actor>&);

/// Limits a search of process instances to those that the actor's authorizations give, and those that the person asked for:
/// the variable `requester` has their address.
void limit_to_visible_cases(engine::Query&, const Accounts&, const std::optional<engine::Actor>&);

/// Whether the person started the case, or is its requester by the address.
bool has_asked_for(engine::Reader&, const Accounts&, const engine::Actor&, const engine::ProcessInstance&);

bool may_see_case(engine::Reader&, const Accounts&, const std::optional<engine::Actor>&, engine::ProcessInstanceKey);

/// Whether a task of the case waits for the actor: theirs, or of a group of theirs.
bool works_on_case(engine::Reader&, const std::optional<engine::Actor>&, engine::ProcessInstanceKey);

/// Whether the process may be started by the actor from the page: by an authorization for it, or by the property `starters` where the
/// process names a group of theirs or none.
bool may_start(const CaseModel&, const std::optional<engine::Actor>&);

}  // namespace dandori::inbox
