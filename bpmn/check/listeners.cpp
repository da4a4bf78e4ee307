// What a listener may listen to: a start event has no start to be told of before it, a gateway and an error end have no
// end.
#include <set>

#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

template <class Listener>
void tell_listeners(const FlowNode& node, const std::vector<Listener>& listeners, const std::string& kind,
                    Findings& findings) {
    std::set<std::pair<std::string, std::string>> known;
    for (const Listener& each : listeners) {
        if (blank(each.type)) {
            findings.error(
                node, titled(node) + " has " + (kind == "task" ? "a " : "an ") + kind + " listener without a type.",
                "Give the type that its workers ask for.");
        } else if (!known.emplace(each.event_type, each.type).second) {
            findings.error(
                node,
                titled(node) + " has two " + kind + " listeners '" + each.type + "' for '" + each.event_type + "'.",
                "Keep one.");
        }
    }
}

}  // namespace

extern const Rule listeners;
const Rule listeners{
    .name = "listeners",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const bool compensation =
                node.kind == FlowNodeKind::BoundaryEvent && node.event()->definition<CompensateEventDefinition>();
            const bool no_start = node.kind == FlowNodeKind::StartEvent || node.kind == FlowNodeKind::BoundaryEvent;
            const bool no_end = node.gateway() || (node.kind == FlowNodeKind::EndEvent &&
                                                   node.event()->definition<ErrorEventDefinition>());
            for (const auto& each : node.extension.execution_listeners) {
                if (compensation || (no_start && each.event_type == "start") || (no_end && each.event_type == "end")) {
                    findings.error(node,
                                   titled(node) + " can't have an execution listener for '" + each.event_type + "'.",
                                   "Remove it.");
                }
            }
            tell_listeners(node, node.extension.execution_listeners, "execution", findings);
            tell_listeners(node, node.extension.task_listeners, "task", findings);
            if (!node.extension.task_listeners.empty() && !node.extension.user_task) {
                findings.error(node, titled(node) + " has task listeners, but no zeebe:userTask.",
                               "Add zeebe:userTask, or remove them.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
