// What a task is to do: a job for a worker, a decision, a script. A send task and a throwing message event may also
// hand their message over within the engine.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

bool sends_message(const FlowNode& node) {
    const Message* message = nullptr;
    if (const Event* event = node.event())
        message = event->definition<MessageEventDefinition>()->message;
    else
        message = node.activity()->task()->message;
    return message && !blank(message->name);
}

void look_at_script(const FlowNode& node, Findings& findings) {
    const auto& extension = node.extension;
    const TaskDetail& task = *node.activity()->task();
    const bool job = extension.task_definition.has_value();
    if (job && extension.script) {
        findings.error(node, titled(node) + " has both a zeebe:script and a zeebe:taskDefinition.", "Keep one.");
    } else if (extension.script && blank(extension.script->expression)) {
        findings.error(node, titled(node) + " has a zeebe:script without an expression.", "Write it after '='.");
    } else if (extension.script && blank(extension.script->result_variable)) {
        findings.error(node, titled(node) + " doesn't say where the script's result goes.",
                       "Give zeebe:script a resultVariable.");
    } else if (!job && !extension.script && blank(task.script)) {
        findings.error(node, titled(node) + " has no script.",
                       "Add zeebe:script with an expression, or zeebe:taskDefinition with a type.");
    } else if (!job && !extension.script && task.script_format.find("feel") == std::string::npos &&
               task.script_format.find("FEEL") == std::string::npos) {
        findings.error(node, titled(node) + " has a script in '" + task.script_format + "'; only FEEL is run here.",
                       "Write it in FEEL as zeebe:script, or add zeebe:taskDefinition with a type for a worker.");
    }
}

}  // namespace

extern const Rule work_given;
const Rule work_given{
    .name = "work_given",
    .node =
        [](const FlowNode& node, Findings& findings) {
            const auto& extension = node.extension;
            const bool job = extension.task_definition.has_value();
            if (job && blank(extension.task_definition->type)) {
                findings.error(node, titled(node) + " has a zeebe:taskDefinition without a type.",
                               "Give the type that its workers ask for.");
            }
            switch (node.kind) {
                case FlowNodeKind::ServiceTask:
                    if (!job) {
                        findings.error(node, titled(node) + " says nothing of its work.",
                                       "Add zeebe:taskDefinition with the type that its workers ask for.");
                    }
                    break;
                case FlowNodeKind::SendTask:
                    if (!job && !sends_message(node)) {
                        findings.error(node, titled(node) + " says nothing of its work.",
                                       "Add zeebe:taskDefinition with a type, or choose a message with a name.");
                    }
                    break;
                case FlowNodeKind::IntermediateThrowEvent:
                case FlowNodeKind::EndEvent:
                    if (node.event()->definition<MessageEventDefinition>() && !job && !sends_message(node)) {
                        findings.error(node, titled(node) + " throws a message, but none is given.",
                                       "Choose a message with a name, or add zeebe:taskDefinition with a type.");
                    }
                    break;
                case FlowNodeKind::BusinessRuleTask:
                    if (!job && (!extension.called_decision || blank(extension.called_decision->decision_id))) {
                        findings.error(
                            node, titled(node) + " names no decision.",
                            "Add zeebe:calledDecision with a decisionId, or zeebe:taskDefinition with a type.");
                    } else if (job && extension.called_decision) {
                        findings.error(node,
                                       titled(node) + " has both a zeebe:calledDecision and a zeebe:taskDefinition.",
                                       "Keep one.");
                    } else if (!job && blank(extension.called_decision->result_variable)) {
                        findings.error(node, titled(node) + " doesn't say where the decision's result goes.",
                                       "Give zeebe:calledDecision a resultVariable.");
                    }
                    break;
                case FlowNodeKind::ScriptTask: look_at_script(node, findings); break;
                default: break;
            }
        },
};

}  // namespace dandori::bpmn::check_detail
