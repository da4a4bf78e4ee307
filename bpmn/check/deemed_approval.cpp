// A period whose lapse is an approval (みなし承認): what its event must say.
#include "bpmn/check/rule.h"
#include "bpmn/model/property.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault no_legal_basis{
    .severity = error,
    .what = {"{1} decides by the lapse of time and names no legal basis.", "{1}は期間満了によるみなし承認ですが、根拠の記載がありません。"},
    .mend = {"Add the property approval.legalBasis: the clause that says so.", "根拠となる条項を、プロパティapproval.legalBasisに加えてください。"},
};
constexpr Fault step_goes_on{
    .severity = error,
    .what = {"{1} decides by the lapse of time and leaves its step open.", "{1}は期間満了によるみなし承認ですが、元の手順が残ります。"},
    .mend = {"Let it interrupt (cancelActivity=\"true\").", "中断型にしてください（cancelActivity=\"true\"）。"},
};
constexpr Fault no_lapse{
    .severity = error,
    .what = {"{1} has approval.deemed and is no timer at a user task.", "{1}にはapproval.deemedがありますが、ユーザータスクに付くタイマーではありません。"},
    .mend = {"Put the property on the timer boundary event whose lapse is the approval.", "期間満了を表すタイマー境界イベントに付けてください。"},
};

}  // namespace

extern const Rule deemed_approval;
const Rule deemed_approval{
    .name = "deemed_approval",
    .why = {"What nobody has decided binds by a clause only, and once: the decision row names that clause.",
            "誰も判断していない承認は、条項によってのみ、一度だけ成立します。判断記録にその条項を残します。"},
    .faults = {&no_legal_basis, &step_goes_on, &no_lapse},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const std::string deemed = property_of(node, "approval.deemed");
            if (deemed.empty() || deemed == "false") return;
            const Event* event = node.event();
            const bool is_at_user_task = node.kind == FlowNodeKind::BoundaryEvent && event->attached_to && event->attached_to->kind == FlowNodeKind::UserTask;
            if (!is_at_user_task || !event->definition<TimerEventDefinition>())
                return findings.tell(node, no_lapse, {titled(node)});
            if (!event->interrupting) findings.tell(node, step_goes_on, {titled(node)});
            if (property_of(node, "approval.legalBasis").empty()) findings.tell(node, no_legal_basis, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
