// BPMN 2.0.2, 10.3.5 and 13.3.4: a sub-process starts at its one start event, which has no trigger, or at all that no flow leads to.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault sub_process_not_started{
    .severity = error,
    .what = {"{1} can't begin: it has no start event, and nothing that no flow leads to.",
             "{1}を始めるものがありません。開始イベントも、フローの入らない要素もありません。"},
    .mend = {"Give it exactly one start event without a trigger.",
             "きっかけのない開始イベントを一つだけ置いてください。"},
};
constexpr Fault sub_process_starts_by_itself{
    .severity = warning,
    .what = {"{1} has no start event; what no flow leads to starts at once: {2}.",
             "{1}に開始イベントがないので、フローの入らない要素がすぐに始まります（{2}）。"},
    .mend = {"If a flow was forgotten, add a start event and lead flows from it.",
             "フローの引き忘れなら、開始イベントを置いてフローを引いてください。"},
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
    .faults = {&sub_process_not_started, &sub_process_starts_by_itself, &sub_process_with_starts},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SubProcess* inner = node.activity() ? node.activity()->sub_process() : nullptr;
            if (!inner || inner->triggered_by_event || node.kind == FlowNodeKind::AdHocSubProcess) return;
            const auto& starts = inner->scope.start_events;
            if (starts.empty()) {
                const auto first = implicit_starts(inner->scope);
                if (first.empty()) findings.tell(node, sub_process_not_started, {titled(node)});
                else findings.tell(node, sub_process_starts_by_itself, {titled(node), listed(first)});
            }
            if (starts.size() > 1) findings.tell(node, sub_process_with_starts, {titled(node), listed(starts)});
        },
};

}  // namespace dandori::bpmn::check_detail
