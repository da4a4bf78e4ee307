// BPMN 2.0.2, 8.4.13 and 10.6: a default flow is one of the outgoing flows of an activity or of an exclusive, inclusive
// or complex gateway, and is taken without a condition.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule default_flow_elsewhere;
const Rule default_flow_elsewhere{
    .name = "default_flow_elsewhere",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SequenceFlow* flow = node.activity()  ? node.activity()->default_flow
                                       : node.gateway() ? node.gateway()->default_flow
                                                        : nullptr;
            if (!flow) return;
            if (node.kind == FlowNodeKind::ParallelGateway || node.kind == FlowNodeKind::EventBasedGateway) {
                findings.error(node, titled(node) + " has a default flow, but doesn't choose by conditions.",
                               "Remove the default, or use an exclusive or inclusive gateway.");
            } else if (flow->source_node != &node) {
                findings.error(node, "The default flow '" + flow->id + "' of " + named(node) + " doesn't leave it.",
                               "Make one of its outgoing flows the default.");
            } else if (flow->condition && node.process().is_executable) {
                findings.error(*flow,
                               "Flow '" + flow->id + "' is the default of " + named(node) + " and has a condition.",
                               "Remove the condition: the default is taken when no other condition holds.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
