// BPMN 2.0.2, 10.5.2: a start event must not be the target of a sequence flow.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_into_start{
    .severity = error,
    .what = {"Flow '{1}' leads into {2}.", "フロー「{1}」が{2}に入っています。"},
    .mend = {"Nothing comes before a start: lead the flow to what follows it.",
             "開始の前には何もありません。その次の要素へフローを引いてください。"},
};

}  // namespace

extern const Rule start_event_with_incoming;
const Rule start_event_with_incoming{
    .name = "start_event_with_incoming",
    .applies = Rule::Applies::Always,
    .why = {"A start is where tokens come from; none goes there.",
            "開始はトークンの生まれる所で、着く所ではありません。"},
    .faults = {&flow_into_start},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::StartEvent || node.incoming.empty()) return;
            findings.tell(node, flow_into_start, {node.incoming.front()->id, named(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
