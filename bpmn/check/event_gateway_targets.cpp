// BPMN 2.0.2, 10.6.6 Event-Based Gateway: what it waits for are receive tasks or catch events right behind it, reached
// from nowhere else.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

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
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::EventBasedGateway) return;
            if (node.outgoing.size() < 2) {
                findings.error(node,
                               titled(node) + " has " + (node.outgoing.empty() ? "no" : "one") +
                                   " outgoing flow; it chooses among at least two.",
                               "Lead a flow to each event it waits for.");
            }
            bool messages = false;
            const FlowNode* task = nullptr;
            for (const SequenceFlow* flow : node.outgoing) {
                const FlowNode* target = flow->target;
                if (!target) continue;
                if (!may_follow(*target)) {
                    findings.error(
                        *flow, titled(node) + " leads to " + named(*target) + ".",
                        "Only receive tasks and message, timer, signal and conditional catch events may follow it.");
                } else if (target->incoming.size() > 1) {
                    findings.error(*target,
                                   titled(*target) + " follows " + named(node) + " and has another incoming flow.",
                                   "Put an exclusive gateway behind it, or repeat the event for the other flow.");
                }
                if (flow->condition) {
                    findings.warn(
                        *flow,
                        "Flow '" + flow->id + "' leaves " + named(node) + " and has a condition, which is ignored.",
                        "Remove the condition: here the first event decides.");
                }
                if (target->kind == FlowNodeKind::ReceiveTask)
                    task = target;
                else if (target->event() && target->event()->definition<MessageEventDefinition>())
                    messages = true;
            }
            if (task && messages) {
                findings.error(node, titled(node) + " waits for a message event and for " + named(*task) + ".",
                               "Use message events or receive tasks, not both.");
            }
            if (task && !task->activity()->boundary_events.empty()) {
                findings.error(*task, titled(*task) + " follows " + named(node) + " and has a boundary event.",
                               "Remove the boundary event: the gateway already waits for something else.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
