// BPMN 2.0.2, 10.7.2: a compensation event names an activity that is visible to it: of its own scope, or, thrown in an
// event sub-process, of the scope that one belongs to.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule compensation_activity;
const Rule compensation_activity{
    .name = "compensation_activity",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event || event->catches()) return;
            const auto* compensation = event->definition<CompensateEventDefinition>();
            if (!compensation || !compensation->activity) return;
            const FlowNode& activity = *compensation->activity;
            if (!activity.activity()) {
                findings.error(node, titled(node) + " compensates " + named(activity) + ", which is no activity.",
                               "Name an activity, or none for the whole scope.");
                return;
            }
            const Scope* scope = node.parent;
            while (scope != activity.parent && scope->owner &&
                   scope->owner->activity()->sub_process()->triggered_by_event) {
                scope = scope->parent;
            }
            if (scope != activity.parent) {
                findings.error(node,
                               titled(node) + " in " + named(*node.parent) + " compensates " + named(activity) +
                                   " in " + named(*activity.parent) + ".",
                               "Name an activity of its own scope; a sub-process there compensates what is in it.");
                return;
            }
            if (activity.scope() || activity.activity()->call_activity()) return;
            for (const FlowNode* each : activity.activity()->boundary_events) {
                if (each->event()->definition<CompensateEventDefinition>()) return;
            }
            findings.warn(node,
                          titled(node) + " compensates " + named(activity) + ", which has no compensation handler.",
                          "Give it a compensation boundary event with a handler.");
        },
};

}  // namespace dandori::bpmn::check_detail
