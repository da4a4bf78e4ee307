// What isn't drawn can't be seen by those who have to agree to it.
#include <set>

#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault node_not_drawn{
    .severity = warning,
    .what = {"{1} is not drawn.", "{1}が図に描かれていません。"},
    .mend = {"Draw it, or remove it.", "図に描くか、取り除いてください。"},
};
constexpr Fault flow_not_drawn{
    .severity = warning,
    .what = {"Flow '{1}' is not drawn.", "フロー「{1}」が図に描かれていません。"},
    .mend = {"Draw it, or remove it.", "図に描くか、取り除いてください。"},
};

}  // namespace

extern const Rule not_drawn;
const Rule not_drawn{
    .name = "not_drawn",
    .why = {"What isn't drawn runs all the same, unseen by those who have to agree to it.",
            "描かれていない要素も実行されますが、確認する人の目に入りません。"},
    .faults = {&node_not_drawn, &flow_not_drawn},
    .file =
        [](const Definitions& model, Findings& findings) {
            std::set<std::string> drawn;
            for (const Diagram& diagram : model.diagrams) {
                for (const DiagramShape& shape : diagram.shapes) drawn.insert(shape.element);
                for (const DiagramEdge& edge : diagram.edges) drawn.insert(edge.element);
            }
            if (drawn.empty()) return;
            for (const Process& process : model.processes) {
                if (!process.is_executable) continue;
                for (const FlowNode& node : process.nodes) {
                    if (!drawn.contains(node.id)) findings.tell(node, node_not_drawn, {titled(node)});
                }
                for (const SequenceFlow& flow : process.flows) {
                    if (!drawn.contains(flow.id)) findings.tell(flow, flow_not_drawn, {flow.id});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
