#include <algorithm>

#include "engine/dmn/evaluate/session.h"
#include "engine/dmn/table_index.h"

namespace dandori::dmn {
namespace {

std::string rule_numbers(const Few<std::size_t>& rules) {
    constexpr std::size_t shown_max = 5;
    std::string text = "Rules ";
    for (std::size_t index = 0; index < rules.size() && index < shown_max; ++index) {
        if (index > 0) text += index + 1 == rules.size() ? " and " : ", ";
        text += std::to_string(rules[index]);
    }
    return rules.size() > shown_max ? text + " and others" : text;
}

feel::Value row_value(const TableBox& table, const Row& outputs) {
    if (table.outputs.size() == 1) return outputs.front();
    feel::Context row;
    for (std::size_t column = 0; column < outputs.size(); ++column)
        row.put(table.outputs[column].name, outputs[column]);
    return feel::Value(std::move(row));
}

std::size_t priority(const OutputClause& output, const feel::Value& value) {
    if (!output.priorities) return 0;
    for (std::size_t rank = 0; rank < output.priorities->size(); ++rank) {
        if (feel::equal((*output.priorities)[rank], value).value_or(false)) return rank;
    }
    return output.priorities->size();
}

void sort_by_priority(const TableBox& table, Few<Row, 2>& outputs) {
    std::stable_sort(outputs.begin(), outputs.end(), [&](const auto& left, const auto& right) {
        for (std::size_t column = 0; column < table.outputs.size(); ++column) {
            const std::size_t rank = priority(table.outputs[column], left[column]);
            const std::size_t other = priority(table.outputs[column], right[column]);
            if (rank != other) return rank < other;
        }
        return false;
    });
}

Outcome aggregate(Aggregation aggregation, const feel::List& values) {
    if (aggregation == Aggregation::Count) return {feel::Value(static_cast<std::int64_t>(values.size())), ""};
    if (aggregation == Aggregation::Sum) {
        feel::Decimal sum;
        for (const feel::Value& value : values) {
            if (!value.is_number())
                return {{}, "the output " + described(value) + " can't be summed; a number is needed"};
            const auto next = sum.plus(value.as_number());
            if (!next) return {{}, "the sum is too large"};
            sum = *next;
        }
        return {feel::Value(sum), ""};
    }
    const bool smallest = aggregation == Aggregation::Min;
    feel::Value best = values.front();
    for (const feel::Value& value : values) {
        const auto order = feel::compare(value, best);
        if (!order) return {{}, "the outputs " + described(best) + " and " + described(value) + " can't be compared"};
        if (smallest ? *order < 0 : *order > 0) best = value;
    }
    return {std::move(best), ""};
}

Outcome without_match(const TableBox& table) {
    if (table.hit_policy != HitPolicy::Collect) return {};
    if (table.aggregation == Aggregation::None) return {feel::Value(feel::List()), ""};
    if (table.aggregation == Aggregation::Count) return {feel::Value(0), ""};
    return {};
}

}  // namespace

Outcome decide(const TableBox& table, const Few<std::size_t>& rules, Few<Row, 2> outputs) {
    if (outputs.empty()) return without_match(table);
    switch (table.hit_policy) {
        case HitPolicy::Unique:
            if (outputs.size() > 1)
                return {{}, rule_numbers(rules) + " match, but the hit policy UNIQUE allows only one"};
            return {row_value(table, outputs.front()), ""};
        case HitPolicy::First: return {row_value(table, outputs.front()), ""};
        case HitPolicy::Any: {
            feel::Value first = row_value(table, outputs.front());
            for (const auto& other : outputs) {
                if (row_value(table, other) == first || feel::equal(row_value(table, other), first).value_or(false))
                    continue;
                return {{},
                        rule_numbers(rules) + " match, but differ in their outputs, which the hit policy ANY forbids"};
            }
            return {std::move(first), ""};
        }
        case HitPolicy::Priority: sort_by_priority(table, outputs); return {row_value(table, outputs.front()), ""};
        case HitPolicy::OutputOrder: sort_by_priority(table, outputs); break;
        case HitPolicy::RuleOrder:
        case HitPolicy::Collect: break;
    }
    feel::List all;
    for (const auto& each : outputs) all.push_back(row_value(table, each));
    if (table.hit_policy == HitPolicy::Collect && table.aggregation != Aggregation::None) {
        return aggregate(table.aggregation, all);
    }
    return {feel::Value(std::move(all)), ""};
}

bool Session::matches(const Formula& test, const feel::Value& input, const ScopePointer& scope, const Place& place) {
    if (test.empty) return true;
    if (!test.fault.empty()) {
        fail("In " + text_of(place) + ": '" + test.text + "' can't be read: " + test.fault);
        return false;
    }
    const feel::Evaluation evaluation = test.expression.evaluate_unary_tests(input, *scope, surroundings_);
    if (!evaluation.warnings.empty()) report(evaluation, text_of(place));
    return evaluation.value.is_true();
}

Few<std::size_t> Session::matches(const TableBox& table, const Few<feel::Value>& inputs, const ScopePointer& scope) {
    Few<std::size_t> tried;
    RuleSet candidates;
    if (table.index) {
        table.index->candidates(inputs, candidates, tried);
    } else {
        for (std::size_t column = 0; column < inputs.size(); ++column) tried.push_back(column);
    }
    Few<std::size_t> matched;
    for (std::size_t index = 0; index < table.rules.size(); ++index) {
        if (table.index) {
            while (index % 64 == 0 && index < table.rules.size() && candidates[index / 64] == 0) index += 64;
            if (index >= table.rules.size()) break;
            if (!has(candidates, index)) continue;
        }
        bool all = true;
        for (const std::size_t column : tried) {
            all = matches(table.rules[index].tests[column], inputs[column], scope, {index + 1, "input", column});
            if (!all) break;
        }
        if (!all) continue;
        matched.push_back(index + 1);
        if (table.hit_policy == HitPolicy::First) break;
    }
    return matched;
}

bool Session::allowed(const std::optional<Constraint>& constraint, const feel::Value& value, const ScopePointer& scope,
                      const Place& place) {
    if (!constraint || value.is_null()) return true;
    if (constraint->tests.evaluate_unary_tests(value, *scope, surroundings_).value.is_true()) return true;
    fail("In " + text_of(place) + ": " + described(value) + " is not among " + constraint->text + ".");
    return false;
}

Row Session::output_row(const TableBox& table, std::size_t rule, const ScopePointer& scope, EvaluatedDecision* record) {
    Row row;
    row.reserve(table.outputs.size());
    for (std::size_t column = 0; column < table.outputs.size(); ++column) {
        const OutputClause& output = table.outputs[column];
        const Place place{rule, "output", column};
        feel::Value value = evaluate(table.rules[rule - 1].outputs[column], scope, place);
        value = typed(output.type, std::move(value), [&] { return "In " + text_of(place); });
        if (!allowed(output.values, value, scope, place)) value = {};
        row.push_back(std::move(value));
    }
    if (!record) return row;
    MatchedRule explained{table.rules[rule - 1].id, rule, {}};
    explained.outputs.reserve(row.size());
    for (std::size_t column = 0; column < row.size(); ++column) {
        explained.outputs.push_back({table.outputs[column].id, table.outputs[column].name, row[column]});
    }
    record->matched_rules.push_back(std::move(explained));
    return row;
}

feel::Value Session::default_output(const TableBox& table, const ScopePointer& scope) {
    Row row;
    for (std::size_t column = 0; column < table.outputs.size(); ++column) {
        const OutputClause& output = table.outputs[column];
        const Place place{0, "default output", column};
        feel::Value value = output.otherwise ? evaluate(*output.otherwise, scope, place) : feel::Value();
        row.push_back(typed(output.type, std::move(value), [&] { return "In " + text_of(place); }));
    }
    return row_value(table, row);
}

feel::Value Session::evaluate(const TableBox& table, const ScopePointer& scope, EvaluatedDecision* record) {
    Few<feel::Value> inputs;
    inputs.reserve(table.inputs.size());
    if (record) record->inputs.reserve(table.inputs.size());
    for (std::size_t column = 0; column < table.inputs.size(); ++column) {
        const InputClause& input = table.inputs[column];
        const Place place{0, "input", column};
        feel::Value value = evaluate(input.expression, scope, place);
        value = typed(input.type, std::move(value), [&] { return "In " + text_of(place); });
        if (!allowed(input.values, value, scope, place)) return {};
        if (record) record->inputs.push_back({input.id, input.label, value});
        inputs.push_back(std::move(value));
    }
    const Few<std::size_t> matched = matches(table, inputs, scope);
    if (matched.empty()) {
        for (const OutputClause& output : table.outputs) {
            if (output.otherwise) return default_output(table, scope);
        }
        if (table.hit_policy != HitPolicy::Collect) {
            warn("In " + text_of({}) + " no rule matches, and there is no default output.");
        }
    }
    Few<Row, 2> outputs;
    for (const std::size_t rule : matched) outputs.push_back(output_row(table, rule, scope, record));
    Outcome outcome = decide(table, matched, std::move(outputs));
    if (!outcome.failure.empty()) fail("In " + text_of({}) + ": " + outcome.failure + ".");
    return std::move(outcome.value);
}

}  // namespace dandori::dmn
