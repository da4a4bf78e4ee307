// BPMN 2.0.2, 10.5.3 and 10.5.4: only a transaction is cancelled, within it by an end event, and caught once on its
// border.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule cancel_event;
const Rule cancel_event{
    .name = "cancel_event",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (const Event* event = node.event(); event && event->definition<CancelEventDefinition>()) {
                if (event->position == EventPosition::End) {
                    const Scope* scope = node.parent;
                    while (scope && !(scope->owner && scope->owner->kind == FlowNodeKind::Transaction))
                        scope = scope->parent;
                    if (!scope) {
                        findings.error(node,
                                       titled(node) + " cancels " + named(*node.parent) + ", which is no transaction.",
                                       "Make the sub-process a transaction, or use an error or terminate end event.");
                    }
                }
                const FlowNode* host = event->attached_to;
                if (host && host->kind != FlowNodeKind::Transaction) {
                    findings.error(
                        node,
                        titled(node) + " catches a cancellation of " + named(*host) + ", which is no transaction.",
                        "Attach it to a transaction, or catch an error.");
                }
            }
            if (node.kind != FlowNodeKind::Transaction) return;
            const FlowNode* first = nullptr;
            for (const FlowNode* event : node.activity()->boundary_events) {
                if (!event->event()->definition<CancelEventDefinition>()) continue;
                if (first) {
                    findings.error(
                        *event,
                        titled(node) + " has two cancel boundary events, '" + first->id + "' and '" + event->id + "'.",
                        "Keep one.");
                }
                first = event;
            }
        },
};

}  // namespace dandori::bpmn::check_detail
