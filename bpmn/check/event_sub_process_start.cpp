// BPMN 2.0.2, 10.3.5 Event Sub-Process: exactly one start event, and that with a trigger; no sequence flow in or out.
// An error and a compensation always interrupt.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_into_event_sub_process{
    .severity = error,
    .what = {"Flow '{1}' leads into {2}.", "フロー「{1}」が{2}に入っています。"},
    .mend = {"An event sub-process stands alone: remove the flow, or make it a plain sub-process.",
             "イベントサブプロセスは独立しています。フローを取り除くか、普通のサブプロセスにしてください。"},
};
constexpr Fault flow_leaves_event_sub_process{
    .severity = error,
    .what = {"Flow '{1}' leaves {2}.", "フロー「{1}」が{2}から出ています。"},
    .mend = {"An event sub-process stands alone: remove the flow, or make it a plain sub-process.",
             "イベントサブプロセスは独立しています。フローを取り除くか、普通のサブプロセスにしてください。"},
};
constexpr Fault event_sub_process_without_start{
    .severity = error,
    .what = {"{1} has no start event.", "{1}に開始イベントがありません。"},
    .mend = {"Give it exactly one; for another trigger draw another event sub-process.",
             "一つだけ置いてください。別のきっかけには別のイベントサブプロセスを描きます。"},
};
constexpr Fault event_sub_process_with_starts{
    .severity = error,
    .what = {"{1} has several start events: {2}.", "{1}に開始イベントがいくつもあります（{2}）。"},
    .mend = {"Give it exactly one; for another trigger draw another event sub-process.",
             "一つだけ置いてください。別のきっかけには別のイベントサブプロセスを描きます。"},
};
constexpr Fault start_without_trigger{
    .severity = error,
    .what = {"{1} of {2} has no trigger.", "{2}の{1}にきっかけがありません。"},
    .mend = {"Say what starts it, such as a message, a timer or an error.",
             "メッセージ、タイマー、エラーなど、何で始まるかを示してください。"},
};
constexpr Fault start_by_impossible{
    .severity = error,
    .what = {"{1} has {2} definition, which starts nothing.", "{1}の{2}の定義では何も始まりません。"},
    .mend = {"Use a message, timer, signal, conditional, error, escalation or compensation.",
             "メッセージ、タイマー、シグナル、条件、エラー、エスカレーション、補償のどれかを使ってください。"},
};
constexpr Fault start_must_interrupt{
    .severity = error,
    .what = {"{1} has {2} definition and is not interrupting.", "{1}は{2}で始まるのに、中断型ではありません。"},
    .mend = {"Let it interrupt (isInterrupting=\"true\").", "中断型にしてください（isInterrupting=\"true\"）。"},
};

}  // namespace

extern const Rule event_sub_process_start;
const Rule event_sub_process_start{
    .name = "event_sub_process_start",
    .applies = Rule::Applies::Always,
    .why = {"An event sub-process is begun by its one start event, and by no flow.",
            "イベントサブプロセスは、ただ一つの開始イベントで始まり、フローではつながりません。"},
    .faults = {&flow_into_event_sub_process, &flow_leaves_event_sub_process, &event_sub_process_without_start,
               &event_sub_process_with_starts, &start_without_trigger, &start_by_impossible, &start_must_interrupt},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SubProcess* inner = node.activity() ? node.activity()->sub_process() : nullptr;
            if (!inner || !inner->triggered_by_event) return;
            if (!node.incoming.empty()) {
                findings.tell(node, flow_into_event_sub_process, {node.incoming.front()->id, named(node)});
            } else if (!node.outgoing.empty()) {
                findings.tell(node, flow_leaves_event_sub_process, {node.outgoing.front()->id, named(node)});
            }
            const auto& starts = inner->scope.start_events;
            if (starts.empty()) findings.tell(node, event_sub_process_without_start, {titled(node)});
            if (starts.size() > 1) findings.tell(node, event_sub_process_with_starts, {titled(node), listed(starts)});
            for (const FlowNode* start : starts) {
                if (start->event()->definitions.empty()) {
                    findings.tell(*start, start_without_trigger, {titled(*start), named(node)});
                }
                for (const EventDefinition& definition : start->event()->definitions) {
                    const std::string_view what = word(definition);
                    if (what == "cancel" || what == "terminate" || what == "link") {
                        findings.tell(*start, start_by_impossible, {titled(*start), with_article(definition)});
                    }
                    if ((what == "error" || what == "compensation") && !start->event()->interrupting) {
                        findings.tell(*start, start_must_interrupt, {titled(*start), with_article(definition)});
                    }
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
