#pragma once
// When the tokens that wait in front of a gateway go on as one: BPMN 2.0.2, 13.4.1 and 13.4.3.

#include <optional>
#include <vector>

#include "engine/behavior/variables.h"
#include "engine/behavior/instance_rows.h"

namespace dandori::engine {

/// One waiting token of each incoming flow, the first that came; none while a flow has no token.
std::optional<std::vector<TokenKey>> parallel_join(const InstanceRows&, const bpmn::FlowNode& gateway, ScopeKey);

/// One waiting token of each incoming flow that has one; none while a token elsewhere in the scope could still come by a flow
/// that has none (table 13.3: by a path that doesn't pass the gateway, and that can't come by a flow that has one).
std::optional<std::vector<TokenKey>> inclusive_join(const InstanceRows&, const Executable&, const bpmn::FlowNode& gateway,
                                                    ScopeKey);

/// Of a complex gateway that has let tokens go and waits for the others (13.4.5): the tokens of the other flows, once each
/// has one or none can come by it any more. `marker` remembers by its lineage which flows have had theirs.
std::optional<std::vector<TokenKey>> complex_reset(const InstanceRows&, const Executable&, const bpmn::FlowNode& gateway,
                                                   ScopeKey, const Token& marker);

/// What the conditions of a complex gateway may ask for besides the variables.
class ComplexGatewayScope : public feel::Scope {
  public:
    ComplexGatewayScope(InstanceRows& rows, ScopeKey scope, std::int64_t activation_count, bool waiting_for_start)
        : variables_(rows, scope), activation_count_(activation_count), waiting_for_start_(waiting_for_start) {}
    std::optional<feel::Value> find(std::string_view name) const override {
        if (name == "activationCount") return feel::Value(activation_count_);
        if (name == "waitingForStart") return feel::Value(waiting_for_start_);
        return variables_.find(name);
    }

  private:
    VariableScope variables_;
    std::int64_t activation_count_;
    bool waiting_for_start_;
};

/// Takes the tokens away and gives the lineage they have in common.
std::string take_tokens(InstanceRows&, const std::vector<TokenKey>&);

}  // namespace dandori::engine
