// BPMN 2.0.2, 10.5.5: who throws an error or an escalation in an executable process names its code; who catches need
// not.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault error_not_chosen{
    .severity = error,
    .what = {"{1} throws an error, but none is given.", "{1}はエラーを投げますが、どのエラーか指定がありません。"},
    .mend = {"Choose an error (errorRef) with a code.", "コードを持つエラー（errorRef）を選んでください。"},
};
constexpr Fault error_without_code{
    .severity = error,
    .what = {"{1} throws error '{2}', which has no code.", "{1}が投げるエラー「{2}」にコードがありません。"},
    .mend = {"Give the error an errorCode.", "エラーにerrorCodeを付けてください。"},
};
constexpr Fault escalation_not_chosen{
    .severity = error,
    .what = {"{1} throws an escalation, but none is given.",
             "{1}はエスカレーションを投げますが、どれか指定がありません。"},
    .mend = {"Choose an escalation (escalationRef) with a code.",
             "コードを持つエスカレーション（escalationRef）を選んでください。"},
};
constexpr Fault escalation_without_code{
    .severity = error,
    .what = {"{1} throws escalation '{2}', which has no code.",
             "{1}が投げるエスカレーション「{2}」にコードがありません。"},
    .mend = {"Give the escalation an escalationCode.", "エスカレーションにescalationCodeを付けてください。"},
};

}  // namespace

extern const Rule error_code_given;
const Rule error_code_given{
    .name = "error_code_given",
    .why = {"Errors and escalations are told apart by their codes; who throws one has to say which.",
            "エラーとエスカレーションはコードで区別されます。投げる側はどれかを示す必要があります。"},
    .faults = {&error_not_chosen, &error_without_code, &escalation_not_chosen, &escalation_without_code},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const Event* event = node.event();
            if (!event || event->catches()) return;
            if (const auto* thrown = event->definition<ErrorEventDefinition>()) {
                if (!thrown->error && !thrown->source->attribute("errorRef")) {
                    findings.tell(node, error_not_chosen, {titled(node)});
                } else if (thrown->error && blank(thrown->error->error_code)) {
                    findings.tell(node, error_without_code, {titled(node), thrown->error->id});
                }
            }
            if (const auto* thrown = event->definition<EscalationEventDefinition>()) {
                if (!thrown->escalation && !thrown->source->attribute("escalationRef")) {
                    findings.tell(node, escalation_not_chosen, {titled(node)});
                } else if (thrown->escalation && blank(thrown->escalation->escalation_code)) {
                    findings.tell(node, escalation_without_code, {titled(node), thrown->escalation->id});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
