// BPMN 2.0.2, 10.5.5: who throws an error or an escalation in an executable process names its code; who catches need
// not.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule error_code_given;
const Rule error_code_given{
    .name = "error_code_given",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event || event->catches()) return;
            if (const auto* error = event->definition<ErrorEventDefinition>()) {
                if (!error->error && !error->source->attribute("errorRef")) {
                    findings.error(node, titled(node) + " throws an error, but none is given.",
                                   "Choose an error (errorRef) with a code.");
                } else if (error->error && blank(error->error->error_code)) {
                    findings.error(node, titled(node) + " throws error '" + error->error->id + "', which has no code.",
                                   "Give the error an errorCode.");
                }
            }
            if (const auto* escalation = event->definition<EscalationEventDefinition>()) {
                if (!escalation->escalation && !escalation->source->attribute("escalationRef")) {
                    findings.error(node, titled(node) + " throws an escalation, but none is given.",
                                   "Choose an escalation (escalationRef) with a code.");
                } else if (escalation->escalation && blank(escalation->escalation->escalation_code)) {
                    findings.error(
                        node,
                        titled(node) + " throws escalation '" + escalation->escalation->id + "', which has no code.",
                        "Give the escalation an escalationCode.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
