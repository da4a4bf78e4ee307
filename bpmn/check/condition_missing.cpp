// BPMN 2.0.2, 10.6.2 and 10.6.3: where an exclusive or inclusive gateway chooses, each flow but the default has a
// condition.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_without_condition{
    .severity = error,
    .what = {"Flow '{1}' leaves {2} and has no condition.", "{2}から出るフロー「{1}」に条件がありません。"},
    .mend = {"Write one after '=', or make the flow the default.",
             "「=」の後に条件を書くか、デフォルトフローにしてください。"},
};

}  // namespace

extern const Rule condition_missing;
const Rule condition_missing{
    .name = "condition_missing",
    .why = {"A gateway chooses by the conditions of its flows; a flow without one would always or never be taken.",
            "ゲートウェイはフローの条件で選びます。条件のないフローは、必ず選ばれるか決して選ばれません。"},
    .faults = {&flow_without_condition},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::ExclusiveGateway && node.kind != FlowNodeKind::InclusiveGateway) return;
            if (node.outgoing.size() < 2) return;
            for (const SequenceFlow* flow : node.outgoing) {
                if (flow == node.gateway()->default_flow || flow->condition) continue;
                findings.tell(*flow, flow_without_condition, {flow->id, named(node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
