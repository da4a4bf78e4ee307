// Tokens that wait in front of an element for others: joins (BPMN 2.0.2, 13.4.1, 13.4.3, 13.4.5) and start quantities (10.3.1).

#include <algorithm>
#include <utility>

#include "engine/behavior/execution.h"
#include "engine/behavior/joins.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {

void Execution::wait_in_front(InstanceRows& rows, const ExecutableNode& node, ScopeKey scope, const bpmn::SequenceFlow* by,
                              std::string lineage) {
    Token token;
    token.key = {world_.next_key()};
    token.process_instance_key = rows.key;
    token.scope_key = scope;
    token.element_id = node.node->id;
    token.flow_id = by ? by->id : "";
    token.lineage = std::move(lineage);
    token.arrived_at = world_.now();
    rows.tokens.put(std::move(token));
    if (node.node->kind == bpmn::FlowNodeKind::ParallelGateway) try_parallel_join(rows, node, scope);
    else if (node.node->kind == bpmn::FlowNodeKind::ComplexGateway) try_complex_join(rows, node, scope);
    else if (node.node->activity()) try_quantity(rows, node, scope);
}

std::string Execution::take_tokens(InstanceRows& rows, const std::vector<TokenKey>& tokens, std::vector<JoinedToken>& joined) {
    for (const TokenKey key : tokens) {
        const Token& token = *rows.tokens.find(key);
        joined.push_back({token.flow_id, token.lineage});
        rows.tokens.remove(key);
    }
    std::string common = joined.empty() ? "" : joined.front().lineage;
    for (const JoinedToken& token : joined) common = common_lineage(common, token.lineage);
    return common;
}

void Execution::fire_join(InstanceRows& rows, const ExecutableNode& node, ScopeKey scope, const std::vector<TokenKey>& tokens) {
    std::vector<JoinedToken> joined;
    std::string lineage = take_tokens(rows, tokens, joined);
    change_active_children(rows, scope, 1 - static_cast<int>(tokens.size()));
    ElementInstance& gateway = add_element(rows, node, node.type, scope, std::move(lineage));
    gateway.memory.text = joined_to_json(joined);
    activate(rows, gateway.key, nullptr);
}

void Execution::try_parallel_join(InstanceRows& rows, const ExecutableNode& node, ScopeKey scope) {
    while (const auto tokens = parallel_join(TokenPlaces(rows, executable_of(rows), scope), node)) fire_join(rows, node, scope, *tokens);
}

void Execution::try_quantity(InstanceRows& rows, const ExecutableNode& node, ScopeKey scope) {
    auto waiting = rows.tokens.keys_of(scope);
    std::erase_if(waiting, [&](TokenKey key) {
        const Token& token = *rows.tokens.find(key);
        return token.element_id != node.node->id || token.held_by;
    });
    const auto needed = static_cast<std::size_t>(node.node->activity()->start_quantity);
    if (waiting.size() < needed) return;
    waiting.resize(needed);
    std::vector<JoinedToken> joined;
    std::string lineage = take_tokens(rows, waiting, joined);
    change_active_children(rows, scope, 1 - static_cast<int>(needed));
    enter(rows, *node.node, scope, nullptr, std::move(lineage), {});
    queue_.back().has_joined = true;
}

