// BPMN 2.0.2, 10.7.2: an activity has one compensation boundary event, an association leads from there to the activity
// that undoes it, and that activity is outside the normal flow.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault two_compensation_events{
    .severity = error,
    .what = {"{1} has two compensation boundary events, '{2}' and '{3}'.",
             "{1}に補償境界イベントが二つあります（「{2}」「{3}」）。"},
    .mend = {"Keep one; its handler may be a sub-process.",
             "一つだけ残してください。ハンドラーはサブプロセスでもかまいません。"},
};
constexpr Fault flow_into_handler{
    .severity = error,
    .what = {"Flow '{1}' leads into {2}, which is for compensation.", "フロー「{1}」が、補償用の{2}に入っています。"},
    .mend = {"A compensation handler has no sequence flows: remove the flow, or isForCompensation.",
             "補償ハンドラーにシーケンスフローはありません。フローかisForCompensationを取り除いてください。"},
};
constexpr Fault flow_leaves_handler{
    .severity = error,
    .what = {"Flow '{1}' leaves {2}, which is for compensation.", "フロー「{1}」が、補償用の{2}から出ています。"},
    .mend = {"A compensation handler has no sequence flows: remove the flow, or isForCompensation.",
             "補償ハンドラーにシーケンスフローはありません。フローかisForCompensationを取り除いてください。"},
};
constexpr Fault handler_of_nothing{
    .severity = warning,
    .what = {"{1} is for compensation, but compensates nothing.", "{1}は補償用ですが、何も補償していません。"},
    .mend = {"Draw an association to it from a compensation boundary event.",
             "補償境界イベントから関連線を引いてください。"},
};
constexpr Fault event_without_handler{
    .severity = error,
    .what = {"{1} has no compensation handler.", "{1}に補償ハンドラーがありません。"},
    .mend = {"Draw an association from it to the activity that undoes '{2}'.",
             "「{2}」を取り消すアクティビティへ関連線を引いてください。"},
};
constexpr Fault handler_not_marked{
    .severity = error,
    .what = {"{1} is the compensation handler of '{2}', but not marked as one.",
             "{1}は「{2}」の補償ハンドラーですが、その印がありません。"},
    .mend = {"Mark it (isForCompensation=\"true\").", "isForCompensation=\"true\"を付けてください。"},
};
constexpr Fault handler_in_other_scope{
    .severity = error,
    .what = {"{1} stands in {2}, its handler '{3}' in {4}.",
             "{1}は{2}にありますが、ハンドラー「{3}」は{4}にあります。"},
    .mend = {"Put both into the same process or sub-process.", "両方を同じプロセスかサブプロセスに置いてください。"},
};

bool handles_something(const FlowNode& handler) {
    for (const FlowNode* other : handler.parent->nodes) {
        if (other->event() && other->event()->compensation_handler == &handler) return true;
    }
    return false;
}

void look_at_activity(const FlowNode& node, Findings& findings) {
    const FlowNode* first = nullptr;
    for (const FlowNode* event : node.activity()->boundary_events) {
        if (!event->event()->definition<CompensateEventDefinition>()) continue;
        if (first) findings.tell(*event, two_compensation_events, {titled(node), first->id, event->id});
        first = event;
    }
    if (!node.activity()->is_for_compensation) return;
    if (!node.incoming.empty()) {
        findings.tell(node, flow_into_handler, {node.incoming.front()->id, named(node)});
    } else if (!node.outgoing.empty()) {
        findings.tell(node, flow_leaves_handler, {node.outgoing.front()->id, named(node)});
    }
    if (!handles_something(node)) findings.tell(node, handler_of_nothing, {titled(node)});
}

}  // namespace

extern const Rule compensation_handler;
const Rule compensation_handler{
    .name = "compensation_handler",
    .applies = Rule::Applies::Always,
    .why = {"What undoes an activity is reached from its compensation boundary event by an association only, and "
            "never by the normal flow.",
            "取り消しの作業は、補償境界イベントから関連線だけで結ばれ、通常のフローには入りません。"},
    .faults = {&two_compensation_events, &flow_into_handler, &flow_leaves_handler, &handler_of_nothing,
               &event_without_handler, &handler_not_marked, &handler_in_other_scope},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.activity()) return look_at_activity(node, findings);
            const Event* event = node.event();
            if (node.kind != FlowNodeKind::BoundaryEvent || !event->definition<CompensateEventDefinition>()) return;
            const FlowNode* handler = event->compensation_handler;
            if (!handler) {
                findings.tell(node, event_without_handler,
                              {titled(node), event->attached_to ? event->attached_to->id : node.id});
            } else if (!handler->activity()->is_for_compensation) {
                findings.tell(*handler, handler_not_marked, {titled(*handler), node.id});
            } else if (handler->parent != node.parent) {
                findings.tell(node, handler_in_other_scope,
                              {titled(node), named(*node.parent), handler->id, named(*handler->parent)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
