// What a task is to do: a job for a worker, a decision, a script. A send task and a throwing message event may also
// hand their message over within the engine.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault job_without_type{
    .severity = error,
    .what = {"{1} has a zeebe:taskDefinition without a type.", "{1}のzeebe:taskDefinitionにtypeがありません。"},
    .mend = {"Give the type that its workers ask for.", "ワーカーが求めるtypeを書いてください。"},
};
constexpr Fault service_without_work{
    .severity = error,
    .what = {"{1} says nothing of its work.", "{1}に、何をするか示されていません。"},
    .mend = {"Add zeebe:taskDefinition with the type that its workers ask for.",
             "ワーカーが求めるtypeを持つzeebe:taskDefinitionを加えてください。"},
};
constexpr Fault send_without_message{
    .severity = error,
    .what = {"{1} says nothing of its work.", "{1}に、何をするか示されていません。"},
    .mend = {"Add zeebe:taskDefinition with a type, or choose a message with a name.",
             "typeを持つzeebe:taskDefinitionを加えるか、名前のあるメッセージを選んでください。"},
};
constexpr Fault event_without_message{
    .severity = error,
    .what = {"{1} throws a message, but none is given.", "{1}はメッセージを投げますが、どれか指定がありません。"},
    .mend = {"Choose a message with a name, or add zeebe:taskDefinition with a type.",
             "名前のあるメッセージを選ぶか、typeを持つzeebe:taskDefinitionを加えてください。"},
};
constexpr Fault rule_without_decision{
    .severity = error,
    .what = {"{1} names no decision.", "{1}に決定の指定がありません。"},
    .mend = {"Add zeebe:calledDecision with a decisionId, or zeebe:taskDefinition with a type.",
             "decisionIdを持つzeebe:calledDecisionか、typeを持つzeebe:taskDefinitionを加えてください。"},
};
constexpr Fault decision_and_job{
    .severity = error,
    .what = {"{1} has both a zeebe:calledDecision and a zeebe:taskDefinition.",
             "{1}にzeebe:calledDecisionとzeebe:taskDefinitionの両方があります。"},
    .mend = {"Keep one.", "一つだけ残してください。"},
};
constexpr Fault decision_without_result{
    .severity = error,
    .what = {"{1} doesn't say where the decision's result goes.", "{1}に、決定の結果の行き先がありません。"},
    .mend = {"Give zeebe:calledDecision a resultVariable.", "zeebe:calledDecisionにresultVariableを書いてください。"},
};
constexpr Fault script_and_job{
    .severity = error,
    .what = {"{1} has both a zeebe:script and a zeebe:taskDefinition.",
             "{1}にzeebe:scriptとzeebe:taskDefinitionの両方があります。"},
    .mend = {"Keep one.", "一つだけ残してください。"},
};
constexpr Fault script_without_expression{
    .severity = error,
    .what = {"{1} has a zeebe:script without an expression.", "{1}のzeebe:scriptに式がありません。"},
    .mend = {"Write it after '='.", "「=」の後に書いてください。"},
};
constexpr Fault script_without_result{
    .severity = error,
    .what = {"{1} doesn't say where the script's result goes.", "{1}に、スクリプトの結果の行き先がありません。"},
    .mend = {"Give zeebe:script a resultVariable.", "zeebe:scriptにresultVariableを書いてください。"},
};
constexpr Fault script_missing{
    .severity = error,
    .what = {"{1} has no script.", "{1}にスクリプトがありません。"},
    .mend = {"Add zeebe:script with an expression, or zeebe:taskDefinition with a type.",
             "式を持つzeebe:scriptか、typeを持つzeebe:taskDefinitionを加えてください。"},
};
constexpr Fault script_not_feel{
    .severity = error,
    .what = {"{1} has a script in '{2}'; only FEEL is run here.",
             "{1}のスクリプトは「{2}」で書かれていますが、実行できるのはFEELだけです。"},
    .mend = {"Write it in FEEL as zeebe:script, or add zeebe:taskDefinition with a type for a worker.",
             "FEELでzeebe:scriptに書くか、ワーカーのためにtypeを持つzeebe:taskDefinitionを加えてください。"},
};

