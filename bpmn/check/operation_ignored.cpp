// BPMN 2.0.2, 10.3.3 and 10.5.1: operations of web services are not called here; work is a worker's, messages go within
// the engine.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault operation_not_called{
    .severity = warning,
    .what = {"{1} names the operation '{2}', which is not called.", "{1}にある操作「{2}」は呼び出されません。"},
    .mend = {"Let a worker do it: zeebe:taskDefinition with the type that it asks for.",
             "ワーカーに任せてください。ワーカーが求めるtypeを持つzeebe:taskDefinitionを加えます。"},
};

void tell_operation(const FlowNode& node, const std::string& operation, Findings& findings) {
    if (!operation.empty()) findings.tell(node, operation_not_called, {titled(node), operation});
}

}  // namespace

extern const Rule operation_ignored;
const Rule operation_ignored{
    .name = "operation_ignored",
    .why = {"Operations of web services are not called here: work is a worker's, messages go within the engine.",
            "Webサービスの操作は呼び出しません。作業はワーカーが行い、メッセージはエンジンの中で渡されます。"},
    .faults = {&operation_not_called},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (const TaskDetail* task = node.activity() ? node.activity()->task() : nullptr)
                tell_operation(node, task->operation_ref, findings);
            if (!node.event()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                if (const auto* message = std::get_if<MessageEventDefinition>(&definition))
                    tell_operation(node, message->operation_ref, findings);
            }
        },
};

}  // namespace dandori::bpmn::check_detail
