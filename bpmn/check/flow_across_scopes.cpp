// BPMN 2.0.2, 8.4.13: a sequence flow crosses neither the border of a pool nor that of a sub-process.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

void tell_if_across(const SequenceFlow& flow, Findings& findings) {
    if (!flow.source_node || !flow.target || flow.source_node->parent == flow.target->parent) return;
    const bool pools = &flow.source_node->process() != &flow.target->process();
    findings.error(flow,
                   "Flow '" + flow.id + "' leads from " + named(*flow.source_node) + " in " +
                       named(*flow.source_node->parent) + " to " + named(*flow.target) + " in " +
                       named(*flow.target->parent) + ".",
                   pools ? "Between pools draw a message flow."
                         : "End the flow at the border of the sub-process and let its own start event go on.");
}

}  // namespace

extern const Rule flow_across_scopes;
const Rule flow_across_scopes{
    .name = "flow_across_scopes",
    .applies = Rule::Applies::Always,
    .file =
        [](const Definitions& model, Findings& findings) {
            for (const Process& process : model.processes) {
                for (const SequenceFlow& flow : process.flows) tell_if_across(flow, findings);
            }
        },
};

}  // namespace dandori::bpmn::check_detail
