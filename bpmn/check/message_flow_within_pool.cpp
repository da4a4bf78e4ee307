// BPMN 2.0.2, 9.4: a message flow joins two pools, never two things of one.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule message_flow_within_pool;
const Rule message_flow_within_pool{
    .name = "message_flow_within_pool",
    .applies = Rule::Applies::Always,
    .file =
        [](const Definitions& model, Findings& findings) {
            for (const Collaboration& collaboration : model.collaborations) {
                for (const MessageFlow& flow : collaboration.message_flows) {
                    const auto* from = model.find_as<FlowNode>(flow.source_ref);
                    const auto* to = model.find_as<FlowNode>(flow.target_ref);
                    if (!from || !to || &from->process() != &to->process()) continue;
                    findings.error(flow,
                                   "Message flow '" + flow.id + "' joins " + named(*from) + " and " + named(*to) +
                                       ", which are both in process '" + from->process().id + "'.",
                                   "Within a pool draw a sequence flow.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
