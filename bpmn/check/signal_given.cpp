// A signal is found by its name.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule signal_given;
const Rule signal_given{
    .name = "signal_given",
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.event()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                const auto* signal = std::get_if<SignalEventDefinition>(&definition);
                if (!signal) continue;
                if (!signal->signal && !signal->source->attribute("signalRef")) {
                    findings.error(node, titled(node) + " has a signal definition, but no signal is given.",
                                   "Choose a signal (signalRef).");
                } else if (signal->signal && blank(signal->signal->name)) {
                    findings.error(node,
                                   titled(node) + " refers to signal '" + signal->signal->id + "', which has no name.",
                                   "Give the signal a name; it is what senders use.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
