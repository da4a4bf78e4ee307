// A variable mapping puts its value into a variable, or into a place within one (a.b).
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule mapping_target;
const Rule mapping_target{
    .name = "mapping_target",
    .node =
        [](const FlowNode& node, Findings& findings) {
            for (const auto* list : {&node.extension.io_mapping.inputs, &node.extension.io_mapping.outputs}) {
                const bool input = list == &node.extension.io_mapping.inputs;
                for (const auto& each : *list) {
                    const std::string which = input ? " has an input mapping" : " has an output mapping";
                    if (blank(each.target)) {
                        findings.error(node, titled(node) + which + " without a target.",
                                       "Name the variable it goes to.");
                    } else if (each.target.find_first_of("=\"\r\n") != std::string::npos) {
                        findings.error(
                            node,
                            titled(node) + which + " to \"" + one_line(each.target) + "\", which is no variable name.",
                            "Use a name, or a path such as a.b.");
                    }
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
