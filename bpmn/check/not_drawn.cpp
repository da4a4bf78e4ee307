// What isn't drawn can't be seen by those who have to agree to it.
#include <set>

#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule not_drawn;
const Rule not_drawn{
    .name = "not_drawn",
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
                    if (!drawn.contains(node.id))
                        findings.warn(node, titled(node) + " is not drawn.", "Draw it, or remove it.");
                }
                for (const SequenceFlow& flow : process.flows) {
                    if (!drawn.contains(flow.id))
                        findings.warn(flow, "Flow '" + flow.id + "' is not drawn.", "Draw it, or remove it.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
