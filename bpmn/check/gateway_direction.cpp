// BPMN 2.0.2, 10.6.1: gatewayDirection promises how many flows come and go.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule gateway_direction;
const Rule gateway_direction{
    .name = "gateway_direction",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Gateway* gateway = node.gateway();
            if (!gateway) return;
            const bool many_in = node.incoming.size() > 1, many_out = node.outgoing.size() > 1;
            if (gateway->direction == Gateway::Direction::Converging && many_out) {
                findings.warn(node, titled(node) + " is called converging and has several outgoing flows.",
                              "Correct gatewayDirection; the flows decide.");
            }
            if (gateway->direction == Gateway::Direction::Diverging && many_in) {
                findings.warn(node, titled(node) + " is called diverging and has several incoming flows.",
                              "Correct gatewayDirection; the flows decide.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
