#pragma once
// What can be done to a whole case from its page: the messages that its process then waits for.

#include "adapters/inbox/accounts.h"

namespace dandori::inbox {

/// 取下げ: by who asked for the case, before its work begins. 中止: by the ward's information systems section, too.
enum class CaseAct { Withdraw, Stop };

/// `withdrawal` or `stop`, as the path of the request names it.
std::string_view name_of(CaseAct);
std::optional<CaseAct> case_act_of(std::string_view name);

/// The message that the process is told: `withdraw`, `work-stop`.
std::string_view message_of(CaseAct);

/// Names of the variables that say who did it and why.
std::string_view doer_variable(CaseAct);
std::string_view reason_variable(CaseAct);

/// What the actor may do now: the process waits for the message, and the actor is who may send it. The desk and
/// administrators may do both.
std::vector<CaseAct> possible_acts(engine::Reader&, const Accounts&, const std::optional<engine::Actor>&,
                                   const engine::ProcessInstance&);

}  // namespace dandori::inbox
