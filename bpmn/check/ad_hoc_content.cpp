// BPMN 2.0.2, 10.3.5 Ad-Hoc Sub-Process: at least one activity, no start and no end event. Who leads it, a worker or
// its own expressions, must be plain.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault event_in_ad_hoc{
    .severity = error,
    .what = {"{1} stands in {2}.", "{1}が{2}の中にあります。"},
    .mend = {"Remove it: what is in an ad-hoc sub-process is chosen while it runs.",
             "取り除いてください。アドホックサブプロセスの中身は実行中に選ばれます。"},
};
constexpr Fault empty_ad_hoc{
    .severity = error,
    .what = {"{1} has no activity.", "{1}にアクティビティがありません。"},
    .mend = {"Put in what can be chosen to be done.", "選べるアクティビティを入れてください。"},
};
constexpr Fault led_and_chosen{
    .severity = error,
    .what = {"{1} is led by a worker and has an activeElementsCollection.",
             "{1}はワーカーが進めるのに、activeElementsCollectionがあります。"},
    .mend = {"Remove it: its worker says what is activated and when it is over.",
             "取り除いてください。何を始め、いつ終わるかはワーカーが決めます。"},
};
constexpr Fault led_and_ended{
    .severity = error,
    .what = {"{1} is led by a worker and has a completionCondition.",
             "{1}はワーカーが進めるのに、completionConditionがあります。"},
    .mend = {"Remove it: its worker says what is activated and when it is over.",
             "取り除いてください。何を始め、いつ終わるかはワーカーが決めます。"},
};
constexpr Fault ad_hoc_output_lost{
    .severity = error,
    .what = {"{1} has an outputElement, but no outputCollection.",
             "{1}にoutputElementがありますが、outputCollectionがありません。"},
    .mend = {"Give both or neither.", "両方を書くか、両方とも外してください。"},
};
constexpr Fault ad_hoc_output_unnamed{
    .severity = error,
    .what = {"{1} has an outputCollection, but no outputElement.",
             "{1}にoutputCollectionがありますが、outputElementがありません。"},
    .mend = {"Give both or neither.", "両方を書くか、両方とも外してください。"},
};

void look_at_leader(const FlowNode& node, Findings& findings) {
    const auto& ad_hoc = node.extension.ad_hoc;
    const auto& condition = node.activity()->sub_process()->completion_condition;
    const bool chooses = ad_hoc && !blank(ad_hoc->active_elements_collection);
    const bool ends = condition && !blank(condition->body);
    if (node.extension.task_definition && (chooses || ends)) {
        findings.tell(node, chooses ? led_and_chosen : led_and_ended, {titled(node)});
    }
    if (!ad_hoc || ad_hoc->output_collection.empty() == ad_hoc->output_element.empty()) return;
    findings.tell(node, ad_hoc->output_collection.empty() ? ad_hoc_output_lost : ad_hoc_output_unnamed, {titled(node)});
}

}  // namespace

extern const Rule ad_hoc_content;
const Rule ad_hoc_content{
    .name = "ad_hoc_content",
    .applies = Rule::Applies::Always,
    .why = {"What is in an ad-hoc sub-process is chosen while it runs, so nothing in it begins or ends it; one alone "
            "chooses.",
            "アドホックサブプロセスの中身は実行中に選ばれるもので、開始や終了のイベントはありません。選ぶのは一人だけ"
            "です。"},
    .faults = {&event_in_ad_hoc, &empty_ad_hoc, &led_and_chosen, &led_and_ended, &ad_hoc_output_lost,
               &ad_hoc_output_unnamed},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::AdHocSubProcess) return;
            bool activity = false;
            for (const FlowNode* inner : node.scope()->nodes) {
                activity |= inner->activity() != nullptr;
                if (inner->kind != FlowNodeKind::StartEvent && inner->kind != FlowNodeKind::EndEvent) continue;
                findings.tell(*inner, event_in_ad_hoc, {titled(*inner), named(node)});
            }
            if (!activity && node.process().is_executable) findings.tell(node, empty_ad_hoc, {titled(node)});
            if (node.process().is_executable) look_at_leader(node, findings);
        },
};

}  // namespace dandori::bpmn::check_detail
