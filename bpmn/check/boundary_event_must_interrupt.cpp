// BPMN 2.0.2, table 10.93: an error and a cancellation end the activity they are caught on.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault error_goes_on{
    .severity = error,
    .what = {"{1} catches an error and is not interrupting.", "{1}はエラーを受けるのに、中断型ではありません。"},
    .mend = {"Let it interrupt (cancelActivity=\"true\").", "中断型にしてください（cancelActivity=\"true\"）。"},
};
constexpr Fault cancellation_goes_on{
    .severity = error,
    .what = {"{1} catches a cancellation and is not interrupting.",
             "{1}はキャンセルを受けるのに、中断型ではありません。"},
    .mend = {"Let it interrupt (cancelActivity=\"true\").", "中断型にしてください（cancelActivity=\"true\"）。"},
};

}  // namespace

extern const Rule boundary_event_must_interrupt;
const Rule boundary_event_must_interrupt{
    .name = "boundary_event_must_interrupt",
    .applies = Rule::Applies::Always,
    .why = {"After an error or a cancellation nothing of the activity is left to go on beside the handler.",
            "エラーやキャンセルの後、そのアクティビティを続けることはできません。"},
    .faults = {&error_goes_on, &cancellation_goes_on},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (node.kind != FlowNodeKind::BoundaryEvent || event->interrupting) return;
            if (event->definition<ErrorEventDefinition>()) findings.tell(node, error_goes_on, {titled(node)});
            if (event->definition<CancelEventDefinition>()) findings.tell(node, cancellation_goes_on, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
