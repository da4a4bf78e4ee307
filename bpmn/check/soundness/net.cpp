#include "bpmn/check/soundness/net.h"

#include <algorithm>
#include <map>

namespace dandori::bpmn::check_detail {
namespace {

/// So many flows are combined in every way; of more only each alone and all together.
constexpr std::size_t combined_max = 5;

bool is_outside(const FlowNode& node) {
    const Activity* activity = node.activity();
    return node.kind == FlowNodeKind::BoundaryEvent ||
           (activity && (activity->is_for_compensation ||
                         (activity->sub_process() && activity->sub_process()->triggered_by_event)));
}

bool is_start(const FlowNode& node) {
    if (node.kind == FlowNodeKind::StartEvent) return true;
    if (node.gateway()) return node.gateway()->instantiate;
    return node.activity() && node.activity()->task() && node.activity()->task()->instantiate && node.incoming.empty();
}

/// Whether an end of the scope lets the sub-process go on behind itself.
bool ends_well(const FlowNode& node) {
    if (is_outside(node) || !node.outgoing.empty()) return false;
    const Event* event = node.event();
    return !event || !(event->definition<ErrorEventDefinition>() || event->definition<CancelEventDefinition>());
}

class NetBuilder {
  public:
    explicit NetBuilder(const Scope& scope) : scope_(scope), implicit_starts_(implicit_starts(scope)) {}

    Net build() {
        for (const SequenceFlow* flow : scope_.flows) {
            // One that leads elsewhere is told by another rule.
            if (!flow->source_node || !flow->target || flow->target->parent != &scope_ || is_outside(*flow->target))
                continue;
            place_of_flow_[flow] = net_.places.size();
            net_.places.push_back({flow});
        }
        for (const FlowNode* node : scope_.nodes) {
            if (!is_outside(*node)) add(*node);
        }
        for (NetNode& node : net_.nodes) node.outcomes = outcomes_of(*node.node);
        rank();
        find_beside();
        for (NetNode& node : net_.nodes) {
            if (node.takes == NetNode::Takes::WhatCame) find_upstream(node);
        }
        return std::move(net_);
    }

  private:
    std::size_t new_place() {
        net_.places.push_back({});
        return net_.places.size() - 1;
    }

    void add(const FlowNode& node) {
        NetNode one;
        one.node = &node;
        for (const SequenceFlow* flow : node.incoming) {
            if (const auto found = place_of_flow_.find(flow); found != place_of_flow_.end())
                one.incoming.push_back(found->second);
        }
        if (one.incoming.size() > 1) {
            if (node.kind == FlowNodeKind::ParallelGateway) one.takes = NetNode::Takes::All;
            if (node.kind == FlowNodeKind::InclusiveGateway || node.kind == FlowNodeKind::ComplexGateway)
                one.takes = NetNode::Takes::WhatCame;
        }
        const auto* link = node.event() ? node.event()->definition<LinkEventDefinition>() : nullptr;
        if (link && node.event()->catches()) {
            place_of_link_[&node] = new_place();
            one.incoming.push_back(place_of_link_[&node]);
        }
        const bool starts_by_itself = std::ranges::find(implicit_starts_, &node) != implicit_starts_.end();
        if (is_start(node) || starts_by_itself) {
            one.incoming.push_back(new_place());
            if (net_.starts.empty() || !starts_by_itself) net_.starts.emplace_back();
            net_.starts.back().push_back(one.incoming.back());
        }
        if (node.kind == FlowNodeKind::EndEvent) {
            const Event& event = *node.event();
            one.ends_scope = event.definition<TerminateEventDefinition>() || event.definition<ErrorEventDefinition>() ||
                             event.definition<CancelEventDefinition>();
        }
        net_.nodes.push_back(std::move(one));
    }

    Outcome all_of(const std::vector<const SequenceFlow*>& flows) const {
        Outcome outcome;
        for (const SequenceFlow* flow : flows) {
            if (const auto found = place_of_flow_.find(flow); found != place_of_flow_.end())
                outcome.places.push_back(found->second);
        }
        return outcome;
    }

