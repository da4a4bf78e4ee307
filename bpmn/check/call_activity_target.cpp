// A call activity names the process it calls.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault no_process_called{
    .severity = error,
    .what = {"{1} names no process to call.", "{1}に、呼び出すプロセスの指定がありません。"},
    .mend = {"Add zeebe:calledElement with a processId.", "processIdを持つzeebe:calledElementを加えてください。"},
};

}  // namespace

extern const Rule call_activity_target;
const Rule call_activity_target{
    .name = "call_activity_target",
    .why = {"Without a name there is nothing to call.", "名前がなければ、呼び出す相手がわかりません。"},
    .faults = {&no_process_called},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const CallActivity* call = node.activity() ? node.activity()->call_activity() : nullptr;
            if (!call) return;
            const auto& called = node.extension.called_element;
            if (called && !blank(called->process_id)) return;
            if (blank(call->called_element)) findings.tell(node, no_process_called, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
