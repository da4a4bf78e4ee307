// BPMN 2.0.2, 10.5.3 and 10.5.4: only a transaction is cancelled, within it by an end event, and caught once on its
// border.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault cancel_outside_transaction{
    .severity = error,
    .what = {"{1} cancels {2}, which is no transaction.", "{1}が、トランザクションではない{2}をキャンセルします。"},
    .mend = {"Make the sub-process a transaction, or use an error or terminate end event.",
             "サブプロセスをトランザクションにするか、エラーまたは強制終了の終了イベントを使ってください。"},
};
constexpr Fault cancel_caught_elsewhere{
    .severity = error,
    .what = {"{1} catches a cancellation of {2}, which is no transaction.",
             "{1}が、トランザクションではない{2}のキャンセルを受けようとしています。"},
    .mend = {"Attach it to a transaction, or catch an error.",
             "トランザクションに付けるか、エラーを受けるようにしてください。"},
};
constexpr Fault cancel_caught_twice{
    .severity = error,
    .what = {"{1} has two cancel boundary events, '{2}' and '{3}'.",
             "{1}にキャンセル境界イベントが二つあります（「{2}」「{3}」）。"},
    .mend = {"Keep one.", "一つだけ残してください。"},
};

}  // namespace

extern const Rule cancel_event;
const Rule cancel_event{
    .name = "cancel_event",
    .applies = Rule::Applies::Always,
    .why = {"Only a transaction can be cancelled: what was done in it is compensated, then its cancel boundary event "
            "goes on.",
            "キャンセルできるのはトランザクションだけです。済んだ作業を補償した後、境界のキャンセルイベントから先へ進"
            "みます。"},
    .faults = {&cancel_outside_transaction, &cancel_caught_elsewhere, &cancel_caught_twice},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (const Event* event = node.event(); event && event->definition<CancelEventDefinition>()) {
                if (event->position == EventPosition::End) {
                    const Scope* scope = node.parent;
                    while (scope && !(scope->owner && scope->owner->kind == FlowNodeKind::Transaction))
                        scope = scope->parent;
                    if (!scope) findings.tell(node, cancel_outside_transaction, {titled(node), named(*node.parent)});
                }
                const FlowNode* host = event->attached_to;
                if (host && host->kind != FlowNodeKind::Transaction) {
                    findings.tell(node, cancel_caught_elsewhere, {titled(node), named(*host)});
                }
            }
            if (node.kind != FlowNodeKind::Transaction) return;
            const FlowNode* first = nullptr;
            for (const FlowNode* event : node.activity()->boundary_events) {
                if (!event->event()->definition<CancelEventDefinition>()) continue;
                if (first) findings.tell(*event, cancel_caught_twice, {titled(node), first->id, event->id});
                first = event;
            }
        },
};

}  // namespace dandori::bpmn::check_detail
