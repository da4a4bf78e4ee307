// Two start events of a process on one message or signal: which of the two starts it can not be said.
#include "bpmn/check/caught.h"
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {

extern const Rule repeated_start;
const Rule repeated_start{
    .name = "repeated_start",
    .why = {"Which of the two would start the process can't be said.", "どちらで始まるか決められません。"},
    .faults = {&caught_again},
    .scope =
        [](const Scope& scope, Findings& findings) {
            if (!scope.owner) tell_repeated(scope.start_events, {"the same process", "同じプロセス"}, findings);
        },
};

}  // namespace dandori::bpmn::check_detail
