// Two boundary events of an activity that catch the same: which of the two acts can not be said.
#include "bpmn/check/caught.h"
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {

extern const Rule repeated_boundary_event;
const Rule repeated_boundary_event{
    .name = "repeated_boundary_event",
    .why = {"Which of the two would act can't be said.", "どちらが受けるか決められません。"},
    .faults = {&caught_again},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.activity()) return;
            std::vector<const FlowNode*> events;
            for (const FlowNode* event : node.activity()->boundary_events) {
                // Two for compensation or cancellation are told by the rules for those.
                const Event& what = *event->event();
                if (!what.definition<CompensateEventDefinition>() && !what.definition<CancelEventDefinition>())
                    events.push_back(event);
            }
            tell_repeated(events, named(node), findings);
        },
};

}  // namespace dandori::bpmn::check_detail
