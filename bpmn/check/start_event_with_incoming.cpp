// BPMN 2.0.2, 10.5.2: a start event must not be the target of a sequence flow.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule start_event_with_incoming;
const Rule start_event_with_incoming{
    .name = "start_event_with_incoming",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::StartEvent || node.incoming.empty()) return;
            findings.error(node, "Flow '" + node.incoming.front()->id + "' leads into " + named(node) + ".",
                           "Nothing comes before a start: lead the flow to what follows it.");
        },
};

}  // namespace dandori::bpmn::check_detail
