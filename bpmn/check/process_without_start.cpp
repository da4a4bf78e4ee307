// BPMN 2.0.2, 10.5.2 and 13.2: a process starts at its start events, at what has `instantiate`, or at all that no flow leads to.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault process_not_started{
    .severity = error,
    .what = {"Process '{1}' can't begin: it has no start event, and nothing that no flow leads to.",
             "プロセス「{1}」を始めるものがありません。開始イベントも、フローの入らない要素もありません。"},
    .mend = {"Add a start event and lead a flow from it.", "開始イベントを加え、フローを引いてください。"},
};
constexpr Fault process_starts_by_itself{
    .severity = warning,
    .what = {"Process '{1}' has no start event; what no flow leads to starts at once: {2}.",
             "プロセス「{1}」に開始イベントがないので、フローの入らない要素がすぐに始まります（{2}）。"},
    .mend = {"If a flow was forgotten, add a start event and lead flows from it.",
             "フローの引き忘れなら、開始イベントを置いてフローを引いてください。"},
};
constexpr Fault flow_into_starting_task{
    .severity = error,
    .what = {"{1} starts the process (instantiate), but flow '{2}' leads into it.",
             "{1}はプロセスを始めます（instantiate）が、フロー「{2}」が入っています。"},
    .mend = {"Remove the flow, or the attribute instantiate.", "フローか属性instantiateを取り除いてください。"},
};
constexpr Fault several_none_starts{
    .severity = error,
    .what = {"Process '{1}' has several start events without a trigger: {2}.",
             "プロセス「{1}」に、きっかけのない開始イベントがいくつもあります（{2}）。"},
    .mend = {"Keep one; the others need a trigger such as a message or a timer.",
             "一つだけ残してください。他にはメッセージやタイマーなどのきっかけが要ります。"},
};

}  // namespace

extern const Rule process_without_start;
const Rule process_without_start{
    .name = "process_without_start",
    .why = {"A process that nothing starts never runs.", "何も始めないプロセスは、決して動きません。"},
    .faults = {&process_not_started, &process_starts_by_itself, &flow_into_starting_task, &several_none_starts},
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
                if (node->kind != FlowNodeKind::ReceiveTask || !node->activity()->task()->instantiate) continue;
                started = true;
                if (node->incoming.empty()) continue;
                findings.tell(*node, flow_into_starting_task, {titled(*node), node->incoming.front()->id});
            }
            if (!started) {
                const auto first = implicit_starts(scope);
                if (first.empty()) findings.tell(process, process_not_started, {process.id});
                else findings.tell(process, process_starts_by_itself, {process.id, listed(first)});
            }
            if (none_starts.size() > 1) {
                findings.tell(*none_starts[1], several_none_starts, {process.id, listed(none_starts)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
