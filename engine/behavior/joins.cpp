#include "engine/behavior/joins.h"

#include <algorithm>

namespace dandori::engine {

std::vector<std::vector<bool>> upstream_of(const bpmn::FlowNode& gateway, std::size_t number_of_nodes) {
    std::vector<std::vector<bool>> upstream;
    for (const bpmn::SequenceFlow* incoming : gateway.incoming) {
        std::vector<bool>& seen = upstream.emplace_back(number_of_nodes);
        std::vector<const bpmn::FlowNode*> open;
        const auto look = [&](const bpmn::FlowNode* node) {
            if (node == &gateway || seen[node->index]) return;
            seen[node->index] = true;
            open.push_back(node);
        };
        look(incoming->source_node);
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
    }
    return upstream;
}

TokenPlaces::TokenPlaces(const InstanceRows& rows, const Executable& process, ScopeKey scope) {
    for (const TokenKey key : rows.tokens.keys_of(scope)) {
        const Token& token = *rows.tokens.find(key);
        const std::size_t index = process.find(token.element_id)->node->index;
        occupied_.push_back(index);
        if (token.held_by) continue;
        Waiting& waiting = waiting_[index];
        if (token.flow_id.empty()) {
            waiting.to_reset = &token;
        } else {
            waiting.first_by_flow.emplace(token.flow_id, token.key);
            ++waiting.number;
        }
    }
    for (const ElementInstanceKey key : rows.elements.keys_of(scope)) {
        occupied_.push_back(process.find(rows.elements.find(key)->element_id)->node->index);
    }
}

const TokenPlaces::Waiting& TokenPlaces::at(const ExecutableNode& node) const {
    static const Waiting nothing;
    const auto found = waiting_.find(node.node->index);
    return found == waiting_.end() ? nothing : found->second;
}

bool TokenPlaces::may_still_come(const ExecutableNode& gateway, const std::vector<std::size_t>& empty,
                                 const std::vector<std::size_t>& filled) const {
    return std::ranges::any_of(occupied_, [&](std::size_t node) {
        const auto leads_to = [&](std::size_t flow) { return gateway.upstream[flow][node]; };
        return std::ranges::any_of(empty, leads_to) && std::ranges::none_of(filled, leads_to);
    });
}

std::optional<std::vector<TokenKey>> parallel_join(const TokenPlaces& places, const ExecutableNode& gateway) {
    const auto& first = places.at(gateway).first_by_flow;
    if (first.size() < gateway.node->incoming.size()) return {};
    std::vector<TokenKey> tokens;
    for (const auto& [flow, token] : first) tokens.push_back(token);
    return tokens;
}

std::optional<std::vector<TokenKey>> inclusive_join(const TokenPlaces& places, const ExecutableNode& gateway) {
    const auto& first = places.at(gateway).first_by_flow;
    if (first.empty()) return {};
    std::vector<std::size_t> empty, filled;
    const auto& incoming = gateway.node->incoming;
    for (std::size_t flow = 0; flow < incoming.size(); ++flow) (first.contains(incoming[flow]->id) ? filled : empty).push_back(flow);
    if (places.may_still_come(gateway, empty, filled)) return {};
    std::vector<TokenKey> tokens;
    for (const auto& [flow, token] : first) tokens.push_back(token);
    return tokens;
}

std::optional<std::vector<TokenKey>> complex_reset(const TokenPlaces& places, const ExecutableNode& gateway) {
    const TokenPlaces::Waiting& waiting = places.at(gateway);
    const std::string taken = " " + waiting.to_reset->taken_flows + " ";
    std::vector<std::size_t> empty, filled;
    std::vector<TokenKey> tokens;
    const auto& incoming = gateway.node->incoming;
    for (std::size_t flow = 0; flow < incoming.size(); ++flow) {
        const bool had_token = taken.find(" " + incoming[flow]->id + " ") != std::string::npos;
        const auto token = waiting.first_by_flow.find(incoming[flow]->id);
        if (!had_token && token != waiting.first_by_flow.end()) tokens.push_back(token->second);
        (had_token || token != waiting.first_by_flow.end() ? filled : empty).push_back(flow);
    }
    if (places.may_still_come(gateway, empty, filled)) return {};
    return tokens;
}

}  // namespace dandori::engine
