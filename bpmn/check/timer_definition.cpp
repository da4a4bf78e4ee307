// BPMN 2.0.2, 10.5.5: of date, duration and cycle exactly one. A process starts at a date or in a cycle: there is
// nothing yet from which a duration could count.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule timer_definition;
const Rule timer_definition{
    .name = "timer_definition",
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.event()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                const auto* timer = std::get_if<TimerEventDefinition>(&definition);
                if (!timer) continue;
                const int given = int(timer->time_date.has_value()) + int(timer->time_duration.has_value()) +
                                  int(timer->time_cycle.has_value());
                if (given != 1) {
                    findings.error(node,
                                   titled(node) + (given == 0 ? " has a timer without a time."
                                                              : " has a timer with several times."),
                                   "Give exactly one of timeDate, timeDuration and timeCycle.");
                    continue;
                }
                const Expression& time = timer->time_date       ? *timer->time_date
                                         : timer->time_duration ? *timer->time_duration
                                                                : *timer->time_cycle;
                if (blank(time.body) || time.body == "=") {
                    findings.error(
                        node, titled(node) + " has a timer with an empty time.",
                        "Give it, such as 2026-04-01T09:00:00+09:00, PT1H or R3/PT10M, or an expression after '='.");
                    continue;
                }
                const Event& event = *node.event();
                if (event.position == EventPosition::Start && !node.parent->owner && timer->time_duration) {
                    findings.error(
                        node,
                        titled(node) +
                            " starts the process after a duration, but nothing before it is there to count from.",
                        "Use a date or a cycle.");
                }
                const bool repeats =
                    !event.interrupting || (event.position == EventPosition::Start && !node.parent->owner);
                if (timer->time_cycle && !repeats) {
                    findings.warn(node, titled(node) + " has a cycle, but happens only once.",
                                  "Use a duration or a date.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
