// BPMN 2.0.2, 10.5.3: an end event must not be the source of a sequence flow.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule end_event_with_outgoing;
const Rule end_event_with_outgoing{
    .name = "end_event_with_outgoing",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::EndEvent || node.outgoing.empty()) return;
            findings.error(node, "Flow '" + node.outgoing.front()->id + "' leaves " + named(node) + ".",
                           "Nothing comes after an end: remove the flow, or make the event an intermediate one.");
        },
};

}  // namespace dandori::bpmn::check_detail
