// BPMN 2.0.2, 10.6.1: gatewayDirection promises how many flows come and go.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault not_converging{
    .severity = warning,
    .what = {"{1} is called converging and has several outgoing flows.",
             "{1}は合流（Converging）とされていますが、出るフローがいくつもあります。"},
    .mend = {"Correct gatewayDirection; the flows decide.",
             "gatewayDirectionを直してください。実行はフローに従います。"},
};
constexpr Fault not_diverging{
    .severity = warning,
    .what = {"{1} is called diverging and has several incoming flows.",
             "{1}は分岐（Diverging）とされていますが、入るフローがいくつもあります。"},
    .mend = {"Correct gatewayDirection; the flows decide.",
             "gatewayDirectionを直してください。実行はフローに従います。"},
};

}  // namespace

extern const Rule gateway_direction;
const Rule gateway_direction{
    .name = "gateway_direction",
    .applies = Rule::Applies::Always,
    .why = {"The attribute says what the reader expects; where it disagrees with the flows, one of the two is wrong.",
            "属性は読む人への約束です。フローと合わなければ、どちらかが間違っています。"},
    .faults = {&not_converging, &not_diverging},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Gateway* gateway = node.gateway();
            if (!gateway) return;
            const bool many_in = node.incoming.size() > 1, many_out = node.outgoing.size() > 1;
            if (gateway->direction == Gateway::Direction::Converging && many_out) {
                findings.tell(node, not_converging, {titled(node)});
            }
            if (gateway->direction == Gateway::Direction::Diverging && many_in) {
                findings.tell(node, not_diverging, {titled(node)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
