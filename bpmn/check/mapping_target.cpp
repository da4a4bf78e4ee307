// A variable mapping puts its value into a variable, or into a place within one (a.b).
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault mapping_without_target{
    .severity = error,
    .what = {"{1} has an {2} mapping without a target.", "{1}の{2}マッピングに行き先（target）がありません。"},
    .mend = {"Name the variable it goes to.", "値の入る変数の名前を書いてください。"},
};
constexpr Fault mapping_to_no_name{
    .severity = error,
    .what = {"{1} has an {2} mapping to \"{3}\", which is no variable name.",
             "{1}の{2}マッピングの行き先「{3}」は変数名ではありません。"},
    .mend = {"Use a name, or a path such as a.b.", "名前か、a.bのような道筋を書いてください。"},
};

}  // namespace

extern const Rule mapping_target;
const Rule mapping_target{
    .name = "mapping_target",
    .why = {"The value has to go somewhere that has a name.", "値の入る先には名前が要ります。"},
    .faults = {&mapping_without_target, &mapping_to_no_name},
    .node =
        [](const FlowNode& node, Findings& findings) {
            for (const auto* list : {&node.extension.io_mapping.inputs, &node.extension.io_mapping.outputs}) {
                const bool input = list == &node.extension.io_mapping.inputs;
                const Words which = input ? Words("input", "入力") : Words("output", "出力");
                for (const auto& each : *list) {
                    if (blank(each.target)) {
                        findings.tell(node, mapping_without_target, {titled(node), which});
                    } else if (each.target.find_first_of("=\"\r\n") != std::string::npos) {
                        findings.tell(node, mapping_to_no_name, {titled(node), which, one_line(each.target)});
                    }
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
