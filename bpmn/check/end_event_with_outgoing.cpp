// BPMN 2.0.2, 10.5.3: an end event must not be the source of a sequence flow.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_leaves_end{
    .severity = error,
    .what = {"Flow '{1}' leaves {2}.", "フロー「{1}」が{2}から出ています。"},
    .mend = {"Nothing comes after an end: remove the flow, or make the event an intermediate one.",
             "終了の後には何もありません。フローを取り除くか、中間イベントにしてください。"},
};

}  // namespace

extern const Rule end_event_with_outgoing;
const Rule end_event_with_outgoing{
    .name = "end_event_with_outgoing",
    .applies = Rule::Applies::Always,
    .why = {"A token that reaches an end event is gone.", "終了イベントに着いたトークンは消えます。"},
    .faults = {&flow_leaves_end},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::EndEvent || node.outgoing.empty()) return;
            findings.tell(node, flow_leaves_end, {node.outgoing.front()->id, named(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
