// BPMN 2.0.2, 10.7.2: an activity has one compensation boundary event, an association leads from there to the activity
// that undoes it, and that activity is outside the normal flow.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

bool handles_something(const FlowNode& handler) {
    for (const FlowNode* other : handler.parent->nodes) {
        if (other->event() && other->event()->compensation_handler == &handler) return true;
    }
    return false;
}

}  // namespace

extern const Rule compensation_handler;
const Rule compensation_handler{
    .name = "compensation_handler",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (const Activity* activity = node.activity()) {
                const FlowNode* first = nullptr;
                for (const FlowNode* event : activity->boundary_events) {
                    if (!event->event()->definition<CompensateEventDefinition>()) continue;
                    if (first) {
                        findings.error(*event,
                                       titled(node) + " has two compensation boundary events, '" + first->id +
                                           "' and '" + event->id + "'.",
                                       "Keep one; its handler may be a sub-process.");
                    }
                    first = event;
                }
                if (!activity->is_for_compensation) return;
                if (!node.incoming.empty() || !node.outgoing.empty()) {
                    const bool in = !node.incoming.empty();
                    findings.error(
                        node,
                        "Flow '" + (in ? node.incoming : node.outgoing).front()->id + "' " +
                            (in ? "leads into " : "leaves ") + named(node) + ", which is for compensation.",
                        "A compensation handler has no sequence flows: remove the flow, or isForCompensation.");
                }
                if (!handles_something(node)) {
                    findings.warn(node, titled(node) + " is for compensation, but compensates nothing.",
                                  "Draw an association to it from a compensation boundary event.");
                }
                return;
            }
            const Event* event = node.event();
            if (node.kind != FlowNodeKind::BoundaryEvent || !event->definition<CompensateEventDefinition>()) return;
            const FlowNode* handler = event->compensation_handler;
            if (!handler) {
                findings.error(node, titled(node) + " has no compensation handler.",
                               "Draw an association from it to the activity that undoes '" +
                                   (event->attached_to ? event->attached_to->id : node.id) + "'.");
            } else if (!handler->activity()->is_for_compensation) {
                findings.error(
                    *handler,
                    titled(*handler) + " is the compensation handler of '" + node.id + "', but not marked as one.",
                    "Mark it (isForCompensation=\"true\").");
            } else if (handler->parent != node.parent) {
                findings.error(node,
                               titled(node) + " stands in " + named(*node.parent) + ", its handler '" + handler->id +
                                   "' in " + named(*handler->parent) + ".",
                               "Put both into the same process or sub-process.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
