// BPMN 2.0.2, 10.5.2 to 10.5.4: a parallel multiple event waits until all of its events have occurred. Only what can be
// waited for may be among them: an error, an escalation, a cancellation or a compensation is answered at once or not at
// all.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault parallel_multiple_throws{
    .severity = error,
    .what = {"{1} is parallel multiple, but throws.", "{1}は並列複数（parallelMultiple）ですが、投げるイベントです。"},
    .mend = {"Remove parallelMultiple.", "parallelMultipleを取り除いてください。"},
};
constexpr Fault not_to_be_waited_for{
    .severity = error,
    .what = {"{1} waits for all of its events (parallelMultiple), and one of them is {2} event.",
             "{1}はすべてのイベントを待ちます（parallelMultiple）が、その一つが{2}です。"},
    .mend = {"Use messages, timers, signals and conditions only, or draw that event on its own.",
             "メッセージ、タイマー、シグナル、条件だけを使うか、そのイベントを別に描いてください。"},
};

}  // namespace

extern const Rule parallel_multiple;
const Rule parallel_multiple{
    .name = "parallel_multiple",
    .why = {"What all have to come must be things that can be waited for.",
            "すべてがそろうのを待てるのは、待つことのできるイベントだけです。"},
    .faults = {&parallel_multiple_throws, &not_to_be_waited_for},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event || !event->parallel_multiple) return;
            if (!event->catches()) {
                findings.tell(node, parallel_multiple_throws, {titled(node)});
                return;
            }
            for (const EventDefinition& definition : event->definitions) {
                const std::string_view what = word(definition);
                if (what == "message" || what == "timer" || what == "signal" || what == "conditional") continue;
                findings.tell(node, not_to_be_waited_for, {titled(node), with_article(definition)});
            }
        },
};

}  // namespace dandori::bpmn::check_detail
