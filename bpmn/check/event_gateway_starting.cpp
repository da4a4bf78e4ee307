// BPMN 2.0.2, 10.6.6: an event-based gateway that starts the process; only such a one waits for all its events.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault flow_into_starting_gateway{
    .severity = error,
    .what = {"{1} starts the process (instantiate), but flow '{2}' leads into it.",
             "{1}はプロセスを始めます（instantiate）が、フロー「{2}」が入っています。"},
    .mend = {"Remove the flow, or the attribute instantiate.", "フローか属性instantiateを取り除いてください。"},
};
constexpr Fault parallel_without_starting{
    .severity = error,
    .what = {"{1} waits for all its events (eventGatewayType=\"Parallel\") without starting the process.",
             "{1}はプロセスを始めないのに、すべてのイベントを待ちます（eventGatewayType=\"Parallel\"）。"},
    .mend = {"Make it an exclusive one, or draw a parallel gateway before the events.",
             "Exclusiveにするか、イベントの前に並列ゲートウェイを描いてください。"},
};

}  // namespace

extern const Rule event_gateway_starting;
const Rule event_gateway_starting{
    .name = "event_gateway_starting",
    .applies = Rule::Applies::Always,
    .why = {"An event-based gateway that starts a process comes first; only there it may wait for all its events.",
            "プロセスを始めるイベントゲートウェイは先頭に置きます。すべてのイベントを待てるのはその場合だけです。"},
    .faults = {&flow_into_starting_gateway, &parallel_without_starting},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::EventBasedGateway) return;
            const bool parallel = node.gateway()->event_gateway_type == Gateway::EventGatewayType::Parallel;
            if (node.gateway()->instantiate && !node.incoming.empty()) {
                findings.tell(node, flow_into_starting_gateway, {titled(node), node.incoming.front()->id});
            }
            if (!node.gateway()->instantiate && parallel) {
                findings.tell(node, parallel_without_starting, {titled(node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