    /// By conditions: those without one always, of the others any, the default when none of them.
    std::vector<Outcome> chosen_of(const FlowNode& node, const SequenceFlow* default_flow) {
        std::vector<const SequenceFlow*> always, conditional;
        for (const SequenceFlow* flow : node.outgoing) {
            if (flow != default_flow) (flow->condition ? conditional : always).push_back(flow);
        }
        if (conditional.empty() && !default_flow) return {all_of(always)};
        std::vector<Outcome> outcomes;
        const auto add_these = [&](std::vector<const SequenceFlow*> flows) {
            const SequenceFlow* first = flows.front();
            flows.insert(flows.end(), always.begin(), always.end());
            outcomes.push_back(all_of(flows));
            outcomes.back().chosen = first;
        };
        const std::size_t count = conditional.size();
        if (count <= combined_max) {
            for (std::size_t chosen = 1; chosen < (std::size_t{1} << count); ++chosen) {
                std::vector<const SequenceFlow*> flows;
                for (std::size_t each = 0; each < count; ++each) {
                    if (chosen >> each & 1) flows.push_back(conditional[each]);
                }
                add_these(std::move(flows));
            }
        } else {
            net_.whole = false;
            for (const SequenceFlow* flow : conditional) add_these({flow});
            add_these(conditional);
        }
        if (default_flow)
            add_these({default_flow});
        else if (!always.empty())
            outcomes.push_back(all_of(always));
        return outcomes;
    }

    std::vector<Outcome> one_each(const std::vector<const SequenceFlow*>& flows) const {
        std::vector<Outcome> outcomes;
        for (const SequenceFlow* flow : flows) {
            outcomes.push_back(all_of({flow}));
            if (flows.size() > 1) outcomes.back().chosen = flow;
        }
        if (outcomes.empty()) outcomes.push_back({});
        return outcomes;
    }

    std::vector<Outcome> outcomes_of_activity(const FlowNode& node) {
        const Activity& activity = *node.activity();
        std::vector<Outcome> outcomes;
        const Scope* inner = node.scope();
        const bool can_end_well = !inner || node.kind == FlowNodeKind::AdHocSubProcess ||
                                  std::any_of(inner->nodes.begin(), inner->nodes.end(),
                                              [](const FlowNode* each) { return ends_well(*each); });
        if (can_end_well) outcomes = chosen_of(node, activity.default_flow);
        std::vector<Outcome> beside;
        for (const FlowNode* event : activity.boundary_events) {
            if (event->event()->definition<CompensateEventDefinition>()) continue;
            Outcome outcome = all_of(event->outgoing);
            outcome.chosen = event->outgoing.empty() ? nullptr : event->outgoing.front();
            if (event->event()->interrupting) {
                outcomes.push_back(outcome);
                continue;
            }
            beside.push_back(outcome);
            for (const std::size_t place : outcome.places) beside_.push_back(net_.places[place].flow);
        }
        // Nothing catches how it ends: that isn't a matter of the flow.
        if (outcomes.empty()) outcomes = chosen_of(node, activity.default_flow);
        // A non-interrupting one beside every way to end.
        const std::vector<Outcome> ends = outcomes;
        for (const Outcome& extra : beside) {
            for (Outcome both : ends) {
                both.places.insert(both.places.end(), extra.places.begin(), extra.places.end());
                both.chosen = extra.chosen;
                outcomes.push_back(std::move(both));
            }
        }
        return outcomes;
    }

    std::vector<Outcome> outcomes_of(const FlowNode& node) {
        if (const auto* link = node.event() ? node.event()->definition<LinkEventDefinition>() : nullptr;
            link && !node.event()->catches()) {
            Outcome outcome;
            for (const FlowNode* target : link->targets) {
                if (const auto found = place_of_link_.find(target); found != place_of_link_.end())
                    outcome.places.push_back(found->second);
            }
            return {outcome};
        }
        if (node.activity()) return outcomes_of_activity(node);
        switch (node.kind) {
            case FlowNodeKind::ExclusiveGateway: return one_each(node.outgoing);
            case FlowNodeKind::EventBasedGateway:
                if (node.gateway()->event_gateway_type == Gateway::EventGatewayType::Parallel)
                    return {all_of(node.outgoing)};
                return one_each(node.outgoing);
            case FlowNodeKind::InclusiveGateway:
            case FlowNodeKind::ComplexGateway: return chosen_of(node, node.gateway()->default_flow);
            default: return {all_of(node.outgoing)};
        }
    }

