#include "bpmn/check/caught.h"

#include <map>
#include <optional>

namespace dandori::bpmn::check_detail {

constexpr Fault caught_again{
    .severity = error,
    .what = {"{1} catches {2} on {3}, and so does '{4}' in line {5}.",
             "{1}が{3}で{2}を受けますが、{5}行目の「{4}」も同じものを受けます。"},
    .mend = {"Keep one of the two, or let them catch different things.",
             "片方だけ残すか、別のものを受けるようにしてください。"},
};

namespace {

std::optional<Words> known(const Words& kind, const std::string& name) {
    if (blank(name) || name.starts_with("=")) return {};
    return Words(kind.english + " '" + one_line(name) + "'", kind.japanese + "「" + one_line(name) + "」");
}

/// Nothing where two of the kind don't disturb each other or the name is missing.
std::optional<Words> caught_by(const EventDefinition& definition) {
    if (const auto* message = std::get_if<MessageEventDefinition>(&definition)) {
        return message->message ? known({"message", "メッセージ"}, message->message->name) : std::nullopt;
    }
    if (const auto* signal = std::get_if<SignalEventDefinition>(&definition)) {
        return signal->signal ? known({"signal", "シグナル"}, signal->signal->name) : std::nullopt;
    }
    if (const auto* error = std::get_if<ErrorEventDefinition>(&definition)) {
        if (!error->error || blank(error->error->error_code)) return Words("every error", "すべてのエラー");
        return known({"error code", "エラーコード"}, error->error->error_code);
    }
    if (const auto* escalation = std::get_if<EscalationEventDefinition>(&definition)) {
        if (!escalation->escalation || blank(escalation->escalation->escalation_code))
            return Words("every escalation", "すべてのエスカレーション");
        return known({"escalation code", "エスカレーションコード"}, escalation->escalation->escalation_code);
    }
    if (std::holds_alternative<CompensateEventDefinition>(definition)) return Words("compensation", "補償");
    if (std::holds_alternative<CancelEventDefinition>(definition)) return Words("the cancellation", "キャンセル");
    return {};
}

}  // namespace

void tell_repeated(const std::vector<const FlowNode*>& events, const Words& where, Findings& findings) {
    std::map<std::string, const FlowNode*> first;
    for (const FlowNode* event : events) {
        for (const EventDefinition& definition : event->event()->definitions) {
            const auto what = caught_by(definition);
            if (!what) continue;
            const auto [earlier, fresh] = first.emplace(what->english, event);
            if (fresh || earlier->second == event) continue;
            findings.tell(*event, caught_again,
                          {titled(*event), *what, where, earlier->second->id, earlier->second->line});
        }
    }
}

}  // namespace dandori::bpmn::check_detail
