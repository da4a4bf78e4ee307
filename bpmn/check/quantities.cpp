// BPMN 2.0.2, table 10.3: startQuantity and completionQuantity count tokens, at least one.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault start_quantity_too_small{
    .severity = error,
    .what = {"{1} has startQuantity {2}.", "{1}のstartQuantityが{2}です。"},
    .mend = {"Use 1 or more.", "1以上にしてください。"},
};
constexpr Fault completion_quantity_too_small{
    .severity = error,
    .what = {"{1} has completionQuantity {2}.", "{1}のcompletionQuantityが{2}です。"},
    .mend = {"Use 1 or more.", "1以上にしてください。"},
};

}  // namespace

extern const Rule quantities;
const Rule quantities{
    .name = "quantities",
    .applies = Rule::Applies::Always,
    .why = {"An activity that takes or gives no token would begin by itself, or end the path.",
            "トークンを一つも受け取らない、または渡さないアクティビティは動けません。"},
    .faults = {&start_quantity_too_small, &completion_quantity_too_small},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Activity* activity = node.activity();
            if (!activity) return;
            if (activity->start_quantity < 1) {
                findings.tell(node, start_quantity_too_small, {titled(node), activity->start_quantity});
            }
            if (activity->completion_quantity < 1) {
                findings.tell(node, completion_quantity_too_small, {titled(node), activity->completion_quantity});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
