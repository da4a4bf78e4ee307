// BPMN 2.0.2, 10.6.2: when no condition holds and no flow is the default, the process can't go on.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule gateway_without_default;
const Rule gateway_without_default{
    .name = "gateway_without_default",
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::ExclusiveGateway && node.kind != FlowNodeKind::InclusiveGateway) return;
            if (node.outgoing.size() < 2 || node.gateway()->default_flow) return;
            for (const SequenceFlow* flow : node.outgoing) {
                if (!flow->condition) return;
            }
            findings.warn(node,
                          titled(node) + " has no default flow: where no condition holds the process can't go on.",
                          "Make one of its flows the default.");
        },
};

}  // namespace dandori::bpmn::check_detail
