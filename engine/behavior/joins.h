#pragma once
// When the tokens that wait in front of a gateway go on as one: BPMN 2.0.2, 13.4.1 and 13.4.3.

#include <optional>
#include <vector>

#include "engine/behavior/executable.h"
#include "engine/behavior/instance_rows.h"

namespace dandori::engine {

/// One waiting token of each incoming flow, the first that came; none while a flow has no token.
std::optional<std::vector<TokenKey>> parallel_join(const InstanceRows&, const bpmn::FlowNode& gateway, ScopeKey);

/// One waiting token of each incoming flow that has one; none while a token elsewhere in the scope could still come by a flow
/// that has none (table 13.3: by a path that doesn't pass the gateway, and that can't come by a flow that has one).
std::optional<std::vector<TokenKey>> inclusive_join(const InstanceRows&, const Executable&, const bpmn::FlowNode& gateway,
                                                    ScopeKey);

/// Takes the tokens away and gives the lineage they have in common.
std::string take_tokens(InstanceRows&, const std::vector<TokenKey>&);

}  // namespace dandori::engine
