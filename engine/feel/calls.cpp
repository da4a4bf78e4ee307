// Functions: literals, calls by position and by name (DMN 1.5, 10.3.2.13).
#include <algorithm>
#include <array>

#include "engine/feel/nodes.h"

namespace dandori::feel {
namespace {

/// The variables a function read where it was made.
class CapturedScope : public Scope {
  public:
    std::vector<std::pair<std::string, Value>> variables;

    std::optional<Value> find(std::string_view name) const override {
        for (const auto& [known, value] : variables) {
            if (known == name) return value;
        }
        return {};
    }
    std::vector<std::string> names() const override {
        std::vector<std::string> names;
        for (const auto& variable : variables) names.push_back(variable.first);
        return names;
    }
};

/// What a function literal keeps from where it was made.
struct Closure {
    const FunctionNode* node = nullptr;
    std::shared_ptr<const void> owner;
    std::string_view text;
    CapturedScope scope;
    std::vector<std::pair<std::size_t, Value>> captured;

    Value call(Call& call) const {
        Evaluator& evaluator = call.evaluator();
        const Evaluator::Level level(evaluator, *node);
        if (!level.allowed) return {};
        std::array<Value, 8> few;
        std::vector<Value> many;
        std::span<Value> slots(few);
        if (node->slot_count > few.size()) {
            many.resize(node->slot_count);
            slots = many;
        }
        for (std::size_t index = 0; index < node->parameters.size(); ++index) slots[index] = call[index];
        for (const auto& [slot, value] : captured) slots[slot] = value;
        return evaluator.run(*node->body, {&scope, text, &owner, nullptr, 0}, node->slot_count,
                             slots.first(node->slot_count));
    }
};

/// Evaluated arguments: the usual few without asking for memory.
class Arguments {
  public:
    Arguments(Evaluator& evaluator, const std::vector<NodePointer>& nodes) : count_(nodes.size()) {
        if (count_ > few_.size()) many_.resize(count_);
        Value* values = count_ > few_.size() ? many_.data() : few_.data();
        for (std::size_t index = 0; index < count_; ++index) values[index] = nodes[index]->evaluate(evaluator);
    }
    std::span<const Value> values() const {
        return count_ > few_.size() ? std::span<const Value>(many_) : std::span<const Value>(few_.data(), count_);
    }

  private:
    std::array<Value, 4> few_;
    std::vector<Value> many_;
    std::size_t count_;
};

bool takes_count(const Function& function, std::size_t count) {
    return count >= function.required && (count <= function.parameters.size() || function.variadic);
}

bool takes_names(const Function& function, const std::vector<std::string>& names) {
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::any_of(function.parameters.begin(), function.parameters.end(),
                           [&](const Parameter& parameter) { return parameter.name == name; });
    });
}

std::string signatures_text(std::span<const Value> functions) {
    std::string text;
    for (const Value& function : functions) {
        text += text.empty() ? "(" : " or (";
        const auto& parameters = function.as_function().parameters;
        for (std::size_t index = 0; index < parameters.size(); ++index)
            text += (index > 0 ? ", " : "") + parameters[index].name;
        text += function.as_function().variadic ? ", ...)" : ")";
    }
    return text;
}

Value call_by_names(Evaluator& evaluator, const CallNode& node, std::string_view name, const Function& function,
                    std::span<const Value> given) {
    std::vector<Value> ordered(function.parameters.size());
    std::size_t count = 0;
    for (std::size_t index = 0; index < given.size(); ++index) {
        const auto at = std::find_if(function.parameters.begin(), function.parameters.end(),
                                     [&](const Parameter& parameter) { return parameter.name == node.names[index]; });
        const auto position = static_cast<std::size_t>(at - function.parameters.begin());
        ordered[position] = given[index];
        count = std::max(count, position + 1);
    }
    return evaluator.call(&node, name, function, std::span<const Value>(ordered).first(count));
}

Value call_first_fitting(Evaluator& evaluator, const CallNode& node, std::string_view name,
                         std::span<const Value> functions) {
    const Arguments arguments(evaluator, node.arguments);
    std::size_t weight = 0;
    for (const Value& each : arguments.values()) weight += each.weight();
    if (!evaluator.may_look_at(node, weight)) return {};
    for (const Value& value : functions) {
        const Function& function = value.as_function();
        if (node.names.empty()) {
            if (!takes_count(function, node.arguments.size())) continue;
            return evaluator.bounded(node, evaluator.call(&node, name, function, arguments.values()));
        }
        if (!takes_names(function, node.names)) continue;
        return evaluator.bounded(node, call_by_names(evaluator, node, name, function, arguments.values()));
    }
    if (node.names.empty()) {
        return evaluator.null(node, "'" + std::string(name) + "' takes " + signatures_text(functions) + ", not " +
                                        std::to_string(node.arguments.size()) + " arguments.");
    }
    std::string names;
    for (const std::string& given : node.names) names += (names.empty() ? "" : ", ") + given;
    return evaluator.null(node,
                          "'" + std::string(name) + "' takes " + signatures_text(functions) + ", not (" + names + ").");
}

}  // namespace

Value FunctionNode::evaluate(Evaluator& evaluator) const {
    Function function{parameters, parameters.size(), false, {}};
    if (!body) {
        function.call = [](Call& call) {
            return call.null("External functions (Java, PMML) are not run here; write the function in FEEL.");
        };
        return Value(std::move(function));
    }
    auto closure = std::make_shared<Closure>();
    closure->node = this;
    closure->owner = *evaluator.unit().owner;
    closure->text = evaluator.unit().text;
    std::uint16_t nesting = 0;
    for (const auto& [outside, inside] : captured) {
        nesting = std::max(nesting, evaluator.slot(outside).nesting());
        closure->captured.emplace_back(inside, evaluator.slot(outside));
    }
    for (const std::string& name : variables) {
        if (auto value = evaluator.find_variable(name)) {
            nesting = std::max(nesting, value->nesting());
            closure->scope.variables.emplace_back(name, std::move(*value));
        }
    }
    function.call = [closure](Call& call) { return closure->call(call); };
    return evaluator.bounded(*this, Value(std::move(function), nesting));
}

Value CallNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    if (named_callee == nullptr) {
        const Value function = callee->evaluate(evaluator);
        if (function.is_function()) return call_first_fitting(evaluator, *this, "function", {&function, 1});
        return evaluator.null(*this, "Only a function can be called, not " + described(function) + ".");
    }
    const std::string& name = named_callee->name;
    const auto variable = named_callee->find(evaluator);
    if (variable && variable->is_function()) return call_first_fitting(evaluator, *this, name, {&*variable, 1});
    const FunctionLibrary* library = evaluator.surroundings().functions;
    const auto* functions = library != nullptr ? library->find(name) : nullptr;
    if (functions == nullptr) functions = built_in;
    if (functions != nullptr) return call_first_fitting(evaluator, *this, name, *functions);
    if (variable) return evaluator.null(*this, "'" + name + "' is " + described(*variable) + ", not a function.");
    return evaluator.null(*this, "There is no function '" + name + "'.");
}

}  // namespace dandori::feel
