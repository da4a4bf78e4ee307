#include "bpmn/check/caught.h"

#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

std::string caught_by(const EventDefinition& definition) {
    const auto known = [](std::string_view what, const std::string& name) {
        return blank(name) || name.starts_with("=") ? "" : std::string(what) + " '" + one_line(name) + "'";
    };
    if (const auto* message = std::get_if<MessageEventDefinition>(&definition)) {
        return message->message ? known("message", message->message->name) : "";
    }
    if (const auto* signal = std::get_if<SignalEventDefinition>(&definition)) {
        return signal->signal ? known("signal", signal->signal->name) : "";
    }
    if (const auto* error = std::get_if<ErrorEventDefinition>(&definition)) {
        return error->error && !blank(error->error->error_code) ? known("error code", error->error->error_code)
                                                                : "every error";
    }
    if (const auto* escalation = std::get_if<EscalationEventDefinition>(&definition)) {
        return escalation->escalation && !blank(escalation->escalation->escalation_code)
                   ? known("escalation code", escalation->escalation->escalation_code)
                   : "every escalation";
    }
    if (std::holds_alternative<CompensateEventDefinition>(definition)) return "compensation";
    if (std::holds_alternative<CancelEventDefinition>(definition)) return "the cancellation";
    return "";
}

void tell_repeated(const std::vector<const FlowNode*>& events, const std::string& where, Findings& findings) {
    std::map<std::string, const FlowNode*> first;
    for (const FlowNode* event : events) {
        for (const EventDefinition& definition : event->event()->definitions) {
            const std::string what = caught_by(definition);
            if (what.empty()) continue;
            const auto [earlier, fresh] = first.emplace(what, event);
            if (fresh || earlier->second == event) continue;
            findings.error(*event,
                           titled(*event) + " catches " + what + " on " + where + ", and so does '" +
                               earlier->second->id + "' in line " + std::to_string(earlier->second->line) + ".",
                           "Keep one of the two, or let them catch different things.");
        }
    }
}

}  // namespace dandori::bpmn::check_detail
