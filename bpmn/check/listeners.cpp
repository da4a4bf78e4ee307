// What a listener may listen to: a start event has no start to be told of before it, a gateway and an error end have no
// end. Only a process can be cancelled, only a multi-instance activity has a moment before all of its runs.
#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault listener_of_nothing{
    .severity = error,
    .what = {"{1} can't have {2} listener for '{3}'.", "{1}に「{3}」の{2}リスナーは付けられません。"},
    .mend = {"Remove it.", "取り除いてください。"},
};
constexpr Fault listener_of_other_event{
    .severity = error,
    .what = {"{1} can't have {2} listener for '{3}'.", "{1}に「{3}」の{2}リスナーは付けられません。"},
    .mend = {"Remove it, or listen to {4}.", "取り除くか、{4}のどれかにしてください。"},
};
constexpr Fault listener_without_type{
    .severity = error,
    .what = {"{1} has {2} listener without a type.", "{1}の{2}リスナーにtypeがありません。"},
    .mend = {"Give the type that its workers ask for.", "ワーカーが求めるtypeを書いてください。"},
};
constexpr Fault listener_twice{
    .severity = error,
    .what = {"{1} has two {2} listeners '{3}' for '{4}'.", "{1}に「{4}」の{2}リスナー「{3}」が二つあります。"},
    .mend = {"Keep one.", "一つだけ残してください。"},
};
constexpr Fault task_listener_of_job{
    .severity = error,
    .what = {"{1} has task listeners, but no zeebe:userTask.",
             "{1}にタスクリスナーがありますが、zeebe:userTaskがありません。"},
    .mend = {"Add zeebe:userTask, or remove them.", "zeebe:userTaskを加えるか、リスナーを取り除いてください。"},
};

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

Words words_of(Events events) {
    Words words{""};
    for (const auto event : events) {
        words.english += (words.english.empty() ? "'" : ", '") + std::string(event) + "'";
        words.japanese += "「" + std::string(event) + "」";
    }
    return words;
}

struct ListenerKind {
    const char *one, *word, *japanese;
};
constexpr ListenerKind execution_listener{"an execution", "execution", "実行"},
    task_listener{"a task", "task", "タスク"};

template <class Listener>
void tell_listeners(const Element& at, const Words& title, const std::vector<Listener>& listeners,
                    const ListenerKind& kind, Events events, Findings& findings) {
    const Words one(kind.one, kind.japanese), word(kind.word, kind.japanese);
    std::set<std::pair<std::string, std::string>> known;
    for (const Listener& each : listeners) {
        if (events.empty()) {
            findings.tell(at, listener_of_nothing, {title, one, each.event_type});
        } else if (std::ranges::find(events, each.event_type) == events.end()) {
            findings.tell(at, listener_of_other_event, {title, one, each.event_type, words_of(events)});
        }
        if (blank(each.type)) {
            findings.tell(at, listener_without_type, {title, one});
        } else if (!known.emplace(each.event_type, each.type).second) {
            findings.tell(at, listener_twice, {title, word, each.type, each.event_type});
        }
    }
}

}  // namespace

extern const Rule listeners;
const Rule listeners{
    .name = "listeners",
    .why = {"A listener is a job at the begin or the end of an element; where an element has none, it would never "
            "run.",
            "リスナーは要素の開始や終了で動くジョブです。それがない要素では決して動きません。"},
    .faults = {&listener_of_nothing, &listener_of_other_event, &listener_without_type, &listener_twice,
               &task_listener_of_job},
    .node =
        [](const FlowNode& node, Findings& findings) {
            tell_listeners(node, titled(node), node.extension.execution_listeners, execution_listener, events_of(node),
                           findings);
            tell_listeners(node, titled(node), node.extension.task_listeners, task_listener, of_tasks, findings);
            if (!node.extension.task_listeners.empty() && !node.extension.user_task) {
                findings.tell(node, task_listener_of_job, {titled(node)});
            }
        },
    .scope =
        [](const Scope& scope, Findings& findings) {
            if (scope.owner) return;
            const std::string& id = scope.process->id;
            tell_listeners(*scope.process, {"Process '" + id + "'", "プロセス「" + id + "」"},
                           scope.process->extension.execution_listeners, execution_listener, of_processes, findings);
        },
};

}  // namespace dandori::bpmn::check_detail
