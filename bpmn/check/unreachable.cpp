// What no start leads to never happens.
#include <set>

#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault never_reached{
    .severity = warning,
    .what = {"{1} can't be reached from any start.", "{1}には、どの開始からもたどり着けません。"},
    .mend = {"Lead a flow to it, or remove it.", "フローを引くか、取り除いてください。"},
};

bool begins(const FlowNode& node) {
    if (node.kind == FlowNodeKind::StartEvent) return true;
    if (node.gateway()) return node.gateway()->instantiate;
    const Activity* activity = node.activity();
    if (!activity) return false;
    if (activity->sub_process()) return activity->sub_process()->triggered_by_event;
    return activity->task() && activity->task()->instantiate;
}

// A handler without a boundary event and a link without its other end have messages of their own.
bool told_elsewhere(const FlowNode& node) {
    if (node.activity()) return node.activity()->is_for_compensation;
    return node.kind == FlowNodeKind::IntermediateCatchEvent && node.event()->definition<LinkEventDefinition>();
}

}  // namespace

extern const Rule unreachable;
const Rule unreachable{
    .name = "unreachable",
    .why = {"What no start leads to never happens.", "どの開始からもたどり着けないものは、決して起きません。"},
    .faults = {&never_reached},
    .scope =
        [](const Scope& scope, Findings& findings) {
            std::vector<const FlowNode*> open;
            std::set<const FlowNode*> reached;
            const auto reach = [&](const FlowNode* node) {
                if (node && reached.insert(node).second) open.push_back(node);
            };
            for (const FlowNode* node : scope.nodes) {
                if (begins(*node)) reach(node);
            }
            for (const FlowNode* node : implicit_starts(scope)) reach(node);
            // Without any start the whole scope lies idle, which another rule tells once.
            if (reached.empty() || (scope.owner && scope.owner->kind == FlowNodeKind::AdHocSubProcess)) return;
            while (!open.empty()) {
                const FlowNode* node = open.back();
                open.pop_back();
                for (const SequenceFlow* flow : node->outgoing) reach(flow->target);
                if (node->activity()) {
                    for (const FlowNode* event : node->activity()->boundary_events) reach(event);
                }
                const auto* link = node->event() ? node->event()->definition<LinkEventDefinition>() : nullptr;
                if (link && !node->event()->catches()) {
                    for (const FlowNode* target : link->targets) reach(target);
                }
                if (node->event() && node->event()->compensation_handler) reach(node->event()->compensation_handler);
            }
            for (const FlowNode* node : scope.nodes) {
                if (reached.contains(node) || told_elsewhere(*node)) continue;
                findings.tell(*node, never_reached, {titled(*node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
