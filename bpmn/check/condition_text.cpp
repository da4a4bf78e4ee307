// A condition is a FEEL expression; in the vocabulary it is marked by a leading '='.
#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

namespace {

// Where the file says itself that its expressions are FEEL they need no mark.
bool is_feel(const Expression& expression, const Definitions& model) {
    const std::string& language = expression.language.empty() ? model.expression_language : expression.language;
    return language.find("FEEL") != std::string::npos || language.find("feel") != std::string::npos;
}

}  // namespace

extern const Rule condition_text;
const Rule condition_text{
    .name = "condition_text",
    .scope =
        [](const Scope& scope, Findings& findings) {
            for (const SequenceFlow* flow : scope.flows) {
                if (!flow->condition || !flow->source_node) continue;
                const FlowNode& source = *flow->source_node;
                const bool ignored = source.event() || source.kind == FlowNodeKind::ParallelGateway;
                if (ignored) {
                    findings.warn(
                        *flow,
                        "Flow '" + flow->id + "' leaves " + named(source) + " and has a condition, which is ignored.",
                        "Remove the condition, or use an exclusive or inclusive gateway.");
                    continue;
                }
                if (source.kind == FlowNodeKind::EventBasedGateway) continue;  // told with its targets
                const std::string& body = flow->condition->body;
                if (blank(body) || body == "=") {
                    findings.error(*flow, "The condition of flow '" + flow->id + "' is empty.",
                                   "Write it after '=', or remove it.");
                } else if (!body.starts_with("=") && !is_feel(*flow->condition, findings.model())) {
                    findings.error(*flow,
                                   "The condition of flow '" + flow->id + "' is the text \"" + one_line(body) +
                                       "\", not an expression.",
                                   "Begin it with '=', such as \"=amount > 100\".");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
