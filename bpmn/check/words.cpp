#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

std::string_view kind_words(FlowNodeKind kind) {
    switch (kind) {
        case FlowNodeKind::StartEvent: return "Start event";
        case FlowNodeKind::IntermediateCatchEvent: return "Catch event";
        case FlowNodeKind::IntermediateThrowEvent: return "Throw event";
        case FlowNodeKind::BoundaryEvent: return "Boundary event";
        case FlowNodeKind::EndEvent: return "End event";
        case FlowNodeKind::Task: return "Task";
        case FlowNodeKind::UserTask: return "User task";
        case FlowNodeKind::ServiceTask: return "Service task";
        case FlowNodeKind::SendTask: return "Send task";
        case FlowNodeKind::ReceiveTask: return "Receive task";
        case FlowNodeKind::BusinessRuleTask: return "Business rule task";
        case FlowNodeKind::ScriptTask: return "Script task";
        case FlowNodeKind::ManualTask: return "Manual task";
        case FlowNodeKind::CallActivity: return "Call activity";
        case FlowNodeKind::SubProcess: return "Sub-process";
        case FlowNodeKind::Transaction: return "Transaction";
        case FlowNodeKind::AdHocSubProcess: return "Ad-hoc sub-process";
        case FlowNodeKind::ExclusiveGateway: return "Exclusive gateway";
        case FlowNodeKind::InclusiveGateway: return "Inclusive gateway";
        case FlowNodeKind::ParallelGateway: return "Parallel gateway";
        case FlowNodeKind::ComplexGateway: return "Complex gateway";
        case FlowNodeKind::EventBasedGateway: return "Event-based gateway";
        case FlowNodeKind::ChoreographyActivity: return "Choreography activity";
    }
    return "";
}

std::string lowered(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}  // namespace

std::string titled(const FlowNode& node) {
    const bool by_event = node.scope() && node.activity()->sub_process()->triggered_by_event;
    return (by_event ? "Event sub-process" : std::string(kind_words(node.kind))) + " '" + node.id + "'";
}

std::string named(const FlowNode& node) { return lowered(titled(node)); }

std::string named(const Scope& scope) {
    return scope.owner ? named(*scope.owner) : "process '" + scope.process->id + "'";
}

std::string_view word(const EventDefinition& definition) {
    constexpr std::string_view words[]{"message",     "timer",        "error",  "escalation", "signal",
                                       "conditional", "compensation", "cancel", "terminate",  "link"};
    static_assert(std::size(words) == std::variant_size_v<EventDefinition>);
    return words[definition.index()];
}

std::string listed(const std::vector<const FlowNode*>& nodes) {
    std::string all;
    for (std::size_t each = 0; each < nodes.size(); ++each) {
        if (each > 0) all += each + 1 == nodes.size() ? " and " : ", ";
        all += "'" + nodes[each]->id + "'";
    }
    return all;
}

std::string one_line(const std::string& text) {
    std::string line;
    for (const char each : text) {
        const bool space = each == ' ' || each == '\t' || each == '\r' || each == '\n';
        if (!space)
            line += each;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace dandori::bpmn::check_detail
