// BPMN 2.0.2, 8.4.13: a sequence flow crosses neither the border of a pool nor that of a sub-process.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_across_pools{
    .severity = error,
    .what = {"Flow '{1}' leads from {2} in {3} to {4} in {5}.",
             "フロー「{1}」が、{3}の{2}から{5}の{4}へ引かれています。"},
    .mend = {"Between pools draw a message flow.", "プールの間にはメッセージフローを引いてください。"},
};
constexpr Fault flow_across_border{
    .severity = error,
    .what = {"Flow '{1}' leads from {2} in {3} to {4} in {5}.",
             "フロー「{1}」が、{3}の{2}から{5}の{4}へ引かれています。"},
    .mend = {"End the flow at the border of the sub-process and let its own start event go on.",
             "サブプロセスの境界までフローを引き、続きは中の開始イベントから始めてください。"},
};

void tell_if_across(const SequenceFlow& flow, Findings& findings) {
    if (!flow.source_node || !flow.target || flow.source_node->parent == flow.target->parent) return;
    const bool pools = &flow.source_node->process() != &flow.target->process();
    findings.tell(flow, pools ? flow_across_pools : flow_across_border,
                  {flow.id, named(*flow.source_node), named(*flow.source_node->parent), named(*flow.target),
                   named(*flow.target->parent)});
}

}  // namespace

extern const Rule flow_across_scopes;
const Rule flow_across_scopes{
    .name = "flow_across_scopes",
    .applies = Rule::Applies::Always,
    .why = {"A token stays within its process and its sub-process.",
            "トークンはプロセスやサブプロセスの境界を越えません。"},
    .faults = {&flow_across_pools, &flow_across_border},
    .file =
        [](const Definitions& model, Findings& findings) {
            for (const Process& process : model.processes) {
                for (const SequenceFlow& flow : process.flows) tell_if_across(flow, findings);
            }
        },
};

}  // namespace dandori::bpmn::check_detail
