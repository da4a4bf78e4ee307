// BPMN 2.0.2, 10.5.4: what is thrown as a link goes on at the catching link, and a compensation boundary event leads to
// its handler by an association; neither has a sequence flow on that side.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule flow_at_special_event;
const Rule flow_at_special_event{
    .name = "flow_at_special_event",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event) return;
            const bool link = event->definition<LinkEventDefinition>() != nullptr;
            if (link && event->position == EventPosition::IntermediateThrow && !node.outgoing.empty()) {
                findings.error(
                    node, "Flow '" + node.outgoing.front()->id + "' leaves the throwing link " + "'" + node.id + "'.",
                    "Remove the flow: the link goes on at the catching link of the same name.");
            }
            if (link && event->position == EventPosition::IntermediateCatch && !node.incoming.empty()) {
                findings.error(
                    node, "Flow '" + node.incoming.front()->id + "' leads into the catching link '" + node.id + "'.",
                    "Remove the flow: the link is reached from the throwing link of the same name.");
            }
            if (event->position == EventPosition::Boundary && event->definition<CompensateEventDefinition>() &&
                !node.outgoing.empty()) {
                findings.error(node,
                               "Flow '" + node.outgoing.front()->id + "' leaves the compensation boundary event '" +
                                   node.id + "'.",
                               "Draw an association from it to the activity that compensates.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
