// BPMN 2.0.2, 10.5.4: a boundary event sits on an activity of its own scope, and no sequence flow leads into it.
// A host that isn't in the file or is no activity is told when the file is read.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault boundary_without_host{
    .severity = error,
    .what = {"{1} is attached to nothing.", "{1}がどこにも付いていません。"},
    .mend = {"Attach it to an activity.", "アクティビティに付けてください。"},
};
constexpr Fault boundary_in_other_scope{
    .severity = error,
    .what = {"{1} stands in {2}, but '{3}', to which it is attached, in {4}.",
             "{1}は{2}にありますが、付けられた「{3}」は{4}にあります。"},
    .mend = {"Put both into the same process or sub-process.", "両方を同じプロセスかサブプロセスに置いてください。"},
};
constexpr Fault flow_into_boundary{
    .severity = error,
    .what = {"Flow '{1}' leads into {2}.", "フロー「{1}」が{2}に入っています。"},
    .mend = {"A boundary event is reached by what happens only: lead the flow elsewhere.",
             "境界イベントは出来事だけで始まります。フローの行き先を変えてください。"},
};

}  // namespace

extern const Rule boundary_event_attached;
const Rule boundary_event_attached{
    .name = "boundary_event_attached",
    .applies = Rule::Applies::Always,
    .why = {"A boundary event catches what happens while its activity runs; it is part of that activity.",
            "境界イベントは、付けられたアクティビティの実行中に起きたことを受けます。"},
    .faults = {&boundary_without_host, &boundary_in_other_scope, &flow_into_boundary},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::BoundaryEvent) return;
            const FlowNode* host = node.event()->attached_to;
            if (!host && !node.source->attribute("attachedToRef")) {
                findings.tell(node, boundary_without_host, {titled(node)});
            }
            if (host && host->parent != node.parent) {
                findings.tell(node, boundary_in_other_scope,
                              {titled(node), named(*node.parent), host->id, named(*host->parent)});
            }
            if (!node.incoming.empty()) {
                findings.tell(node, flow_into_boundary, {node.incoming.front()->id, named(node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
