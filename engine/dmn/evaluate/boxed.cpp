#include "engine/dmn/evaluate/session.h"

namespace dandori::dmn {
namespace {

std::string quoted(const std::string& name) { return "'" + name + "'"; }

}  // namespace

Logic logic_of(const Boxed* boxed) {
    if (!boxed) return Logic::None;
    struct Name {
        Logic operator()(const Formula&) const { return Logic::LiteralExpression; }
        Logic operator()(const ContextBox&) const { return Logic::Context; }
        Logic operator()(const RelationBox&) const { return Logic::Relation; }
        Logic operator()(const ListBox&) const { return Logic::List; }
        Logic operator()(const InvocationBox&) const { return Logic::Invocation; }
        Logic operator()(const FunctionBox&) const { return Logic::Function; }
        Logic operator()(const ConditionalBox&) const { return Logic::Conditional; }
        Logic operator()(const FilterBox&) const { return Logic::Filter; }
        Logic operator()(const IteratorBox& box) const {
            if (box.kind == IteratorBox::Kind::For) return Logic::For;
            return box.kind == IteratorBox::Kind::Some ? Logic::Some : Logic::Every;
        }
        Logic operator()(const TableBox&) const { return Logic::DecisionTable; }
    };
    return std::visit(Name{}, boxed->form);
}

std::string Session::text_of(const Place& place) const {
    std::string text = current_ ? quoted(current_->name) : "the model";
    if (place.rule > 0) text += ", rule " + std::to_string(place.rule);
    if (place.side) text += std::string(", ") + place.side + " column " + std::to_string(place.column + 1);
    return text;
}

feel::Value Session::evaluate(const Formula& formula, const ScopePointer& scope, const Place& place) {
    if (formula.empty) return {};
    if (!formula.fault.empty()) {
        fail("In " + text_of(place) + ": '" + formula.text + "' can't be read: " + formula.fault);
        return {};
    }
    feel::Evaluation evaluation = formula.expression.evaluate(*scope, surroundings_);
    if (!evaluation.warnings.empty()) report(evaluation, text_of(place));
    return std::move(evaluation.value);
}

feel::Value Session::evaluate(const Boxed* boxed, const ScopePointer& scope) {
    if (!boxed || too_deep()) return {};
    struct Run {
        Session& session;
        const ScopePointer& scope;
        EvaluatedDecision* record;
        feel::Value operator()(const Formula& box) const { return session.evaluate(box, scope, {}); }
        feel::Value operator()(const ContextBox& box) const { return session.context(box, scope); }
        feel::Value operator()(const RelationBox& box) const { return session.relation(box, scope); }
        feel::Value operator()(const ListBox& box) const { return session.list(box, scope); }
        feel::Value operator()(const InvocationBox& box) const { return session.invocation(box, scope); }
        feel::Value operator()(const FunctionBox& box) const { return session.function_value(box, scope); }
        feel::Value operator()(const ConditionalBox& box) const { return session.conditional(box, scope); }
        feel::Value operator()(const FilterBox& box) const { return session.filter(box, scope); }
        feel::Value operator()(const IteratorBox& box) const { return session.iterate(box, scope); }
        feel::Value operator()(const TableBox& box) const { return session.evaluate(box, scope, record); }
    };
    EvaluatedDecision* record = boxed == current_logic_ ? record_ : nullptr;
    feel::Value value = std::visit(Run{*this, scope, record}, boxed->form);
    if (std::holds_alternative<FunctionBox>(boxed->form)) return value;  // the type is that of its result
    return typed(boxed->type, std::move(value), [&] { return current_ ? quoted(current_->name) : "The expression"; });
}

feel::Value Session::context(const ContextBox& box, const ScopePointer& scope) {
    Variables known(scope);
    feel::Context made;
    for (const ContextBox::Entry& entry : box.entries) {
        // A function in it keeps what it can see, so each entry has its own copy of those before.
        feel::Value value = evaluate(entry.value.get(), std::make_shared<Variables>(known));
        value = typed(entry.type, std::move(value), [&] { return "Entry '" + entry.name + "'"; });
        if (entry.name.empty()) return value;
        known.add(entry.name, value);
        made.put(entry.name, std::move(value));
    }
    return feel::Value(std::move(made));
}

feel::Value Session::relation(const RelationBox& box, const ScopePointer& scope) {
    feel::List rows;
    for (const auto& cells : box.rows) {
        feel::Context row;
        for (std::size_t column = 0; column < box.columns.size(); ++column) {
            feel::Value value = evaluate(cells[column].get(), scope);
            const Parameter& head = box.columns[column];
            row.put(head.name, typed(head.type, std::move(value), [&] { return "Column '" + head.name + "'"; }));
        }
        rows.emplace_back(std::move(row));
    }
    return feel::Value(std::move(rows));
}

feel::Value Session::list(const ListBox& box, const ScopePointer& scope) {
    feel::List items;
    for (const BoxedPointer& item : box.items) items.push_back(evaluate(item.get(), scope));
    return feel::Value(std::move(items));
}

feel::Value Session::invocation(const InvocationBox& box, const ScopePointer& scope) {
    const feel::Value called = evaluate(box.called.get(), scope);
    const Formula* formula = box.called ? std::get_if<Formula>(&box.called->form) : nullptr;
    const std::string name = formula ? formula->text : "the expression";
    if (!called.is_function()) {
        warn("'" + name + "' is " + described(called) + ", so it can't be invoked; a function is needed.");
        return {};
    }
    const std::vector<feel::Parameter>& parameters = called.as_function().parameters;
    std::vector<feel::Value> arguments(parameters.size());
    std::vector<bool> bound(parameters.size(), false);
    for (const InvocationBox::Binding& binding : box.bindings) {
        std::size_t index = 0;
        while (index < parameters.size() && parameters[index].name != binding.parameter) ++index;
        if (index == parameters.size()) {
            warn("'" + name + "' was not called: it has no parameter '" + binding.parameter + "'.");
            return {};
        }
        arguments[index] = evaluate(binding.value.get(), scope);
        bound[index] = true;
    }
    for (std::size_t index = 0; index < parameters.size(); ++index) {
        if (bound[index] || index >= called.as_function().required) continue;
        warn("'" + name + "' was not called: its parameter '" + parameters[index].name + "' was not given.");
        return {};
    }
    const feel::Evaluation evaluation = feel::invoke(called, arguments, surroundings_);
    report(evaluation, "the invocation of '" + name + "'");
    return evaluation.value;
}

feel::Value Session::conditional(const ConditionalBox& box, const ScopePointer& scope) {
    const feel::Value condition = evaluate(box.condition.get(), scope);
    if (!condition.is_boolean() && !condition.is_null()) {
        warn("The condition gave " + described(condition) + "; true or false is needed.");
        return {};
    }
    return evaluate(condition.is_true() ? box.then.get() : box.otherwise.get(), scope);
}

std::optional<feel::List> Session::items_of(feel::Value value, const char* what) {
    if (value.is_list()) return value.as_list();
    if (value.is_range()) {  // FEEL knows which ranges have items
        static const auto each = feel::Expression::parse("for item in range return item");
        feel::Context given;
        given.put("range", value);
        feel::Evaluation items = each->evaluate(feel::ContextScope(feel::Value(std::move(given))), surroundings_);
        if (items.value.is_list()) return items.value.as_list();
    }
    if (value.is_null() || value.is_range()) {
        warn(std::string("The list to ") + what + " is " + described(value) + ".");
        return std::nullopt;
    }
    return feel::List{std::move(value)};
}

feel::Value Session::filter(const FilterBox& box, const ScopePointer& scope) {
    const auto items = items_of(evaluate(box.in.get(), scope), "filter");
    if (!items) return {};
    feel::List kept;
    for (const feel::Value& item : *items) {
        if (++iterations_ > feel::iterations_max) {
            fail("The filter was stopped after " + std::to_string(feel::iterations_max) + " items.");
            return {};
        }
        const feel::Value match = evaluate(box.match.get(), std::make_shared<ItemVariables>(item, scope));
        if (!match.is_boolean() && !match.is_null()) {
            warn("The filter gave " + described(match) + " for " + described(item) + "; true or false is needed.");
            return {};
        }
        if (match.is_true()) kept.push_back(item);
    }
    return feel::Value(std::move(kept));
}

feel::Value Session::iterate(const IteratorBox& box, const ScopePointer& scope) {
    const auto items = items_of(evaluate(box.in.get(), scope), "go through");
    if (!items) return {};
    const bool is_for = box.kind == IteratorBox::Kind::For;
    feel::List results;
    bool any_true = false;
    bool any_false = false;
    bool any_null = false;
    for (const feel::Value& item : *items) {
        if (++iterations_ > feel::iterations_max) {
            fail("The loop was stopped after " + std::to_string(feel::iterations_max) + " rounds.");
            return {};
        }
        auto variables = std::make_shared<Variables>(scope);
        if (is_for) variables->add("partial", feel::Value(results));
        variables->add(box.variable, item);
        feel::Value result = evaluate(box.body.get(), variables);
        if (is_for) {
            results.push_back(std::move(result));
            continue;
        }
        if (!result.is_boolean() && !result.is_null()) {
            warn("The test gave " + described(result) + " for " + described(item) + "; true or false is needed.");
            return {};
        }
        any_true = any_true || result.is_true();
        any_false = any_false || result.is_false();
        any_null = any_null || result.is_null();
    }
    if (is_for) return feel::Value(std::move(results));
    const bool some = box.kind == IteratorBox::Kind::Some;
    if (some ? any_true : any_false) return some;
    return any_null ? feel::Value() : feel::Value(!some);
}

}  // namespace dandori::dmn
