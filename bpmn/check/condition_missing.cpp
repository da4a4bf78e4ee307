// BPMN 2.0.2, 10.6.2 and 10.6.3: where an exclusive or inclusive gateway chooses, each flow but the default has a
// condition.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule condition_missing;
const Rule condition_missing{
    .name = "condition_missing",
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::ExclusiveGateway && node.kind != FlowNodeKind::InclusiveGateway) return;
            if (node.outgoing.size() < 2) return;
            for (const SequenceFlow* flow : node.outgoing) {
                if (flow == node.gateway()->default_flow || flow->condition) continue;
                findings.error(*flow, "Flow '" + flow->id + "' leaves " + named(node) + " and has no condition.",
                               "Write one after '=', or make the flow the default.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
