#pragma once
// When the tokens that wait in front of a gateway go on as one: BPMN 2.0.2, 13.4.1, 13.4.3 and 13.4.5.

#include <map>
#include <optional>
#include <vector>

#include "engine/behavior/instance_rows.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {

/// The nodes from which one of the gateway's incoming flows can be reached without passing the gateway, by node index; worked out
/// once for a model (ExecutableNode::upstream).
std::vector<std::vector<bool>> upstream_of(const bpmn::FlowNode& gateway, std::size_t number_of_nodes);

/// Where the tokens of one scope are, read once to ask for several joins.
class TokenPlaces {
  public:
    TokenPlaces(const InstanceRows&, const Executable&, ScopeKey);

    /// What waits in front of one gateway: the first token of each flow, and a complex gateway's mark that it has to reset.
    struct Waiting {
        std::map<std::string, TokenKey> first_by_flow;
        std::int64_t number = 0;  ///< of all that wait there
        const Token* to_reset = nullptr;
    };
    const std::map<std::size_t, Waiting>& waiting() const { return waiting_; }  ///< by node index
    const Waiting& at(const ExecutableNode&) const;

    /// Whether a token elsewhere in the scope could still come by a flow of `empty`, and could not as well come by one of `filled`
    /// (indexes into the gateway's incoming flows).
    bool may_still_come(const ExecutableNode& gateway, const std::vector<std::size_t>& empty,
                        const std::vector<std::size_t>& filled) const;

  private:
    std::map<std::size_t, Waiting> waiting_;
    std::vector<std::size_t> occupied_;  ///< node indexes
};

/// One waiting token of each incoming flow, the first that came; none while a flow has no token.
std::optional<std::vector<TokenKey>> parallel_join(const TokenPlaces&, const ExecutableNode& gateway);

/// One waiting token of each incoming flow that has one; none while one could still come by a flow that has none (table 13.3).
std::optional<std::vector<TokenKey>> inclusive_join(const TokenPlaces&, const ExecutableNode& gateway);

/// Of a complex gateway that has let tokens go and waits for the others (13.4.5): the tokens of the flows that had none then, once
/// each has one or none can come by it any more.
std::optional<std::vector<TokenKey>> complex_reset(const TokenPlaces&, const ExecutableNode& gateway);

/// What the conditions of a complex gateway may ask for besides the variables (table 10.104).
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

}  // namespace dandori::engine
