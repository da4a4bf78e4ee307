// BPMN 2.0.2, 10.5.3: a path may end without an end event, but where there are end events it most often was forgotten.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault leads_nowhere{
    .severity = warning,
    .what = {"{1} leads nowhere.", "{1}から先に進むフローがありません。"},
    .mend = {"Lead a flow to what follows, or to an end event.", "次の要素か終了イベントへフローを引いてください。"},
};

}  // namespace

extern const Rule dead_end;
const Rule dead_end{
    .name = "dead_end",
    .why = {"A path that ends without an end event is allowed, but most often a forgotten flow.",
            "終了イベントなしで終わる経路は許されますが、多くはフローの描き忘れです。"},
    .faults = {&leads_nowhere},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.outgoing.empty() || node.kind == FlowNodeKind::EndEvent) return;
            if (node.parent->owner && node.parent->owner->kind == FlowNodeKind::AdHocSubProcess) return;
            if (node.activity()) {
                if (node.activity()->is_for_compensation) return;
                if (node.activity()->sub_process() && node.activity()->sub_process()->triggered_by_event) return;
            }
            if (const Event* event = node.event()) {
                if (event->position == EventPosition::IntermediateThrow && event->definition<LinkEventDefinition>())
                    return;
                if (event->position == EventPosition::Boundary && event->definition<CompensateEventDefinition>())
                    return;
            }
            findings.tell(node, leads_nowhere, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
