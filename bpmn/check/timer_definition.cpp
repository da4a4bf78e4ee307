// BPMN 2.0.2, 10.5.5: of date, duration and cycle exactly one. A process starts at a date or in a cycle: there is
// nothing yet from which a duration could count.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault timer_without_time{
    .severity = error,
    .what = {"{1} has a timer without a time.", "{1}のタイマーに時間がありません。"},
    .mend = {"Give exactly one of timeDate, timeDuration and timeCycle.",
             "timeDate、timeDuration、timeCycleのどれか一つだけを書いてください。"},
};
constexpr Fault timer_with_times{
    .severity = error,
    .what = {"{1} has a timer with several times.", "{1}のタイマーに時間がいくつもあります。"},
    .mend = {"Give exactly one of timeDate, timeDuration and timeCycle.",
             "timeDate、timeDuration、timeCycleのどれか一つだけを書いてください。"},
};
constexpr Fault timer_empty{
    .severity = error,
    .what = {"{1} has a timer with an empty time.", "{1}のタイマーの時間が空です。"},
    .mend = {"Give it, such as 2026-04-01T09:00:00+09:00, PT1H or R3/PT10M, or an expression after '='.",
             "2026-04-01T09:00:00+09:00、PT1H、R3/PT10Mのように書くか、「=」の後に式を書いてください。"},
};
constexpr Fault start_after_duration{
    .severity = error,
    .what = {"{1} starts the process after a duration, but nothing before it is there to count from.",
             "{1}は期間の後にプロセスを始めますが、数え始める時点がありません。"},
    .mend = {"Use a date or a cycle.", "日時か繰り返しにしてください。"},
};
constexpr Fault cycle_happens_once{
    .severity = warning,
    .what = {"{1} has a cycle, but happens only once.", "{1}に繰り返しが書かれていますが、一度しか起きません。"},
    .mend = {"Use a duration or a date.", "期間か日時にしてください。"},
};

/// A start event of a process, or an event behind a gateway that starts one (10.6.6).
bool timer_starts_process(const FlowNode& node) {
    if (node.parent->owner) return false;
    if (node.event()->position == EventPosition::Start) return true;
    for (const SequenceFlow* flow : node.incoming) {
        if (flow->source_node && flow->source_node->gateway() && flow->source_node->gateway()->instantiate) return true;
    }
    return false;
}

}  // namespace

extern const Rule timer_definition;
const Rule timer_definition{
    .name = "timer_definition",
    .why = {"A timer has to say when, and in one way.", "タイマーには、いつかを一通りだけ示す必要があります。"},
    .faults = {&timer_without_time, &timer_with_times, &timer_empty, &start_after_duration, &cycle_happens_once},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.event()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                const auto* timer = std::get_if<TimerEventDefinition>(&definition);
                if (!timer) continue;
                const int given = int(timer->time_date.has_value()) + int(timer->time_duration.has_value()) +
                                  int(timer->time_cycle.has_value());
                if (given != 1) {
                    findings.tell(node, given == 0 ? timer_without_time : timer_with_times, {titled(node)});
                    continue;
                }
                const Expression& time = timer->time_date       ? *timer->time_date
                                         : timer->time_duration ? *timer->time_duration
                                                                : *timer->time_cycle;
                if (blank(time.body) || time.body == "=") {
                    findings.tell(node, timer_empty, {titled(node)});
                    continue;
                }
                const Event& event = *node.event();
                const bool starts_process = timer_starts_process(node);
                if (starts_process && timer->time_duration) findings.tell(node, start_after_duration, {titled(node)});
                if (timer->time_cycle && event.interrupting && !starts_process) {
                    findings.tell(node, cycle_happens_once, {titled(node)});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
