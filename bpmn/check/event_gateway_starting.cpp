// BPMN 2.0.2, 10.6.6: an event-based gateway that starts the process; only such a one waits for all its events.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule event_gateway_starting;
const Rule event_gateway_starting{
    .name = "event_gateway_starting",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::EventBasedGateway) return;
            if (node.gateway()->instantiate && !node.incoming.empty()) {
                findings.error(node,
                               titled(node) + " starts the process (instantiate), but flow '" +
                                   node.incoming.front()->id + "' leads into it.",
                               "Remove the flow, or the attribute instantiate.");
            }
            if (!node.gateway()->instantiate &&
                node.gateway()->event_gateway_type == Gateway::EventGatewayType::Parallel) {
                findings.error(
                    node,
                    titled(node) +
                        " waits for all its events (eventGatewayType=\"Parallel\") without starting the process.",
                    "Make it an exclusive one, or draw a parallel gateway before the events.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
