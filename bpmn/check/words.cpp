#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {
namespace {

Words kind_words(FlowNodeKind kind) {
    switch (kind) {
        case FlowNodeKind::StartEvent: return {"Start event", "開始イベント"};
        case FlowNodeKind::IntermediateCatchEvent: return {"Catch event", "キャッチイベント"};
        case FlowNodeKind::IntermediateThrowEvent: return {"Throw event", "スローイベント"};
        case FlowNodeKind::BoundaryEvent: return {"Boundary event", "境界イベント"};
        case FlowNodeKind::EndEvent: return {"End event", "終了イベント"};
        case FlowNodeKind::Task: return {"Task", "タスク"};
        case FlowNodeKind::UserTask: return {"User task", "ユーザータスク"};
        case FlowNodeKind::ServiceTask: return {"Service task", "サービスタスク"};
        case FlowNodeKind::SendTask: return {"Send task", "送信タスク"};
        case FlowNodeKind::ReceiveTask: return {"Receive task", "受信タスク"};
        case FlowNodeKind::BusinessRuleTask: return {"Business rule task", "ビジネスルールタスク"};
        case FlowNodeKind::ScriptTask: return {"Script task", "スクリプトタスク"};
        case FlowNodeKind::ManualTask: return {"Manual task", "手作業タスク"};
        case FlowNodeKind::CallActivity: return {"Call activity", "コールアクティビティ"};
        case FlowNodeKind::SubProcess: return {"Sub-process", "サブプロセス"};
        case FlowNodeKind::Transaction: return {"Transaction", "トランザクション"};
        case FlowNodeKind::AdHocSubProcess: return {"Ad-hoc sub-process", "アドホックサブプロセス"};
        case FlowNodeKind::ExclusiveGateway: return {"Exclusive gateway", "排他ゲートウェイ"};
        case FlowNodeKind::InclusiveGateway: return {"Inclusive gateway", "包含ゲートウェイ"};
        case FlowNodeKind::ParallelGateway: return {"Parallel gateway", "並列ゲートウェイ"};
        case FlowNodeKind::ComplexGateway: return {"Complex gateway", "複合ゲートウェイ"};
        case FlowNodeKind::EventBasedGateway: return {"Event-based gateway", "イベントゲートウェイ"};
        case FlowNodeKind::ChoreographyActivity: return {"Choreography activity", "コレオグラフィアクティビティ"};
    }
    return "";
}

std::string lowered(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}  // namespace

Words titled(const FlowNode& node) {
    const bool by_event = node.scope() && node.activity()->sub_process()->triggered_by_event;
    const Words kind = by_event ? Words("Event sub-process", "イベントサブプロセス") : kind_words(node.kind);
    return {kind.english + " '" + node.id + "'", kind.japanese + "「" + node.id + "」"};
}

Words named(const FlowNode& node) {
    Words words = titled(node);
    words.english = lowered(words.english);
    return words;
}

Words named(const Scope& scope) {
    if (scope.owner) return named(*scope.owner);
    return {"process '" + scope.process->id + "'", "プロセス「" + scope.process->id + "」"};
}

std::string_view word(const EventDefinition& definition) {
    constexpr std::string_view words[]{"message",     "timer",        "error",  "escalation", "signal",
                                       "conditional", "compensation", "cancel", "terminate",  "link"};
    static_assert(std::size(words) == std::variant_size_v<EventDefinition>);
    return words[definition.index()];
}

Words with_article(const EventDefinition& definition) {
    constexpr std::string_view words[]{"メッセージ", "タイマー", "エラー",     "エスカレーション", "シグナル",
                                       "条件",       "補償",     "キャンセル", "強制終了",         "リンク"};
    static_assert(std::size(words) == std::variant_size_v<EventDefinition>);
    const std::string what(word(definition));
    return {(what.starts_with("e") ? "an " : "a ") + what, std::string(words[definition.index()])};
}

Words listed(const std::vector<const FlowNode*>& nodes) {
    Words all{""};
    for (std::size_t each = 0; each < nodes.size(); ++each) {
        if (each > 0) all.english += each + 1 == nodes.size() ? " and " : ", ";
        all.english += "'" + nodes[each]->id + "'";
        all.japanese += "「" + nodes[each]->id + "」";
    }
    return all;
}

std::string one_line(const std::string& text) {
    std::string line;
    for (const char each : text) {
        const bool space = each == ' ' || each == '\t' || each == '\r' || each == '\n';
        if (!space)
            line += each;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace dandori::bpmn::check_detail
