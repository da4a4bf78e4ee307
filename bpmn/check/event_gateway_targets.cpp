// BPMN 2.0.2, 10.6.6 Event-Based Gateway: what it waits for are receive tasks or catch events right behind it, reached
// from nowhere else.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault too_few_events{
    .severity = error,
    .what = {"{1} has {2} outgoing flow; it chooses among at least two.",
             "{1}から出るフローは{2}本です。二つ以上から選ぶものです。"},
    .mend = {"Lead a flow to each event it waits for.", "待つイベントのそれぞれへフローを引いてください。"},
};
constexpr Fault follower_no_event{
    .severity = error,
    .what = {"{1} leads to {2}.", "{1}が{2}につながっています。"},
    .mend = {"Only receive tasks and message, timer, signal and conditional catch events may follow it.",
             "続けられるのは、受信タスクと、メッセージ・タイマー・シグナル・条件のキャッチイベントだけです。"},
};
constexpr Fault follower_reached_otherwise{
    .severity = error,
    .what = {"{1} follows {2} and has another incoming flow.", "{2}の後の{1}に、別のフローも入っています。"},
    .mend = {"Put an exclusive gateway behind it, or repeat the event for the other flow.",
             "その後ろに排他ゲートウェイを置くか、別のフローのためにイベントをもう一つ描いてください。"},
};
constexpr Fault follower_by_condition{
    .severity = warning,
    .what = {"Flow '{1}' leaves {2} and has a condition, which is ignored.",
             "{2}から出るフロー「{1}」の条件は使われません。"},
    .mend = {"Remove the condition: here the first event decides.",
             "条件を取り除いてください。ここでは最初のイベントが決めます。"},
};
constexpr Fault event_and_receive_task{
    .severity = error,
    .what = {"{1} waits for a message event and for {2}.", "{1}が、メッセージイベントと{2}の両方を待っています。"},
    .mend = {"Use message events or receive tasks, not both.",
             "メッセージイベントと受信タスクのどちらかにそろえてください。"},
};
constexpr Fault follower_with_boundary{
    .severity = error,
    .what = {"{1} follows {2} and has a boundary event.", "{2}の後の{1}に境界イベントがあります。"},
    .mend = {"Remove the boundary event: the gateway already waits for something else.",
             "境界イベントを取り除いてください。ゲートウェイが他の出来事を待っています。"},
};

bool may_follow(const FlowNode& target) {
    if (target.kind == FlowNodeKind::ReceiveTask) return true;
    if (target.kind != FlowNodeKind::IntermediateCatchEvent) return false;
    for (const EventDefinition& definition : target.event()->definitions) {
        const std::string_view what = word(definition);
        if (what != "message" && what != "timer" && what != "signal" && what != "conditional") return false;
    }
    return true;
}

}  // namespace

extern const Rule event_gateway_targets;
const Rule event_gateway_targets{
    .name = "event_gateway_targets",
    .applies = Rule::Applies::Always,
    .why = {"An event-based gateway takes the way of what happens first; so events, and nothing else, come right "
            "behind it.",
            "イベントゲートウェイは最初に起きたことの道を選びます。そのため直後に置けるのはイベントだけです。"},
    .faults = {&too_few_events, &follower_no_event, &follower_reached_otherwise, &follower_by_condition,
               &event_and_receive_task, &follower_with_boundary},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::EventBasedGateway) return;
            if (node.outgoing.size() < 2) {
                const bool none = node.outgoing.empty();
                findings.tell(node, too_few_events, {titled(node), none ? Words("no", "0") : Words("one", "1")});
            }
            bool messages = false;
            const FlowNode* task = nullptr;
            for (const SequenceFlow* flow : node.outgoing) {
                const FlowNode* target = flow->target;
                if (!target) continue;
                if (!may_follow(*target)) {
                    findings.tell(*flow, follower_no_event, {titled(node), named(*target)});
                } else if (target->incoming.size() > 1) {
                    findings.tell(*target, follower_reached_otherwise, {titled(*target), named(node)});
                }
                if (flow->condition) findings.tell(*flow, follower_by_condition, {flow->id, named(node)});
                if (target->kind == FlowNodeKind::ReceiveTask)
                    task = target;
                else if (target->event() && target->event()->definition<MessageEventDefinition>())
                    messages = true;
            }
            if (task && messages) findings.tell(node, event_and_receive_task, {titled(node), named(*task)});
            if (task && !task->activity()->boundary_events.empty()) {
                findings.tell(*task, follower_with_boundary, {titled(*task), named(node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
