// BPMN 2.0.2, 10.3.5 Ad-Hoc Sub-Process: at least one activity, no start and no end event.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule ad_hoc_content;
const Rule ad_hoc_content{
    .name = "ad_hoc_content",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::AdHocSubProcess) return;
            bool activity = false;
            for (const FlowNode* inner : node.scope()->nodes) {
                activity |= inner->activity() != nullptr;
                if (inner->kind != FlowNodeKind::StartEvent && inner->kind != FlowNodeKind::EndEvent) continue;
                findings.error(*inner, titled(*inner) + " stands in " + named(node) + ".",
                               "Remove it: what is in an ad-hoc sub-process is chosen while it runs.");
            }
            if (!activity && node.process().is_executable) {
                findings.error(node, titled(node) + " has no activity.", "Put in what can be chosen to be done.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