void Execution::try_complex_join(InstanceRows& rows, const ExecutableNode& node, ScopeKey scope) {
    const TokenPlaces places(rows, executable_of(rows), scope);
    const TokenPlaces::Waiting& waiting = places.at(node);
    if (waiting.to_reset) {
        if (const auto late = complex_reset(places, node)) reset_complex_gateway(rows, node, scope, *waiting.to_reset, *late);
        return;
    }
    if (waiting.first_by_flow.empty() || is_undecided(rows, node, scope)) return;
    const ComplexGatewayScope variables(rows, scope, waiting.number, true);
    const auto evaluation = node.activation_condition->evaluate(variables, world_.surroundings());
    if (!evaluation.value.is_boolean()) {
        // The tokens stay where they are; resolving the incident asks again.
        change_active_children(rows, scope, 1);
        const std::string why = evaluation.warnings.empty() ? "" : " " + evaluation.warnings.front().text;
        raise_incident(rows, add_element(rows, node, node.type, scope, "").key,
                       {Failure::Kind::ExtractValue, "'activationCondition' of '" + node.node->id + "' gave " +
                                                         feel::to_literal(evaluation.value) + "; a boolean is needed." + why});
        return;
    }
    if (!evaluation.value.as_boolean()) return;
    std::vector<TokenKey> tokens;
    Token reset;
    for (const auto& [flow, key] : waiting.first_by_flow) {
        tokens.push_back(key);
        reset.taken_flows += (reset.taken_flows.empty() ? "" : " ") + flow;
    }
    std::vector<JoinedToken> joined;
    std::string lineage = take_tokens(rows, tokens, joined);
    change_active_children(rows, scope, 2 - static_cast<int>(tokens.size()));
    ElementInstance& gateway = add_element(rows, node, node.type, scope, lineage);
    gateway.memory.text = joined_to_json(joined);
    reset.key = {world_.next_key()};
    reset.process_instance_key = rows.key;
    reset.scope_key = scope;
    reset.element_id = node.node->id;
    reset.lineage = branch_lineage(lineage, gateway.key.value, 1);
    reset.arrived_at = world_.now();
    rows.tokens.put(std::move(reset));
    activate(rows, gateway.key, nullptr);
}

void Execution::reset_complex_gateway(InstanceRows& rows, const ExecutableNode& node, ScopeKey scope, Token mark,
                                      const std::vector<TokenKey>& late) {
    std::vector<JoinedToken> joined{{"", mark.lineage}};
    rows.tokens.remove(mark.key);
    std::string lineage = take_tokens(rows, late, joined);
    if (joined.size() == 1) lineage = joined.front().lineage;
    joined.erase(joined.begin());
    change_active_children(rows, scope, -static_cast<int>(late.size()));
    // Only a condition can ask for the reset (waitingForStart = false); without one nothing leaves a second time.
    const bool may_leave = std::ranges::any_of(node.node->outgoing, [](const auto* flow) { return flow->condition.has_value(); });
    if (may_leave) {
        ElementInstance& gateway = add_element(rows, node, node.type, scope, std::move(lineage));
        gateway.memory.text = joined_to_json(joined, true);
        activate(rows, gateway.key, nullptr);
    } else {
        leave_scope(rows, scope);
    }
    // Tokens of the next round may have waited for the reset (13.4.5).
    if (rows.process() && is_scope(rows, scope)) try_complex_join(rows, node, scope);
}

bool Execution::is_undecided(const InstanceRows& rows, const ExecutableNode& node, ScopeKey scope) const {
    return std::ranges::any_of(rows.elements.keys_of(scope), [&](ElementInstanceKey key) {
        const ElementInstance& each = *rows.elements.find(key);
        return each.element_id == node.node->id && !has_joined(each);
    });
}

void Execution::try_waiting_joins(InstanceRows& rows) {
    const Executable& process = executable_of(rows);
    if (!process.has_upstream || rows.tokens.empty()) {
        rows.moved.clear();
        return;
    }
    std::vector<ScopeKey> moved = std::exchange(rows.moved, {});
    std::ranges::sort(moved);
    moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
    for (const ScopeKey scope : moved) {
        if (!is_scope(rows, scope)) continue;
        const TokenPlaces places(rows, process, scope);
        for (const auto& [index, waiting] : places.waiting()) {
            const ExecutableNode& node = process.nodes[index];
            if (node.node->kind == bpmn::FlowNodeKind::InclusiveGateway) {
                const auto tokens = inclusive_join(places, node);
                if (!tokens) continue;
                fire_join(rows, node, scope, *tokens);
            } else if (waiting.to_reset) {
                const auto late = complex_reset(places, node);
                if (!late) continue;
                reset_complex_gateway(rows, node, scope, *waiting.to_reset, *late);
            } else {
                continue;
            }
            // What one lets go changes what the others of its scope may wait for: they are asked in the next round.
            rows.moved.push_back(scope);
            break;
        }
        if (!rows.process()) return;
    }
}

}  // namespace dandori::engine
