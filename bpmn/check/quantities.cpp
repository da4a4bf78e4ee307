// BPMN 2.0.2, table 10.3: startQuantity and completionQuantity count tokens, at least one.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule quantities;
const Rule quantities{
    .name = "quantities",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Activity* activity = node.activity();
            if (!activity) return;
            if (activity->start_quantity < 1) {
                findings.error(node,
                               titled(node) + " has startQuantity " + std::to_string(activity->start_quantity) + ".",
                               "Use 1 or more.");
            }
            if (activity->completion_quantity < 1) {
                findings.error(
                    node,
                    titled(node) + " has completionQuantity " + std::to_string(activity->completion_quantity) + ".",
                    "Use 1 or more.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
