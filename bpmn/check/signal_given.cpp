// A signal is found by its name.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault signal_not_chosen{
    .severity = error,
    .what = {"{1} has a signal definition, but no signal is given.",
             "{1}にシグナルの定義がありますが、どれか指定がありません。"},
    .mend = {"Choose a signal (signalRef).", "シグナル（signalRef）を選んでください。"},
};
constexpr Fault signal_without_name{
    .severity = error,
    .what = {"{1} refers to signal '{2}', which has no name.", "{1}のシグナル「{2}」に名前がありません。"},
    .mend = {"Give the signal a name; it is what senders use.",
             "シグナルに名前を付けてください。送る側はその名前を使います。"},
};

}  // namespace

extern const Rule signal_given;
const Rule signal_given{
    .name = "signal_given",
    .why = {"Signals reach those who wait for the same name.", "シグナルは、同じ名前を待つものに届きます。"},
    .faults = {&signal_not_chosen, &signal_without_name},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.event()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                const auto* signal = std::get_if<SignalEventDefinition>(&definition);
                if (!signal) continue;
                if (!signal->signal && !signal->source->attribute("signalRef")) {
                    findings.tell(node, signal_not_chosen, {titled(node)});
                } else if (signal->signal && blank(signal->signal->name)) {
                    findings.tell(node, signal_without_name, {titled(node), signal->signal->id});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
