// BPMN 2.0.2, table 10.93 and 10.5.2 to 10.5.5: which definition an event may have where it stands.
// What starts an event sub-process has a rule of its own.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault waits_for_nothing{
    .severity = error,
    .what = {"{1} waits for nothing: it has no event definition.", "{1}にイベント定義がなく、待つものがありません。"},
    .mend = {"Say what it waits for, such as a message or a timer.",
             "メッセージやタイマーなど、何を待つかを示してください。"},
};
constexpr Fault sub_process_with_trigger{
    .severity = error,
    .what = {"{1} of {2} has {3} definition; a sub-process starts when the flow reaches it.",
             "{2}の{1}に{3}の定義があります。サブプロセスはフローが着くと始まります。"},
    .mend = {"Remove the definition, or make the sub-process an event sub-process.",
             "定義を取り除くか、イベントサブプロセスにしてください。"},
};
constexpr Fault definition_in_wrong_place{
    .severity = error,
    .what = {"{1} has {2} definition, which can't stand there.", "{1}に{2}の定義は置けません。"},
    .mend = {"Use another kind of event, or another position for it.",
             "別の種類のイベントにするか、置く場所を変えてください。"},
};

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

}  // namespace

extern const Rule event_in_wrong_place;
const Rule event_in_wrong_place{
    .name = "event_in_wrong_place",
    .applies = Rule::Applies::Always,
    .why = {"Not every kind of event can stand everywhere: nobody can throw a timer, and nothing waits for a "
            "terminate.",
            "イベントの種類ごとに置ける場所が決まっています。タイマーを投げたり、強制終了を待ったりはできません。"},
    .faults = {&waits_for_nothing, &sub_process_with_trigger, &definition_in_wrong_place},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event) return;
            if (event->definitions.empty() && needs_definition(event->position)) {
                findings.tell(node, waits_for_nothing, {titled(node)});
            }
            const bool starts_sub_process = event->position == EventPosition::Start && node.parent->owner;
            if (starts_sub_process && node.parent->owner->activity()->sub_process()->triggered_by_event) return;
            for (const EventDefinition& definition : event->definitions) {
                if (starts_sub_process) {
                    findings.tell(node, sub_process_with_trigger,
                                  {titled(node), named(*node.parent), with_article(definition)});
                } else if (!allowed(definition, event->position)) {
                    findings.tell(node, definition_in_wrong_place, {titled(node), with_article(definition)});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
