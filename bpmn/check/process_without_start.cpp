// A process that nothing starts never runs. Starting by itself what has no incoming flow (10.5.2) is left out on
// purpose: a forgotten flow would start work that nobody asked for.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule process_without_start;
const Rule process_without_start{
    .name = "process_without_start",
    .scope =
        [](const Scope& scope, Findings& findings) {
            if (scope.owner) return;
            const Process& process = *scope.process;
            std::vector<const FlowNode*> none_starts;
            bool started = !scope.start_events.empty();
            for (const FlowNode* node : scope.nodes) {
                if (node->kind == FlowNodeKind::StartEvent && node->event()->definitions.empty())
                    none_starts.push_back(node);
                started |= node->kind == FlowNodeKind::EventBasedGateway && node->gateway()->instantiate;
                started |= node->kind == FlowNodeKind::ReceiveTask && node->activity()->task()->instantiate;
            }
            if (!started) {
                findings.error(process, "Process '" + process.id + "' has no start event.",
                               "Add one and lead a flow from it.");
            }
            if (none_starts.size() > 1) {
                findings.error(*none_starts[1],
                               "Process '" + process.id +
                                   "' has several start events without a trigger: " + listed(none_starts) + ".",
                               "Keep one; the others need a trigger such as a message or a timer.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
