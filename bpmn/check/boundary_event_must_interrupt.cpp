// BPMN 2.0.2, table 10.93: an error and a cancellation end the activity they are caught on.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule boundary_event_must_interrupt;
const Rule boundary_event_must_interrupt{
    .name = "boundary_event_must_interrupt",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (node.kind != FlowNodeKind::BoundaryEvent || event->interrupting) return;
            for (const EventDefinition& definition : event->definitions) {
                const std::string what(word(definition));
                if (what != "error" && what != "cancel") continue;
                findings.error(node,
                               titled(node) + " catches " + (what == "error" ? "an error" : "a cancellation") +
                                   " and is not interrupting.",
                               "Let it interrupt (cancelActivity=\"true\").");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
