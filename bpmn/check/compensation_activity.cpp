// BPMN 2.0.2, 10.7.2: a compensation event names an activity that is visible to it: of its own scope, or, thrown in an
// event sub-process, of the scope that one belongs to.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault compensates_no_activity{
    .severity = error,
    .what = {"{1} compensates {2}, which is no activity.", "{1}が補償する{2}はアクティビティではありません。"},
    .mend = {"Name an activity, or none for the whole scope.",
             "アクティビティを指定するか、スコープ全体なら指定を外してください。"},
};
constexpr Fault compensates_other_scope{
    .severity = error,
    .what = {"{1} in {2} compensates {3} in {4}.", "{2}の{1}が、{4}にある{3}を補償しようとしています。"},
    .mend = {"Name an activity of its own scope; a sub-process there compensates what is in it.",
             "同じスコープのアクティビティを指定してください。サブプロセスを指定すれば、その中身が補償されます。"},
};
constexpr Fault compensates_without_handler{
    .severity = warning,
    .what = {"{1} compensates {2}, which has no compensation handler.",
             "{1}が補償する{2}に、補償ハンドラーがありません。"},
    .mend = {"Give it a compensation boundary event with a handler.", "補償境界イベントとハンドラーを付けてください。"},
};

}  // namespace

extern const Rule compensation_activity;
const Rule compensation_activity{
    .name = "compensation_activity",
    .applies = Rule::Applies::Always,
    .why = {"A compensation undoes what was done in its own scope; further out it can't see, further in it reaches "
            "by the sub-process.",
            "補償は自分のスコープで済んだ作業を取り消します。外側は見えず、内側はサブプロセスを通して補償されます。"},
    .faults = {&compensates_no_activity, &compensates_other_scope, &compensates_without_handler},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event || event->catches()) return;
            const auto* compensation = event->definition<CompensateEventDefinition>();
            if (!compensation || !compensation->activity) return;
            const FlowNode& activity = *compensation->activity;
            if (!activity.activity()) {
                findings.tell(node, compensates_no_activity, {titled(node), named(activity)});
                return;
            }
            const Scope* scope = node.parent;
            while (scope != activity.parent && scope->owner &&
                   scope->owner->activity()->sub_process()->triggered_by_event) {
                scope = scope->parent;
            }
            if (scope != activity.parent) {
                findings.tell(node, compensates_other_scope,
                              {titled(node), named(*node.parent), named(activity), named(*activity.parent)});
                return;
            }
            if (activity.scope() || activity.activity()->call_activity()) return;
            for (const FlowNode* each : activity.activity()->boundary_events) {
                if (each->event()->definition<CompensateEventDefinition>()) return;
            }
            findings.tell(node, compensates_without_handler, {titled(node), named(activity)});
        },
};

}  // namespace dandori::bpmn::check_detail
