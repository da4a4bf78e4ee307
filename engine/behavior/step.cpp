#include "engine/behavior/step.h"

#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/subscriptions.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {

World& Step::world() { return execution_.world(); }
const ElementInstance& Step::instance() const { return *rows_.elements.find(key_); }
ElementInstance& Step::change() { return *rows_.elements.change(key_); }
ScopeKey Step::parent_scope() { return instance().scope_key; }

std::string Step::what(std::string_view attribute) const {
    return "'" + std::string(attribute) + "' of '" + model().id + "'";
}

feel::Value Step::evaluate(const feel::Expression& expression, std::string* why_null) {
    feel::Evaluation evaluation = expression.evaluate(VariableScope(rows_, scope()), world().surroundings());
    if (why_null && !evaluation.warnings.empty()) *why_null = evaluation.warnings.front().text;
    return std::move(evaluation.value);
}

namespace {

tl::unexpected<Failure> wrong_value(const std::string& what, const feel::Value& value, std::string_view wanted,
                                    const std::string& why) {
    std::string text = what + " gave ";
    text += value.is_null() ? "null" : std::string(feel::name_of(value.kind())) + " " + feel::to_literal(value);
    text += "; a " + std::string(wanted) + " is needed.";
    if (value.is_null() && !why.empty()) text += " " + why;
    return fail(Failure::Kind::ExtractValue, std::move(text));
}

}  // namespace

Result<bool> Step::truth(const feel::Expression& expression, std::string_view attribute) {
    std::string why;
    const feel::Value value = evaluate(expression, &why);
    if (!value.is_boolean()) return wrong_value(what(attribute), value, "boolean", why);
    return value.as_boolean();
}

Result<feel::Value> Step::value(const TextOrExpression& source, std::string_view attribute) {
    static_cast<void>(attribute);
    if (!source.expression) return feel::Value(source.text);
    return evaluate(*source.expression);
}

Result<std::string> Step::text(const TextOrExpression& source, std::string_view attribute) {
    if (!source.expression) return source.text;
    std::string why;
    const feel::Value value = evaluate(*source.expression, &why);
    if (value.is_string()) return value.as_string();
    if (value.is_number()) return value.as_number().to_text();
    return wrong_value(what(attribute), value, "text", why);
}

void Step::set_local(const std::string& name, feel::Value value) {
    set_variable(world(), rows_, scope(), name, std::move(value));
}

void Step::propagate(const feel::Value& context) {
    if (!context.is_context()) return;
    for (const auto& [name, value] : context.as_context().entries()) {
        propagate_variable(world(), rows_, parent_scope(), name, value);
    }
}

void Step::take_in(const feel::Value& context) {
    if (!context.is_context()) return;
    for (const auto& [name, value] : context.as_context().entries()) take_in(name, value);
}

void Step::take_in(const std::string& name, feel::Value value) {
    if (!node_.outputs.empty()) set_local(name, std::move(value));
    else propagate_variable(world(), rows_, scope(), name, std::move(value));
}

void Step::complete() { execution_.queue_completion(rows_, key_); }

void Step::enter(const bpmn::FlowNode& node, ScopeKey scope, std::shared_ptr<const Event> event, std::optional<std::int64_t> branch) {
    execution_.change_active_children(rows_, scope, 1);
    const std::string& lineage = instance().lineage;
    execution_.enter(rows_, node, scope, nullptr, branch ? branch_lineage(lineage, key_.value, *branch) : lineage, std::move(event));
}

void Step::take(const bpmn::SequenceFlow& flow) {
    const bpmn::SequenceFlow* const one[] = {&flow};
    take_all(one);
}

void Step::take_all(std::span<const bpmn::SequenceFlow* const> flows) {
    std::int64_t branch = 0;
    for (const bpmn::SequenceFlow* flow : flows) {
        std::string lineage = instance().lineage;
        if (flows.size() > 1) lineage = branch_lineage(lineage, key_.value, branch++);
        execution_.note_taken(rows_, *flow);
        execution_.change_active_children(rows_, parent_scope(), 1);
        execution_.enter(rows_, *flow->target, parent_scope(), flow, std::move(lineage), {});
    }
}

Result<bool> Step::holds(const bpmn::SequenceFlow& flow) { return holds(flow, VariableScope(rows_, scope())); }

Result<bool> Step::holds(const bpmn::SequenceFlow& flow, const feel::Scope& variables) {
    const auto& condition = process_.flow_conditions[flow.index];
    if (!condition) return true;
    const feel::Evaluation evaluation = condition->evaluate(variables, world().surroundings());
    const std::string why = evaluation.warnings.empty() ? "" : evaluation.warnings.front().text;
    if (!evaluation.value.is_boolean()) return wrong_value("The condition of '" + flow.id + "'", evaluation.value, "boolean", why);
    return evaluation.value.as_boolean();
}

Result<void> Step::subscribe(const ExecutableNode& catcher) {
    return open_subscriptions(world(), rows_, process_, catcher, scope(), key_);
}

}  // namespace dandori::engine
