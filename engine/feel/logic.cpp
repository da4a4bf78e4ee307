// Comparison, ternary logic and unary tests (DMN 1.5, 10.3.2.8, tables 48 to 54).
#include <algorithm>

#include "engine/feel/nodes.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

std::string_view sign_of(Comparison op) {
    switch (op) {
        case Comparison::Equal: return "=";
        case Comparison::NotEqual: return "!=";
        case Comparison::Less: return "<";
        case Comparison::LessOrEqual: return "<=";
        case Comparison::Greater: return ">";
        case Comparison::GreaterOrEqual: return ">=";
    }
    return "";
}

std::optional<bool> compared(Comparison op, const Value& left, const Value& right) {
    if (op == Comparison::Equal) return equal(left, right);
    if (op == Comparison::NotEqual) {
        const auto same = equal(left, right);
        return same ? std::optional(!*same) : std::nullopt;
    }
    const auto order = compare(left, right);
    if (!order) return {};
    switch (op) {
        case Comparison::Less: return *order < 0;
        case Comparison::LessOrEqual: return *order <= 0;
        case Comparison::Greater: return *order > 0;
        default: return *order >= 0;
    }
}

Value compared_or_null(Evaluator& evaluator, const Node& at, Comparison op, const Value& left, const Value& right) {
    if (!evaluator.may_look_at(at, std::min(left.weight(), right.weight()))) return {};
    if (const auto result = compared(op, left, right)) return Value(*result);
    return evaluator.null(
        at, "'" + std::string(sign_of(op)) + "' can't compare " + described(left) + " with " + described(right) + ".");
}

std::optional<bool> truth(const Value& value) {
    return value.is_boolean() ? std::optional(value.as_boolean()) : std::nullopt;
}

Value contained(Evaluator& evaluator, const Node& at, const Value& range, const Value& value) {
    if (const auto result = contains(range.as_range(), value)) return Value(*result);
    return evaluator.null(at, described(value) + " can't be compared with the ends of " + to_text(range) + ".");
}

/// Whether a value is the one, in the list or in the range.
Value matches(Evaluator& evaluator, const Node& at, const Value& value, const Value& wanted) {
    if (!evaluator.may_look_at(at, wanted.weight())) return {};
    if (wanted.is_range()) {
        if (value.is_range() && equal(value, wanted) == true) return true;
        return contained(evaluator, at, wanted, value);
    }
    if (wanted.is_list()) {
        if (value.is_list() && equal(value, wanted) == true) return true;
        const Evaluator::Mute mute(evaluator);
        for (const Value& item : wanted.as_list()) {
            if (item.is_range() && contains(item.as_range(), value) == true) return true;
            if (equal(value, item) == true) return true;
        }
        return false;
    }
    return equal(value, wanted) == true;
}

Value passes(Evaluator& evaluator, const Node& at, const Test& test, const Value& value) {
    if (test.uses_input) {
        Value result = evaluator.with_input(*test.operand, &value);
        if (test.op) return compared_or_null(evaluator, at, *test.op, value, result);
        if (result.is_boolean() || result.is_null()) return result;
        return matches(evaluator, at, value, result);
    }
    Value computed;
    const Value* wanted = test.operand->constant();
    const bool is_constant = wanted != nullptr;
    if (!is_constant) {
        computed = test.operand->evaluate(evaluator);
        wanted = &computed;
    }
    if (test.op) return compared_or_null(evaluator, at, *test.op, value, *wanted);
    // A condition without '?' stands for itself, unless the input is a boolean to be compared.
    if (!is_constant && wanted->is_boolean() && !value.is_boolean()) return *wanted;
    return matches(evaluator, at, value, *wanted);
}

}  // namespace

Value any_passes(Evaluator& evaluator, const Node& at, const std::vector<Test>& tests, const Value& value) {
    bool unknown = false;
    for (const Test& test : tests) {
        const Value result = passes(evaluator, at, test, value);
        if (result.is_true()) return true;
        unknown = unknown || !result.is_boolean();
    }
    return unknown ? Value() : Value(false);
}

Value ComparisonNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    if (const Value* constant = right->constant()) {
        return compared_or_null(evaluator, *this, op, left->evaluate(evaluator), *constant);
    }
    const Value first = left->evaluate(evaluator);
    return compared_or_null(evaluator, *this, op, first, right->evaluate(evaluator));
}

Value LogicNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value* unknown = nullptr;
    Value kept;
    for (const NodePointer& operand : operands) {
        Value value = operand->evaluate(evaluator);
        const auto known = truth(value);
        if (known && *known != is_and) return !is_and;
        if (!known && unknown == nullptr) {
            kept = std::move(value);
            unknown = &kept;
        }
    }
    if (unknown == nullptr) return is_and;
    return evaluator.null(*this, std::string("'") + (is_and ? "and" : "or") + "' needs booleans; one operand is " +
                                     described(*unknown) + ".");
}

Value BetweenNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value subject = value->evaluate(evaluator);
    const Value above =
        compared_or_null(evaluator, *this, Comparison::GreaterOrEqual, subject, low->evaluate(evaluator));
    const Value below = compared_or_null(evaluator, *this, Comparison::LessOrEqual, subject, high->evaluate(evaluator));
    if (above.is_false() || below.is_false()) return false;
    return above.is_true() && below.is_true() ? Value(true) : Value();
}

Value InNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value subject = value->evaluate(evaluator);
    // A list, range or value by itself is what the value must be in; null is neither.
    if (tests.size() == 1 && !tests.front().op && tests.front().operand->constant() == nullptr &&
        !tests.front().uses_input) {
        const Value wanted = tests.front().operand->evaluate(evaluator);
        if (wanted.is_null()) return evaluator.null(*this, "Nothing can be looked for in null.");
        return matches(evaluator, *this, subject, wanted);
    }
    return any_passes(evaluator, *this, tests, subject);
}

Value UnaryTestsNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    if (tests.empty()) return true;
    const Value input = evaluator.input() != nullptr ? *evaluator.input() : Value();
    const Value result = any_passes(evaluator, *this, tests, input);
    return negated && result.is_boolean() ? Value(!result.as_boolean()) : result;
}

Value IfNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value decided = condition->evaluate(evaluator);
    if (!decided.is_boolean()) {
        evaluator.null(*condition, "'if' needs a boolean; " + described(decided) + " counts as false.");
    }
    return decided.is_true() ? then_part->evaluate(evaluator) : else_part->evaluate(evaluator);
}

Value InstanceOfNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value subject = value->evaluate(evaluator);
    if (subject.is_null()) return type.kind == Kind::Null;
    return type.contains(subject);
}

}  // namespace dandori::feel
