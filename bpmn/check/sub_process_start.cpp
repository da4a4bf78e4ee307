// BPMN 2.0.2, 10.3.5: a sub-process starts at its one start event, which has no trigger.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault sub_process_not_started{
    .severity = error,
    .what = {"{1} has no start event.", "{1}に開始イベントがありません。"},
    .mend = {"Give it exactly one start event without a trigger.",
             "きっかけのない開始イベントを一つだけ置いてください。"},
};
constexpr Fault sub_process_with_starts{
    .severity = error,
    .what = {"{1} has several start events: {2}.", "{1}に開始イベントがいくつもあります（{2}）。"},
    .mend = {"Give it exactly one start event without a trigger.",
             "きっかけのない開始イベントを一つだけ置いてください。"},
};

}  // namespace

extern const Rule sub_process_start;
const Rule sub_process_start{
    .name = "sub_process_start",
    .why = {"The flow that reaches a sub-process goes on at its start event.",
            "サブプロセスに着いたフローは、中の開始イベントから続きます。"},
    .faults = {&sub_process_not_started, &sub_process_with_starts},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SubProcess* inner = node.activity() ? node.activity()->sub_process() : nullptr;
            if (!inner || inner->triggered_by_event || node.kind == FlowNodeKind::AdHocSubProcess) return;
            const auto& starts = inner->scope.start_events;
            if (starts.empty()) findings.tell(node, sub_process_not_started, {titled(node)});
            if (starts.size() > 1) findings.tell(node, sub_process_with_starts, {titled(node), listed(starts)});
        },
};

}  // namespace dandori::bpmn::check_detail
