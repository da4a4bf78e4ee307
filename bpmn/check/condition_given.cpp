// BPMN 2.0.2, 10.5.5: a conditional event waits for its condition to become true.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault waits_for_no_condition{
    .severity = error,
    .what = {"{1} waits for a condition, but none is given.", "{1}は条件を待ちますが、条件が書かれていません。"},
    .mend = {"Write it after '=', such as \"=stock < 10\".", "「=」の後に書いてください（例: \"=stock < 10\"）。"},
};

}  // namespace

extern const Rule condition_given;
const Rule condition_given{
    .name = "condition_given",
    .why = {"A conditional event without a condition would wait for ever.",
            "条件のない条件イベントは、いつまでも待ち続けます。"},
    .faults = {&waits_for_no_condition},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const auto* conditional = node.event() ? node.event()->definition<ConditionalEventDefinition>() : nullptr;
            if (!conditional || !(blank(conditional->condition.body) || conditional->condition.body == "=")) return;
            findings.tell(node, waits_for_no_condition, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
