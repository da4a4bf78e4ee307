#include "engine/behavior/joins.h"

#include <map>
#include <set>

namespace dandori::engine {
namespace {

std::map<std::string, TokenKey> first_token_by_flow(const InstanceRows& rows, const bpmn::FlowNode& gateway, ScopeKey scope) {
    std::map<std::string, TokenKey> first;
    rows.tokens.for_each([&](const Token& token) {
        if (token.held_by) return;  // not there yet
        if (token.scope_key == scope && token.element_id == gateway.id) first.emplace(token.flow_id, token.key);
    });
    return first;
}

/// The nodes from which one of the gateway's flows in `flows` can be reached without passing the gateway.
std::set<const bpmn::FlowNode*> upstream_of(const bpmn::FlowNode& gateway, const std::vector<const bpmn::SequenceFlow*>& flows) {
    std::set<const bpmn::FlowNode*> seen;
    std::vector<const bpmn::FlowNode*> open;
    const auto look = [&](const bpmn::FlowNode* node) {
        if (node != &gateway && seen.insert(node).second) open.push_back(node);
    };
    for (const bpmn::SequenceFlow* flow : flows) look(flow->source_node);
    while (!open.empty()) {
        const bpmn::FlowNode* node = open.back();
        open.pop_back();
        for (const bpmn::SequenceFlow* flow : node->incoming) look(flow->source_node);
        const bpmn::Event* event = node->event();
        if (event && event->attached_to) look(event->attached_to);
        // A link has no flow: what throws it leads to where it is caught.
        if (event && event->position == bpmn::EventPosition::IntermediateCatch) {
            if (const auto* link = event->definition<bpmn::LinkEventDefinition>()) {
                for (const bpmn::FlowNode* source : link->sources) look(source);
            }
        }
    }
    return seen;
}

}  // namespace

std::optional<std::vector<TokenKey>> parallel_join(const InstanceRows& rows, const bpmn::FlowNode& gateway, ScopeKey scope) {
    const auto first = first_token_by_flow(rows, gateway, scope);
    if (first.size() < gateway.incoming.size()) return {};
    std::vector<TokenKey> tokens;
    for (const auto& [flow, token] : first) tokens.push_back(token);
    return tokens;
}

std::optional<std::vector<TokenKey>> inclusive_join(const InstanceRows& rows, const Executable& process,
                                                    const bpmn::FlowNode& gateway, ScopeKey scope) {
    const auto first = first_token_by_flow(rows, gateway, scope);
    if (first.empty()) return {};
    std::vector<const bpmn::SequenceFlow*> with_token, without;
    for (const bpmn::SequenceFlow* flow : gateway.incoming) (first.contains(flow->id) ? with_token : without).push_back(flow);
    const auto to_empty = upstream_of(gateway, without);
    const auto to_filled = upstream_of(gateway, with_token);
    bool must_wait = false;
    const auto look = [&](const std::string& element_id) {
        const ExecutableNode* at = process.find(element_id);
        if (at && at->node != &gateway && to_empty.contains(at->node) && !to_filled.contains(at->node)) must_wait = true;
    };
    rows.elements.for_each([&](const ElementInstance& element) { if (element.scope_key == scope) look(element.element_id); });
    rows.tokens.for_each([&](const Token& token) { if (token.scope_key == scope) look(token.element_id); });
    if (must_wait) return {};
    std::vector<TokenKey> tokens;
    for (const auto& [flow, token] : first) tokens.push_back(token);
    return tokens;
}

std::optional<std::vector<TokenKey>> complex_reset(const InstanceRows& rows, const Executable& process,
                                                   const bpmn::FlowNode& gateway, ScopeKey scope, const Token& marker) {
    const std::string consumed = " " + marker.lineage + " ";
    const auto first = first_token_by_flow(rows, gateway, scope);
    std::vector<const bpmn::SequenceFlow*> open;
    std::vector<TokenKey> tokens;
    for (const bpmn::SequenceFlow* flow : gateway.incoming) {
        if (consumed.find(" " + flow->id + " ") != std::string::npos) continue;
        const auto token = first.find(flow->id);
        if (token != first.end()) tokens.push_back(token->second);
        else open.push_back(flow);
    }
    const auto upstream = upstream_of(gateway, open);
    bool must_wait = false;
    const auto look = [&](const std::string& element_id) {
        const ExecutableNode* at = process.find(element_id);
        if (at && at->node != &gateway && upstream.contains(at->node)) must_wait = true;
    };
    rows.elements.for_each([&](const ElementInstance& element) { if (element.scope_key == scope) look(element.element_id); });
    rows.tokens.for_each([&](const Token& token) { if (token.scope_key == scope) look(token.element_id); });
    if (must_wait) return {};
    return tokens;
}

std::string take_tokens(InstanceRows& rows, const std::vector<TokenKey>& tokens) {
    std::string common;
    bool is_first = true;
    for (const TokenKey key : tokens) {
        const std::string& lineage = rows.tokens.find(key)->lineage;
        if (is_first) {
            common = lineage;
            is_first = false;
        } else {
            // As far as whole entries agree.
            std::size_t same = 0;
            for (std::size_t i = 0;; ++i) {
                const bool left_ends = i == common.size() || common[i] == ' ';
                const bool right_ends = i == lineage.size() || lineage[i] == ' ';
                if (left_ends && right_ends) same = i;
                if (i == common.size() || i == lineage.size() || common[i] != lineage[i]) break;
            }
            common.resize(same);
        }
        rows.tokens.remove(key);
    }
    return common;
}

}  // namespace dandori::engine
