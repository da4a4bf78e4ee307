// BPMN 2.0.2, 10.3.5: a sub-process starts at its one start event, which has no trigger.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule sub_process_start;
const Rule sub_process_start{
    .name = "sub_process_start",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SubProcess* inner = node.activity() ? node.activity()->sub_process() : nullptr;
            if (!inner || inner->triggered_by_event || node.kind == FlowNodeKind::AdHocSubProcess) return;
            const auto& starts = inner->scope.start_events;
            if (starts.size() == 1) return;
            findings.error(node,
                           titled(node) + " has " +
                               (starts.empty() ? "no start event." : "several start events: " + listed(starts) + "."),
                           "Give it exactly one start event without a trigger.");
        },
};

}  // namespace dandori::bpmn::check_detail
