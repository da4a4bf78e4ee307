// BPMN 2.0.2, 10.5.5: a conditional event waits for its condition to become true.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule condition_given;
const Rule condition_given{
    .name = "condition_given",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const auto* conditional = node.event() ? node.event()->definition<ConditionalEventDefinition>() : nullptr;
            if (!conditional || !(blank(conditional->condition.body) || conditional->condition.body == "=")) return;
            findings.error(node, titled(node) + " waits for a condition, but none is given.",
                           "Write it after '=', such as \"=stock < 10\".");
        },
};

}  // namespace dandori::bpmn::check_detail
