#pragma once
// What an event waits for, so that two of the same can be told.

#include <map>
#include <string>
#include <vector>

#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {

/// "message 'paid'", "error code 'E1'", "every escalation" ...; empty where two of the kind don't disturb each other or
/// the name is missing. An expression as name may give anything and is never the same as another.
std::string caught_by(const EventDefinition&);

/// Tells each event that waits for what an earlier one in the list already takes.
void tell_repeated(const std::vector<const FlowNode*>& events, const std::string& where, Findings&);

}  // namespace dandori::bpmn::check_detail
