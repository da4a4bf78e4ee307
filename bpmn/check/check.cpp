#include <algorithm>

#include "bpmn/bpmn.h"
#include "bpmn/check/rule.h"

namespace dandori::bpmn {
namespace check_detail {

void Findings::error(const Element& at, std::string what, std::string mend) {
    problems_.push_back({model_.file_name, at.line, at.id, std::move(what), std::move(mend), Problem::Severity::Error});
}

void Findings::warn(const Element& at, std::string what, std::string mend) {
    problems_.push_back(
        {model_.file_name, at.line, at.id, std::move(what), std::move(mend), Problem::Severity::Warning});
}

namespace {

void look_at(const Process& process, const Rule& rule, Findings& findings) {
    if (rule.applies == Rule::Applies::WhenExecutable && !process.is_executable) return;
    if (rule.scope) rule.scope(process.scope, findings);
    for (const FlowNode& node : process.nodes) {
        if (rule.node) rule.node(node, findings);
        if (rule.scope && node.scope()) rule.scope(*node.scope(), findings);
    }
}

}  // namespace
}  // namespace check_detail

std::vector<Problem> check(const Definitions& model) {
    std::vector<Problem> problems;
    check_detail::Findings findings(model, problems);
    for (const check_detail::Rule* rule : check_detail::rules()) {
        for (const Process& process : model.processes) {
            // The flow of a choreography only has the shape of a process.
            if (process.process_type != "Choreography") check_detail::look_at(process, *rule, findings);
        }
        if (rule->file) rule->file(model, findings);
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& left, const Problem& right) { return left.line < right.line; });
    return problems;
}

}  // namespace dandori::bpmn
