#pragma once
// What an event waits for, so that two of the same can be told.

#include <vector>

#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {

/// Told by tell_repeated.
extern const Fault caught_again;

/// Tells each event that waits for what an earlier one in the list already takes. An expression as name may give
/// anything and is never the same as another.
void tell_repeated(const std::vector<const FlowNode*>& events, const Words& where, Findings& findings);

}  // namespace dandori::bpmn::check_detail
