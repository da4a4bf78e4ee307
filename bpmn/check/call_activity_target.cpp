// A call activity names the process it calls.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule call_activity_target;
const Rule call_activity_target{
    .name = "call_activity_target",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const CallActivity* call = node.activity() ? node.activity()->call_activity() : nullptr;
            if (!call) return;
            const auto& called = node.extension.called_element;
            if (called && !blank(called->process_id)) return;
            if (!blank(call->called_element)) return;
            findings.error(node, titled(node) + " names no process to call.",
                           "Add zeebe:calledElement with a processId.");
        },
};

}  // namespace dandori::bpmn::check_detail
