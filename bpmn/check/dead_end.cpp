// BPMN 2.0.2, 10.5.3: a path may end without an end event, but where there are end events it most often was forgotten.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule dead_end;
const Rule dead_end{
    .name = "dead_end",
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.outgoing.empty() || node.kind == FlowNodeKind::EndEvent) return;
            if (node.parent->owner && node.parent->owner->kind == FlowNodeKind::AdHocSubProcess) return;
            if (node.activity()) {
                if (node.activity()->is_for_compensation) return;
                if (node.activity()->sub_process() && node.activity()->sub_process()->triggered_by_event) return;
            }
            if (const Event* event = node.event()) {
                if (event->position == EventPosition::IntermediateThrow && event->definition<LinkEventDefinition>())
                    return;
                if (event->position == EventPosition::Boundary && event->definition<CompensateEventDefinition>())
                    return;
            }
            findings.warn(node, titled(node) + " leads nowhere.", "Lead a flow to what follows, or to an end event.");
        },
};

}  // namespace dandori::bpmn::check_detail
