// BPMN 2.0.2, 9.4: a message flow joins two pools, never two things of one.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault message_within_pool{
    .severity = error,
    .what = {"Message flow '{1}' joins {2} and {3}, which are both in process '{4}'.",
             "メッセージフロー「{1}」が、同じプロセス「{4}」にある{2}と{3}を結んでいます。"},
    .mend = {"Within a pool draw a sequence flow.", "プールの中ではシーケンスフローを引いてください。"},
};

}  // namespace

extern const Rule message_flow_within_pool;
const Rule message_flow_within_pool{
    .name = "message_flow_within_pool",
    .applies = Rule::Applies::Always,
    .why = {"Messages go between participants; within one the sequence flow leads.",
            "メッセージは参加者の間でやりとりされます。同じ参加者の中ではシーケンスフローが導きます。"},
    .faults = {&message_within_pool},
    .file =
        [](const Definitions& model, Findings& findings) {
            for (const Collaboration& collaboration : model.collaborations) {
                for (const MessageFlow& flow : collaboration.message_flows) {
                    const auto* from = model.find_as<FlowNode>(flow.source_ref);
                    const auto* to = model.find_as<FlowNode>(flow.target_ref);
                    if (!from || !to || &from->process() != &to->process()) continue;
                    findings.tell(flow, message_within_pool, {flow.id, named(*from), named(*to), from->process().id});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
