// A condition is a FEEL expression; in the vocabulary it is marked by a leading '='.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault condition_ignored{
    .severity = warning,
    .what = {"Flow '{1}' leaves {2} and has a condition, which is ignored.",
             "{2}から出るフロー「{1}」の条件は使われません。"},
    .mend = {"Remove the condition, or use an exclusive or inclusive gateway.",
             "条件を取り除くか、排他または包含ゲートウェイを使ってください。"},
};
constexpr Fault condition_empty{
    .severity = error,
    .what = {"The condition of flow '{1}' is empty.", "フロー「{1}」の条件が空です。"},
    .mend = {"Write it after '=', or remove it.", "「=」の後に書くか、取り除いてください。"},
};
constexpr Fault condition_no_expression{
    .severity = error,
    .what = {"The condition of flow '{1}' is the text \"{2}\", not an expression.",
             "フロー「{1}」の条件は文字列「{2}」で、式ではありません。"},
    .mend = {"Begin it with '=', such as \"=amount > 100\".", "「=」で始めてください（例: \"=amount > 100\"）。"},
};

// Where the file says itself that its expressions are FEEL they need no mark.
bool is_feel(const Expression& expression, const Definitions& model) {
    const std::string& language = expression.language.empty() ? model.expression_language : expression.language;
    return language.find("FEEL") != std::string::npos || language.find("feel") != std::string::npos;
}

}  // namespace

extern const Rule condition_text;
const Rule condition_text{
    .name = "condition_text",
    .why = {"Conditions are FEEL; a text without the mark is a text, and is never true.",
            "条件はFEEL式です。「=」の付かないものはただの文字列で、真になることがありません。"},
    .faults = {&condition_ignored, &condition_empty, &condition_no_expression},
    .scope =
        [](const Scope& scope, Findings& findings) {
            for (const SequenceFlow* flow : scope.flows) {
                if (!flow->condition || !flow->source_node) continue;
                const FlowNode& source = *flow->source_node;
                if (source.event() || source.kind == FlowNodeKind::ParallelGateway) {
                    findings.tell(*flow, condition_ignored, {flow->id, named(source)});
                    continue;
                }
                if (source.kind == FlowNodeKind::EventBasedGateway) continue;  // told with its targets
                const std::string& body = flow->condition->body;
                if (blank(body) || body == "=") {
                    findings.tell(*flow, condition_empty, {flow->id});
                } else if (!body.starts_with("=") && !is_feel(*flow->condition, findings.model())) {
                    findings.tell(*flow, condition_no_expression, {flow->id, one_line(body)});
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
