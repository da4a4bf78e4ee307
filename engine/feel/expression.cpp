#include "engine/feel/expression.h"

#include <algorithm>

#include "engine/feel/parser.h"
#include "engine/feel/text.h"

namespace dandori::feel {

struct Expression::Parsed {
    std::string text;
    NodePointer root;
    std::size_t slot_count = 0;
    std::vector<std::string> names;
    bool is_unary_tests = false;
};

namespace {

/// The parameters of a function over the names it was made with.
class ParameterScope : public Scope {
  public:
    ParameterScope(const std::vector<Parameter>& parameters, const Call& call, const Scope* outer)
        : parameters_(parameters), call_(call), outer_(outer) {}

    std::optional<Value> find(std::string_view name) const override {
        for (std::size_t index = 0; index < parameters_.size(); ++index) {
            if (parameters_[index].name == name) return call_[index];
        }
        return outer_ != nullptr ? outer_->find(name) : std::nullopt;
    }
    std::vector<std::string> names() const override {
        auto names = outer_ != nullptr ? outer_->names() : std::vector<std::string>{};
        for (const Parameter& parameter : parameters_) names.push_back(parameter.name);
        return names;
    }

  private:
    const std::vector<Parameter>& parameters_;
    const Call& call_;
    const Scope* outer_;
};

}  // namespace

std::optional<Value> ContextScope::find(std::string_view name) const {
    if (!context_.is_context()) return {};
    const Value* value = context_.as_context().find(name);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::vector<std::string> ContextScope::names() const {
    std::vector<std::string> names;
    if (!context_.is_context()) return names;
    for (const auto& entry : context_.as_context().entries()) names.push_back(entry.first);
    return names;
}

void FunctionLibrary::add(std::string name, Function function) {
    functions_[std::move(name)].emplace_back(std::move(function));
}

void FunctionLibrary::add(std::string name, std::vector<std::string> parameters, std::function<Value(Call&)> call,
                          std::optional<std::size_t> required, bool variadic) {
    Function function;
    function.required = required.value_or(parameters.size());
    function.variadic = variadic;
    function.call = std::move(call);
    for (std::string& parameter : parameters) function.parameters.push_back({std::move(parameter), {}});
    add(std::move(name), std::move(function));
}

const std::vector<Value>* FunctionLibrary::find(std::string_view name) const {
    const auto found = functions_.find(name);
    return found != functions_.end() ? &found->second : nullptr;
}

std::vector<std::string> FunctionLibrary::names() const {
    std::vector<std::string> names;
    for (const auto& each : functions_) names.push_back(each.first);
    return names;
}

Result<Expression> Expression::parse(std::string_view text, const ParseOptions& options, bool unary_tests) {
    if (text.size() > expression_size_max) {
        return fail(Failure::Kind::Bounds, "The expression has " + std::to_string(text.size()) + " bytes; " +
                                               std::to_string(expression_size_max) + " are the most that is read.");
    }
    if (!is_utf8(text)) return fail(Failure::Kind::Syntax, "The expression is not UTF-8.");
    auto parsed = std::make_shared<Parsed>();
    parsed->text = text;
    Parser parser(parsed->text, options);
    parsed->root = unary_tests ? TRY(parser.unary_tests()) : TRY(parser.expression());
    parsed->slot_count = parser.slot_count();
    parsed->names = parser.variables();
    parsed->is_unary_tests = unary_tests;
    Expression expression;
    expression.parsed_ = std::move(parsed);
    return expression;
}

Result<Expression> Expression::parse(std::string_view text, const ParseOptions& options) {
    return parse(text, options, false);
}

Result<Expression> Expression::parse_unary_tests(std::string_view text, const ParseOptions& options) {
    return parse(text, options, true);
}

Expression Expression::constant(Value value) {
    auto parsed = std::make_shared<Parsed>();
    parsed->text = to_literal(value);
    parsed->root = std::make_unique<ConstantNode>(std::move(value));
    Expression expression;
    expression.parsed_ = std::move(parsed);
    return expression;
}

const std::string& Expression::text() const {
    static const std::string of_null = "null";
    return parsed_ ? parsed_->text : of_null;
}

const std::vector<std::string>& Expression::names() const {
    static const std::vector<std::string> none;
    return parsed_ ? parsed_->names : none;
}

Evaluation Expression::evaluate(const Scope& scope, const Surroundings& surroundings) const {
    if (!parsed_) return {};
    const std::shared_ptr<const void> owner = parsed_;
    Evaluator evaluator(surroundings);
    return evaluator.finished(
        evaluator.run(*parsed_->root, {&scope, parsed_->text, &owner, nullptr, 0}, parsed_->slot_count));
}

Evaluation Expression::evaluate_unary_tests(const Value& input, const Scope& scope,
                                            const Surroundings& surroundings) const {
    if (!parsed_) return {Value(input.is_null()), {}};
    const std::shared_ptr<const void> owner = parsed_;
    Evaluator evaluator(surroundings);
    Value value = evaluator.run(*parsed_->root, {&scope, parsed_->text, &owner, &input, 0}, parsed_->slot_count);
    if (!parsed_->is_unary_tests && !value.is_boolean()) {
        const auto same = equal(input, value);
        value = value.is_range() && contains(value.as_range(), input) ? Value(*contains(value.as_range(), input))
                                                                      : Value(same == true);
    }
    return evaluator.finished(std::move(value));
}

Evaluation invoke(const Value& function, std::span<const Value> arguments, const Surroundings& surroundings) {
    Evaluator evaluator(surroundings);
    Call call(evaluator, arguments);
    return evaluator.finished(call.invoke(function, arguments));
}

Value function_of(std::vector<Parameter> parameters, Expression body, std::shared_ptr<const Scope> captured) {
    Function function{parameters, parameters.size(), false, {}};
    function.call = [parameters = std::move(parameters), parsed = body.parsed_,
                     captured = std::move(captured)](Call& call) -> Value {
        if (!parsed) return {};
        Evaluator& evaluator = call.evaluator();
        const Evaluator::Level level(evaluator, *parsed->root);
        if (!level.allowed) return {};
        const ParameterScope scope(parameters, call, captured.get());
        const std::shared_ptr<const void> owner = parsed;
        return evaluator.run(*parsed->root, {&scope, parsed->text, &owner, nullptr, 0}, parsed->slot_count);
    };
    return function;
}

Result<Type> parse_type(std::string_view text) {
    if (text.size() > expression_size_max) return fail(Failure::Kind::Bounds, "The type's text is too long.");
    const ParseOptions options;
    return Parser(text, options).type();
}

}  // namespace dandori::feel
