// What a listener may listen to: a start event has no start to be told of before it, a gateway and an error end have no
// end. Only a process can be cancelled, only a multi-instance activity has a moment before all of its runs.
#include <algorithm>
#include <set>
#include <span>

#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

using Events = std::span<const std::string_view>;

constexpr std::string_view of_processes[] = {"start", "end", "cancel"};
constexpr std::string_view of_bodies[] = {"start", "end", "beforeAll"};
constexpr std::string_view of_nodes[] = {"start", "end"};
constexpr std::string_view of_starts[] = {"end"};
constexpr std::string_view of_gateways[] = {"start"};
constexpr std::string_view of_tasks[] = {"creating", "assigning", "updating", "completing", "canceling"};

/// What can be listened to; nothing at a compensation boundary event.
Events events_of(const FlowNode& node) {
    if (node.kind == FlowNodeKind::BoundaryEvent && node.event()->definition<CompensateEventDefinition>()) return {};
    if (node.kind == FlowNodeKind::StartEvent || node.kind == FlowNodeKind::BoundaryEvent) return of_starts;
    if (node.gateway()) return of_gateways;
    if (node.kind == FlowNodeKind::EndEvent && node.event()->definition<ErrorEventDefinition>()) return of_gateways;
    if (node.activity() && node.activity()->multi_instance()) return of_bodies;
    return of_nodes;
}

std::string words_of(Events events) {
    std::string words;
    for (const auto event : events) words += (words.empty() ? "'" : ", '") + std::string(event) + "'";
    return words;
}

template <class Listener>
void tell_listeners(const Element& at, const std::string& title, const std::vector<Listener>& listeners,
                    const std::string& kind, Events events, Findings& findings) {
    std::set<std::pair<std::string, std::string>> known;
    for (const Listener& each : listeners) {
        if (std::ranges::find(events, each.event_type) == events.end()) {
            findings.error(at, title + " can't have " + kind + " listener for '" + each.event_type + "'.",
                           events.empty() ? "Remove it." : "Remove it, or listen to " + words_of(events) + ".");
        }
        if (blank(each.type)) {
            findings.error(at, title + " has " + kind + " listener without a type.",
                           "Give the type that its workers ask for.");
        } else if (!known.emplace(each.event_type, each.type).second) {
            findings.error(at,
                           title + " has two" + kind.substr(kind.find(' ')) + " listeners '" + each.type + "' for '" +
                               each.event_type + "'.",
                           "Keep one.");
        }
    }
}

}  // namespace

extern const Rule listeners;
const Rule listeners{
    .name = "listeners",
    .node =
        [](const FlowNode& node, Findings& findings) {
            tell_listeners(node, titled(node), node.extension.execution_listeners, "an execution", events_of(node),
                           findings);
            tell_listeners(node, titled(node), node.extension.task_listeners, "a task", of_tasks, findings);
            if (!node.extension.task_listeners.empty() && !node.extension.user_task) {
                findings.error(node, titled(node) + " has task listeners, but no zeebe:userTask.",
                               "Add zeebe:userTask, or remove them.");
            }
        },
    .scope =
        [](const Scope& scope, Findings& findings) {
            if (scope.owner) return;
            tell_listeners(*scope.process, "Process '" + scope.process->id + "'",
                           scope.process->extension.execution_listeners, "an execution", of_processes, findings);
        },
};

}  // namespace dandori::bpmn::check_detail
