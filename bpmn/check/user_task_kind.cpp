// Without zeebe:userTask a user task is an old-style job that no person sees in the inbox. A form is given in one way
// only.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault user_task_as_job{
    .severity = warning,
    .what = {"{1} has no zeebe:userTask: it becomes a job, not work in the inbox.",
             "{1}にzeebe:userTaskがなく、受信箱の作業ではなくジョブになります。"},
    .mend = {"Add zeebe:userTask.", "zeebe:userTaskを加えてください。"},
};
constexpr Fault form_empty{
    .severity = error,
    .what = {"{1} has an empty zeebe:formDefinition.", "{1}のzeebe:formDefinitionが空です。"},
    .mend = {"Give exactly one of formId, formKey and externalReference.",
             "formId、formKey、externalReferenceのどれか一つだけを書いてください。"},
};
constexpr Fault form_in_several_ways{
    .severity = error,
    .what = {"{1} gives its form in several ways.", "{1}のフォームがいく通りにも指定されています。"},
    .mend = {"Give exactly one of formId, formKey and externalReference.",
             "formId、formKey、externalReferenceのどれか一つだけを書いてください。"},
};

}  // namespace

extern const Rule user_task_kind;
const Rule user_task_kind{
    .name = "user_task_kind",
    .why = {"Work for people is managed by the engine only when it is marked, and shows one form.",
            "人の作業は、印があって初めて受信箱に現れ、フォームは一つだけ示されます。"},
    .faults = {&user_task_as_job, &form_empty, &form_in_several_ways},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::UserTask) return;
            if (!node.extension.user_task) findings.tell(node, user_task_as_job, {titled(node)});
            const auto& form = node.extension.form_definition;
            if (!form) return;
            const int ways =
                int(!form->form_id.empty()) + int(!form->form_key.empty()) + int(!form->external_reference.empty());
            if (ways != 1) findings.tell(node, ways == 0 ? form_empty : form_in_several_ways, {titled(node)});
        },
};

}  // namespace dandori::bpmn::check_detail
