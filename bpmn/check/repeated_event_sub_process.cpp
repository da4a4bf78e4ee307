// Two event sub-processes of a scope that wait for the same: which of the two acts can not be said. There is one
// compensation event sub-process at most (10.7.2).
#include "bpmn/check/caught.h"
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {

extern const Rule repeated_event_sub_process;
const Rule repeated_event_sub_process{
    .name = "repeated_event_sub_process",
    .why = {"Which of the two would act can't be said.", "どちらが受けるか決められません。"},
    .faults = {&caught_again},
    .scope =
        [](const Scope& scope, Findings& findings) {
            std::vector<const FlowNode*> events;
            for (const FlowNode* inner : scope.event_sub_processes) {
                for (const FlowNode* start : inner->scope()->start_events) events.push_back(start);
            }
            tell_repeated(events, named(scope), findings);
        },
};

}  // namespace dandori::bpmn::check_detail
