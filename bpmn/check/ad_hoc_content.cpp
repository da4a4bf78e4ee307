// BPMN 2.0.2, 10.3.5 Ad-Hoc Sub-Process: at least one activity, no start and no end event. Who leads it, a worker or its own
// expressions, must be plain.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

void look_at_leader(const FlowNode& node, Findings& findings) {
    const auto& ad_hoc = node.extension.ad_hoc;
    const auto& condition = node.activity()->sub_process()->completion_condition;
    const bool chooses = ad_hoc && !blank(ad_hoc->active_elements_collection);
    const bool ends = condition && !blank(condition->body);
    if (node.extension.task_definition && (chooses || ends)) {
        findings.error(node,
                       titled(node) + " is led by a worker and has " +
                           (chooses ? "an activeElementsCollection." : "a completionCondition."),
                       "Remove it: its worker says what is activated and when it is over.");
    }
    if (ad_hoc && ad_hoc->output_collection.empty() != ad_hoc->output_element.empty()) {
        findings.error(node,
                       titled(node) + (ad_hoc->output_collection.empty()
                                           ? " has an outputElement, but no outputCollection."
                                           : " has an outputCollection, but no outputElement."),
                       "Give both or neither.");
    }
}

}  // namespace

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
            if (node.process().is_executable) look_at_leader(node, findings);
        },
};

}  // namespace dandori::bpmn::check_detail
