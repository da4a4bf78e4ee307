// Without zeebe:userTask a user task is an old-style job that no person sees in the inbox. A form is given in one way
// only.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule user_task_kind;
const Rule user_task_kind{
    .name = "user_task_kind",
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (node.kind != FlowNodeKind::UserTask) return;
            if (!node.extension.user_task) {
                findings.warn(node, titled(node) + " has no zeebe:userTask: it becomes a job, not work in the inbox.",
                              "Add zeebe:userTask.");
            }
            const auto& form = node.extension.form_definition;
            if (!form) return;
            const int ways =
                int(!form->form_id.empty()) + int(!form->form_key.empty()) + int(!form->external_reference.empty());
            if (ways != 1) {
                findings.error(node,
                               titled(node) + (ways == 0 ? " has an empty zeebe:formDefinition."
                                                         : " gives its form in several ways."),
                               "Give exactly one of formId, formKey and externalReference.");
            }
        },
};

}  // namespace dandori::bpmn::check_detail
