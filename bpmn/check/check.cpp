#include <algorithm>

#include "bpmn/bpmn.h"
#include "bpmn/check/rule.h"

namespace dandori::bpmn {
namespace check_detail {
namespace {

/// The sentence with {1}, {2} ... replaced.
std::string filled(std::string_view sentence, const std::vector<Words>& found, std::string Words::*language) {
    std::string text;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const bool place = sentence[at] == '{' && at + 2 < sentence.size() && sentence[at + 2] == '}';
        const std::size_t which = place ? static_cast<std::size_t>(sentence[at + 1] - '1') : 0;
        if (!place || which >= found.size()) {
            text += sentence[at];
            continue;
        }
        text += found[which].*language;
        at += 2;
    }
    return text;
}

void look_at(const Process& process, const Rule& rule, Findings& findings) {
    if (rule.applies == Rule::Applies::WhenExecutable && !process.is_executable) return;
    if (rule.scope) rule.scope(process.scope, findings);
    for (const FlowNode& node : process.nodes) {
        if (rule.node) rule.node(node, findings);
        if (rule.scope && node.scope()) rule.scope(*node.scope(), findings);
    }
}

}  // namespace

void Findings::tell(const Element& at, const Fault& fault, const std::vector<Words>& found) {
    Finding& one = found_.emplace_back();
    one.file = model_.file_name;
    one.line = at.line;
    one.element_id = at.id;
    one.what = filled(fault.what.english, found, &Words::english);
    one.mend = filled(fault.mend.english, found, &Words::english);
    one.severity = fault.severity;
    one.rule = rule_->name;
    one.what_japanese = filled(fault.what.japanese, found, &Words::japanese);
    one.mend_japanese = filled(fault.mend.japanese, found, &Words::japanese);
}

}  // namespace check_detail

std::vector<Finding> findings_of(const Definitions& model, CheckDepth depth) {
    std::vector<Finding> found;
    check_detail::Findings findings(model, found);
    for (const check_detail::Rule* rule : check_detail::rules()) {
        if (rule->depth > depth) continue;
        findings.begin(*rule);
        for (const Process& process : model.processes) {
            // The flow of a choreography only has the shape of a process.
            if (process.process_type != "Choreography") check_detail::look_at(process, *rule, findings);
        }
        if (rule->file) rule->file(model, findings);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding& left, const Finding& right) { return left.line < right.line; });
    return found;
}

std::vector<Problem> check(const Definitions& model) {
    std::vector<Problem> problems;
    for (Finding& each : findings_of(model, CheckDepth::Structure)) {
        each.mend += " (" + each.rule + ")";
        problems.push_back(std::move(each));
    }
    return problems;
}

}  // namespace dandori::bpmn
