// A message is found by its name, and the one instance it is for by the correlation key of zeebe:subscription. A start
// of a process needs no key. Correlation by the standard's own keys and subscriptions (8.4.2) counts too.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault message_not_chosen{
    .severity = error,
    .what = {"{1} waits for a message, but none is given.", "{1}はメッセージを待ちますが、どれか指定がありません。"},
    .mend = {"Choose a message (messageRef).", "メッセージ（messageRef）を選んでください。"},
};
constexpr Fault message_without_name{
    .severity = error,
    .what = {"{1} waits for message '{2}', which has no name.", "{1}が待つメッセージ「{2}」に名前がありません。"},
    .mend = {"Give the message a name; it is what senders use.",
             "メッセージに名前を付けてください。送る側はその名前を使います。"},
};
constexpr Fault message_without_key{
    .severity = error,
    .what = {"{1} waits for message '{2}', which has no correlation key.",
             "{1}が待つメッセージ「{2}」に相関キーがありません。"},
    .mend = {"Add zeebe:subscription with a correlationKey to the message, such as \"=caseNo\".",
             "メッセージに、correlationKey（例: \"=caseNo\"）を持つzeebe:subscriptionを加えてください。"},
};

bool starts_process(const FlowNode& node) {
    if (node.kind == FlowNodeKind::StartEvent) return !node.parent->owner;
    for (const SequenceFlow* flow : node.incoming) {
        if (flow->source_node && flow->source_node->gateway() && flow->source_node->gateway()->instantiate) return true;
    }
    return false;
}

bool has_standard_correlation(const Process& process, const Definitions& model) {
    if (!process.correlation_subscriptions.empty()) return true;
    for (const Collaboration& collaboration : model.collaborations) {
        if (!collaboration.correlation_keys.empty()) return true;
    }
    return false;
}

void look_at_caught(const FlowNode& node, const Message* message, bool starts, Findings& findings) {
    if (!message) {
        // A reference that leads nowhere was told when the file was read.
        for (const XmlNode& child : node.source->children) {
            if (child.attribute("messageRef")) return;
        }
        if (!node.source->attribute("messageRef")) findings.tell(node, message_not_chosen, {titled(node)});
        return;
    }
    if (blank(message->name)) findings.tell(node, message_without_name, {titled(node), message->id});
    if (starts) return;
    const auto& subscription = message->extension.subscription;
    if (subscription && !blank(subscription->correlation_key)) return;
    if (has_standard_correlation(node.process(), findings.model())) return;
    findings.tell(node, message_without_key,
                  {titled(node), blank(message->name) ? message->id : one_line(message->name)});
}

}  // namespace

extern const Rule message_given;
const Rule message_given{
    .name = "message_given",
    .why = {"Who waits for a message has to say which, and for whose.",
            "メッセージを待つ側は、どのメッセージか、どのインスタンス宛てかを示す必要があります。"},
    .faults = {&message_not_chosen, &message_without_name, &message_without_key},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (const TaskDetail* task = node.activity() ? node.activity()->task() : nullptr) {
                if (node.kind == FlowNodeKind::ReceiveTask)
                    look_at_caught(node, task->message, task->instantiate, findings);
                return;
            }
            if (!node.event() || !node.event()->catches()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                const auto* message = std::get_if<MessageEventDefinition>(&definition);
                if (message) look_at_caught(node, message->message, starts_process(node), findings);
            }
        },
};

}  // namespace dandori::bpmn::check_detail
