// BPMN 2.0.2, table 10.93 and 10.5.2 to 10.5.5: which definition an event may have where it stands.
// What starts an event sub-process has a rule of its own.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

bool needs_definition(EventPosition position) {
    return position == EventPosition::IntermediateCatch || position == EventPosition::Boundary;
}

bool allowed(const EventDefinition& definition, EventPosition position) {
    const std::string_view what = word(definition);
    const auto one_of = [what](std::initializer_list<std::string_view> words) {
        for (const std::string_view each : words) {
            if (each == what) return true;
        }
        return false;
    };
    switch (position) {
        case EventPosition::Start: return one_of({"message", "timer", "conditional", "signal"});
        case EventPosition::IntermediateCatch: return one_of({"message", "timer", "conditional", "signal", "link"});
        case EventPosition::IntermediateThrow:
            return one_of({"message", "escalation", "compensation", "signal", "link"});
        case EventPosition::Boundary: return !one_of({"terminate", "link"});
        case EventPosition::End: return !one_of({"timer", "conditional", "link"});
    }
    return false;
}

std::string article(const EventDefinition& definition) {
    const std::string what(word(definition));
    return (what.starts_with("e") ? "an " : "a ") + what;
}

}  // namespace

extern const Rule event_in_wrong_place;
const Rule event_in_wrong_place{
    .name = "event_in_wrong_place",
    .applies = Rule::Applies::Always,
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event) return;
            if (event->definitions.empty() && needs_definition(event->position)) {
                findings.error(node, titled(node) + " waits for nothing: it has no event definition.",
                               "Say what it waits for, such as a message or a timer.");
            }
            const bool starts_sub_process = event->position == EventPosition::Start && node.parent->owner;
            if (starts_sub_process && node.parent->owner->activity()->sub_process()->triggered_by_event) return;
            for (const EventDefinition& definition : event->definitions) {
                if (starts_sub_process) {
                    findings.error(node,
                                   titled(node) + " of " + named(*node.parent) + " has a " +
                                       std::string(word(definition)) +
                                       " definition; a sub-process starts when the flow reaches it.",
                                   "Remove the definition, or make the sub-process an event sub-process.");
                } else if (!allowed(definition, event->position)) {
                    findings.error(
                        node, titled(node) + " has " + article(definition) + " definition, which can't stand there.",
                        "Use another kind of event, or another position for it.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
