// BPMN 2.0.2, 8.4.13 and 10.6: a default flow is one of the outgoing flows of an activity or of an exclusive, inclusive
// or complex gateway, and is taken without a condition.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault default_without_choice{
    .severity = error,
    .what = {"{1} has a default flow, but doesn't choose by conditions.",
             "{1}にデフォルトフローがありますが、条件で選ぶ要素ではありません。"},
    .mend = {"Remove the default, or use an exclusive or inclusive gateway.",
             "デフォルトを外すか、排他または包含ゲートウェイを使ってください。"},
};
constexpr Fault default_of_other_node{
    .severity = error,
    .what = {"The default flow '{1}' of {2} doesn't leave it.",
             "{2}のデフォルトフロー「{1}」は、そこから出ていません。"},
    .mend = {"Make one of its outgoing flows the default.", "出ているフローの一つをデフォルトにしてください。"},
};
constexpr Fault default_with_condition{
    .severity = error,
    .what = {"Flow '{1}' is the default of {2} and has a condition.", "{2}のデフォルトフロー「{1}」に条件があります。"},
    .mend = {"Remove the condition: the default is taken when no other condition holds.",
             "条件を取り除いてください。デフォルトは、他の条件が成り立たないときに進みます。"},
};

}  // namespace

extern const Rule default_flow_elsewhere;
const Rule default_flow_elsewhere{
    .name = "default_flow_elsewhere",
    .applies = Rule::Applies::Always,
    .why = {"The default flow is what is left when no condition holds.",
            "デフォルトフローは、どの条件も成り立たないときに進むフローです。"},
    .faults = {&default_without_choice, &default_of_other_node, &default_with_condition},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SequenceFlow* flow = node.activity()  ? node.activity()->default_flow
                                       : node.gateway() ? node.gateway()->default_flow
                                                        : nullptr;
            if (!flow) return;
            if (node.kind == FlowNodeKind::ParallelGateway || node.kind == FlowNodeKind::EventBasedGateway) {
                findings.tell(node, default_without_choice, {titled(node)});
            } else if (flow->source_node != &node) {
                findings.tell(node, default_of_other_node, {flow->id, named(node)});
            } else if (flow->condition && node.process().is_executable) {
                findings.tell(*flow, default_with_condition, {flow->id, named(node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
