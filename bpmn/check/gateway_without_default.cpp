// BPMN 2.0.2, 10.6.2: when no condition holds and no flow is the default, the process can't go on.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault no_default_flow{
    .severity = warning,
    .what = {"{1} has no default flow: where no condition holds the process can't go on.",
             "{1}にデフォルトフローがなく、どの条件も成り立たないとプロセスが進めません。"},
    .mend = {"Make one of its flows the default.", "フローの一つをデフォルトにしてください。"},
};

}  // namespace

extern const Rule gateway_without_default;
const Rule gateway_without_default{
    .name = "gateway_without_default",
    .why = {"Where no condition holds the process stops with an incident.",
            "どの条件も成り立たないと、インシデントになって止まります。"},
    .faults = {&no_default_flow},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::ExclusiveGateway && node.kind != FlowNodeKind::InclusiveGateway) return;
            if (node.outgoing.size() < 2 || node.gateway()->default_flow) return;
            for (const SequenceFlow* flow : node.outgoing) {
                if (!flow->condition) return;
            }
            findings.tell(node, no_default_flow, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