/// Its own message, or one that a message flow from it carries or leads to.
bool sends_message(const FlowNode& node, const Definitions& model) {
    const Message* message = nullptr;
    if (const Event* event = node.event())
        message = event->definition<MessageEventDefinition>()->message;
    else
        message = node.activity()->task()->message;
    if (message && !blank(message->name)) return true;
    for (const Collaboration& collaboration : model.collaborations) {
        for (const MessageFlow& flow : collaboration.message_flows) {
            if (flow.source_ref != node.id) continue;
            if (flow.message && !blank(flow.message->name)) return true;
            const auto* target = model.find_as<FlowNode>(flow.target_ref);
            const Message* awaited = nullptr;
            if (target && target->kind == FlowNodeKind::ReceiveTask) awaited = target->activity()->task()->message;
            if (target && target->event()) {
                if (const auto* definition = target->event()->definition<MessageEventDefinition>())
                    awaited = definition->message;
            }
            if (awaited && !blank(awaited->name)) return true;
        }
    }
    return false;
}

void look_at_decision(const FlowNode& node, Findings& findings) {
    const auto& called = node.extension.called_decision;
    if (node.extension.task_definition) {
        if (called) findings.tell(node, decision_and_job, {titled(node)});
    } else if (!called || blank(called->decision_id)) {
        findings.tell(node, rule_without_decision, {titled(node)});
    } else if (blank(called->result_variable)) {
        findings.tell(node, decision_without_result, {titled(node)});
    }
}

void look_at_script(const FlowNode& node, Findings& findings) {
    const auto& script = node.extension.script;
    const TaskDetail& task = *node.activity()->task();
    if (node.extension.task_definition) {
        if (script) findings.tell(node, script_and_job, {titled(node)});
    } else if (script && blank(script->expression)) {
        findings.tell(node, script_without_expression, {titled(node)});
    } else if (script && blank(script->result_variable)) {
        findings.tell(node, script_without_result, {titled(node)});
    } else if (!script && blank(task.script)) {
        findings.tell(node, script_missing, {titled(node)});
    } else if (!script && task.script_format.find("feel") == std::string::npos &&
               task.script_format.find("FEEL") == std::string::npos) {
        findings.tell(node, script_not_feel, {titled(node), task.script_format});
    }
}

}  // namespace

extern const Rule work_given;
const Rule work_given{
    .name = "work_given",
    .why = {"A task that doesn't say what is to be done can't be done by anybody.",
            "何をするか示されていないタスクは、誰にも実行できません。"},
    .faults = {&job_without_type, &service_without_work, &send_without_message, &event_without_message,
               &rule_without_decision, &decision_and_job, &decision_without_result, &script_and_job,
               &script_without_expression, &script_without_result, &script_missing, &script_not_feel},
    .node =
        [](const FlowNode& node, Findings& findings) {
            const auto& extension = node.extension;
            const bool job = extension.task_definition.has_value();
            if (job && blank(extension.task_definition->type)) findings.tell(node, job_without_type, {titled(node)});
            switch (node.kind) {
                case FlowNodeKind::ServiceTask:
                    if (!job) findings.tell(node, service_without_work, {titled(node)});
                    break;
                case FlowNodeKind::SendTask:
                    if (!job && !sends_message(node, findings.model()))
                        findings.tell(node, send_without_message, {titled(node)});
                    break;
                case FlowNodeKind::IntermediateThrowEvent:
                case FlowNodeKind::EndEvent:
                    if (node.event()->definition<MessageEventDefinition>() && !job &&
                        !sends_message(node, findings.model()))
                        findings.tell(node, event_without_message, {titled(node)});
                    break;
                case FlowNodeKind::BusinessRuleTask: look_at_decision(node, findings); break;
                case FlowNodeKind::ScriptTask: look_at_script(node, findings); break;
                default: break;
            }
        },
};

}  // namespace dandori::bpmn::check_detail