    /// A branch is played to its end before the next begins: the reverse of the order in which a depth-first search
    /// leaves.
    void rank() {
        std::map<std::size_t, std::size_t> taker;
        for (std::size_t node = 0; node < net_.nodes.size(); ++node) {
            for (const std::size_t place : net_.nodes[node].incoming) taker[place] = node;
        }
        std::vector<std::size_t> left;
        std::vector<char> seen(net_.nodes.size(), 0);
        struct Visit {
            std::size_t node, next;
            std::vector<std::size_t> to;
        };
        std::vector<Visit> open;
        const auto enter = [&](std::size_t node) {
            if (seen[node]) return;
            seen[node] = 1;
            Visit visit{node, 0, {}};
            for (const Outcome& outcome : net_.nodes[node].outcomes) {
                for (const std::size_t place : outcome.places) visit.to.push_back(taker.at(place));
            }
            open.push_back(std::move(visit));
        };
        for (std::size_t root = 0; root < net_.nodes.size(); ++root) {
            enter(root);
            while (!open.empty()) {
                if (open.back().next < open.back().to.size()) {
                    enter(open.back().to[open.back().next++]);
                } else {
                    left.push_back(open.back().node);
                    open.pop_back();
                }
            }
        }
        for (std::size_t at = 0; at < left.size(); ++at) {
            NetNode& node = net_.nodes[left[at]];
            node.rank = left.size() - at + (node.ends_scope ? left.size() : 0);
        }
        std::stable_sort(net_.nodes.begin(), net_.nodes.end(),
                         [](const NetNode& one, const NetNode& other) { return one.rank < other.rank; });
    }

    void find_beside() {
        std::vector<bool> reached(net_.places.size(), false);
        std::vector<std::size_t> open;
        for (const auto& places : net_.starts) open.insert(open.end(), places.begin(), places.end());
        for (const SequenceFlow* flow : beside_) reached[place_of_flow_.at(flow)] = true;
        while (!open.empty()) {
            const std::size_t place = open.back();
            open.pop_back();
            if (reached[place]) continue;
            reached[place] = true;
            for (const NetNode& node : net_.nodes) {
                if (std::find(node.incoming.begin(), node.incoming.end(), place) == node.incoming.end()) continue;
                for (const Outcome& outcome : node.outcomes)
                    open.insert(open.end(), outcome.places.begin(), outcome.places.end());
            }
        }
        for (std::size_t place = 0; place < reached.size(); ++place) net_.places[place].is_beside = !reached[place];
        for (const SequenceFlow* flow : beside_) net_.places[place_of_flow_.at(flow)].is_beside = true;
    }

    void find_upstream(NetNode& join) {
        for (const std::size_t place : join.incoming) {
            std::vector<bool> leads(net_.places.size(), false);
            std::vector<std::size_t> open{place};
            leads[place] = true;
            while (!open.empty()) {
                const std::size_t to = open.back();
                open.pop_back();
                for (const NetNode& node : net_.nodes) {
                    const bool gives =
                        &node != &join &&
                        std::any_of(node.outcomes.begin(), node.outcomes.end(), [&](const Outcome& outcome) {
                            return std::find(outcome.places.begin(), outcome.places.end(), to) != outcome.places.end();
                        });
                    if (!gives) continue;
                    for (const std::size_t from : node.incoming) {
                        if (!leads[from]) open.push_back(from);
                        leads[from] = true;
                    }
                }
            }
            join.upstream.push_back(std::move(leads));
        }
    }

    const Scope& scope_;
    const std::vector<const FlowNode*> implicit_starts_;
    Net net_;
    std::map<const SequenceFlow*, std::size_t> place_of_flow_;
    std::map<const FlowNode*, std::size_t> place_of_link_;
    std::vector<const SequenceFlow*> beside_;  ///< flows out of non-interrupting boundary events
};

}  // namespace

Net net_of(const Scope& scope) { return NetBuilder(scope).build(); }

}  // namespace dandori::bpmn::check_detail
