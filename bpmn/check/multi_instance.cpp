// BPMN 2.0.2, 10.3.8: for what, or how many times, a multi-instance activity runs; and a loop that may end.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule multi_instance;
const Rule multi_instance{
    .name = "multi_instance",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Activity* activity = node.activity();
            if (!activity) return;
            if (const auto* loop = activity->standard_loop()) {
                if (loop->loop_maximum && *loop->loop_maximum < 1) {
                    findings.error(node, titled(node) + " has loopMaximum " + std::to_string(*loop->loop_maximum) + ".",
                                   "Use 1 or more.");
                } else if (!loop->loop_condition && !loop->loop_maximum) {
                    findings.warn(node, titled(node) + " loops without a condition and without end.",
                                  "Give it a loopCondition or a loopMaximum.");
                }
            }
            const auto* many = activity->multi_instance();
            if (!many) return;
            const bool collection = many->zeebe && !blank(many->zeebe->input_collection);
            if (!collection && !many->loop_cardinality && many->loop_data_input_ref.empty()) {
                findings.error(node, titled(node) + " is multi-instance, but not said for what.",
                               "Add zeebe:loopCharacteristics with an inputCollection, or a loopCardinality.");
            }
            if (many->loop_cardinality && blank(many->loop_cardinality->body)) {
                findings.error(node, titled(node) + " has an empty loopCardinality.",
                               "Write a number, or an expression after '='.");
            }
            if (many->zeebe && many->zeebe->output_collection.empty() != many->zeebe->output_element.empty()) {
                findings.error(node,
                               titled(node) + (many->zeebe->output_collection.empty()
                                                   ? " has an outputElement, but no outputCollection."
                                                   : " has an outputCollection, but no outputElement."),
                               "Give both or neither.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
