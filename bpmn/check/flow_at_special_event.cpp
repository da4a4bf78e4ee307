// BPMN 2.0.2, 10.5.4: what is thrown as a link goes on at the catching link, and a compensation boundary event leads to
// its handler by an association; neither has a sequence flow on that side.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_leaves_link{
    .severity = error,
    .what = {"Flow '{1}' leaves the throwing link '{2}'.", "フロー「{1}」が、スローリンク「{2}」から出ています。"},
    .mend = {"Remove the flow: the link goes on at the catching link of the same name.",
             "フローを取り除いてください。続きは同じ名前のキャッチリンクです。"},
};
constexpr Fault flow_into_link{
    .severity = error,
    .what = {"Flow '{1}' leads into the catching link '{2}'.",
             "フロー「{1}」が、キャッチリンク「{2}」に入っています。"},
    .mend = {"Remove the flow: the link is reached from the throwing link of the same name.",
             "フローを取り除いてください。同じ名前のスローリンクから来ます。"},
};
constexpr Fault flow_leaves_compensation{
    .severity = error,
    .what = {"Flow '{1}' leaves the compensation boundary event '{2}'.",
             "フロー「{1}」が、補償境界イベント「{2}」から出ています。"},
    .mend = {"Draw an association from it to the activity that compensates.",
             "取り消しのアクティビティへ関連線を引いてください。"},
};

}  // namespace

extern const Rule flow_at_special_event;
const Rule flow_at_special_event{
    .name = "flow_at_special_event",
    .applies = Rule::Applies::Always,
    .why = {"A link jumps, and a compensation is called: neither needs a sequence flow on that side.",
            "リンクは跳び、補償は呼ばれるもので、その側にシーケンスフローはありません。"},
    .faults = {&flow_leaves_link, &flow_into_link, &flow_leaves_compensation},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event) return;
            const bool link = event->definition<LinkEventDefinition>() != nullptr;
            if (link && event->position == EventPosition::IntermediateThrow && !node.outgoing.empty()) {
                findings.tell(node, flow_leaves_link, {node.outgoing.front()->id, node.id});
            }
            if (link && event->position == EventPosition::IntermediateCatch && !node.incoming.empty()) {
                findings.tell(node, flow_into_link, {node.incoming.front()->id, node.id});
            }
            if (event->position == EventPosition::Boundary && event->definition<CompensateEventDefinition>() &&
                !node.outgoing.empty()) {
                findings.tell(node, flow_leaves_compensation, {node.outgoing.front()->id, node.id});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
