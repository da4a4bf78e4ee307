// BPMN 2.0.2, 10.3.8: for what, or how many times, a multi-instance activity runs; and a loop that may end.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault loop_maximum_too_small{
    .severity = error,
    .what = {"{1} has loopMaximum {2}.", "{1}のloopMaximumが{2}です。"},
    .mend = {"Use 1 or more.", "1以上にしてください。"},
};
constexpr Fault loop_without_end{
    .severity = warning,
    .what = {"{1} loops without a condition and without end.", "{1}のループに条件も終わりもありません。"},
    .mend = {"Give it a loopCondition or a loopMaximum.", "loopConditionかloopMaximumを付けてください。"},
};
constexpr Fault instances_of_nothing{
    .severity = error,
    .what = {"{1} is multi-instance, but not said for what.",
             "{1}はマルチインスタンスですが、何に対してか示されていません。"},
    .mend = {"Add zeebe:loopCharacteristics with an inputCollection, or a loopCardinality.",
             "inputCollectionを持つzeebe:loopCharacteristicsか、loopCardinalityを加えてください。"},
};
constexpr Fault cardinality_empty{
    .severity = error,
    .what = {"{1} has an empty loopCardinality.", "{1}のloopCardinalityが空です。"},
    .mend = {"Write a number, or an expression after '='.", "数か、「=」の後に式を書いてください。"},
};
constexpr Fault output_without_collection{
    .severity = error,
    .what = {"{1} has an outputElement, but no outputCollection.",
             "{1}にoutputElementがありますが、outputCollectionがありません。"},
    .mend = {"Give both or neither.", "両方を書くか、両方とも外してください。"},
};
constexpr Fault output_without_element{
    .severity = error,
    .what = {"{1} has an outputCollection, but no outputElement.",
             "{1}にoutputCollectionがありますが、outputElementがありません。"},
    .mend = {"Give both or neither.", "両方を書くか、両方とも外してください。"},
};

}  // namespace

extern const Rule multi_instance;
const Rule multi_instance{
    .name = "multi_instance",
    .why = {"A repeated activity has to know how often, and a loop when to stop.",
            "繰り返すアクティビティには回数が、ループには終わりが要ります。"},
    .faults = {&loop_maximum_too_small, &loop_without_end, &instances_of_nothing, &cardinality_empty,
               &output_without_collection, &output_without_element},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Activity* activity = node.activity();
            if (!activity) return;
            if (const auto* loop = activity->standard_loop()) {
                if (loop->loop_maximum && *loop->loop_maximum < 1) {
                    findings.tell(node, loop_maximum_too_small, {titled(node), *loop->loop_maximum});
                } else if (!loop->loop_condition && !loop->loop_maximum) {
                    findings.tell(node, loop_without_end, {titled(node)});
                }
            }
            const auto* many = activity->multi_instance();
            if (!many) return;
            const bool collection = many->zeebe && !blank(many->zeebe->input_collection);
            if (!collection && !many->loop_cardinality && many->loop_data_input_ref.empty()) {
                findings.tell(node, instances_of_nothing, {titled(node)});
            }
            if (many->loop_cardinality && blank(many->loop_cardinality->body)) {
                findings.tell(node, cardinality_empty, {titled(node)});
            }
            if (!many->zeebe) return;
            const bool element = !many->zeebe->output_element.empty();
            if (element == !many->zeebe->output_collection.empty()) return;
            findings.tell(node, element ? output_without_collection : output_without_element, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
