// BPMN 2.0.2, 10.3.5 Event Sub-Process: exactly one start event, and that with a trigger; no sequence flow in or out.
// An error and a compensation always interrupt.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule event_sub_process_start;
const Rule event_sub_process_start{
    .name = "event_sub_process_start",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const SubProcess* inner = node.activity() ? node.activity()->sub_process() : nullptr;
            if (!inner || !inner->triggered_by_event) return;
            if (!node.incoming.empty() || !node.outgoing.empty()) {
                const bool in = !node.incoming.empty();
                findings.error(node,
                               "Flow '" + (in ? node.incoming : node.outgoing).front()->id + "' " +
                                   (in ? "leads into " : "leaves ") + named(node) + ".",
                               "An event sub-process stands alone: remove the flow, or make it a plain sub-process.");
            }
            const auto& starts = inner->scope.start_events;
            if (starts.size() != 1) {
                findings.error(
                    node,
                    titled(node) + " has " +
                        (starts.empty() ? "no start event." : "several start events: " + listed(starts) + "."),
                    "Give it exactly one; for another trigger draw another event sub-process.");
            }
            for (const FlowNode* start : starts) {
                if (start->event()->definitions.empty()) {
                    findings.error(*start, titled(*start) + " of " + named(node) + " has no trigger.",
                                   "Say what starts it, such as a message, a timer or an error.");
                }
                for (const EventDefinition& definition : start->event()->definitions) {
                    const std::string what(word(definition));
                    if (what == "cancel" || what == "terminate" || what == "link") {
                        findings.error(*start, titled(*start) + " has a " + what + " definition, which starts nothing.",
                                       "Use a message, timer, signal, conditional, error, escalation or compensation.");
                    }
                    if ((what == "error" || what == "compensation") && !start->event()->interrupting) {
                        findings.error(*start,
                                       titled(*start) + " is for " + (what == "error" ? "an error" : what) +
                                           " and is not interrupting.",
                                       "Let it interrupt (isInterrupting=\"true\").");
                    }
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
