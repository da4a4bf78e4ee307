// BPMN 2.0.2, 10.5.4: a boundary event sits on an activity of its own scope, and no sequence flow leads into it.
// A host that isn't in the file or is no activity is told when the file is read.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule boundary_event_attached;
const Rule boundary_event_attached{
    .name = "boundary_event_attached",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::BoundaryEvent) return;
            const FlowNode* host = node.event()->attached_to;
            if (!host && !node.source->attribute("attachedToRef")) {
                findings.error(node, titled(node) + " is attached to nothing.", "Attach it to an activity.");
            }
            if (host && host->parent != node.parent) {
                findings.error(node,
                               titled(node) + " stands in " + named(*node.parent) + ", but '" + host->id +
                                   "', to which it is attached, in " + named(*host->parent) + ".",
                               "Put both into the same process or sub-process.");
            }
            if (!node.incoming.empty()) {
                findings.error(node, "Flow '" + node.incoming.front()->id + "' leads into " + named(node) + ".",
                               "A boundary event is reached by what happens only: lead the flow elsewhere.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
