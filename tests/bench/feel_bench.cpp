// Measures FEEL and decision tables: nanoseconds and allocations of one evaluation, and of one parse, of what typical.h
// has, beside the decimal library's bare comparison. One run; tests/bench/run takes medians of several, in turn with
// feelin's.
//
//     feel_bench          prints one JSON object of what it measured
//     feel_bench --cases  prints what there is to be measured, for feelin_bench.mjs
#include "tests/support/allocations.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include "engine/dmn/dmn.h"
#include "tests/bench/typical.h"

namespace dandori::bench {
namespace {

using feel::Context;
using feel::List;
using feel::Value;

constexpr std::size_t batches = 9;
constexpr int turns = 5'000;  // in a batch

struct Cost {
    double ns = 0;
    double allocations = 0;
};

/// The median of the batches.
template <class Work>
Cost cost_of(const Work& work) {
    std::array<double, batches> ns{};
    work();
    const std::size_t allocations_before = test::allocations;
    for (double& each : ns) {
        const auto begin = std::chrono::steady_clock::now();
        for (int turn = 0; turn < turns; ++turn) work();
        each = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() / turns;
    }
    std::sort(ns.begin(), ns.end());
    const auto allocated = static_cast<double>(test::allocations - allocations_before);
    return {ns[batches / 2], allocated / (batches * turns)};
}

/// Keeps the compiler from dropping what nobody reads.
template <class T>
void keep(const T& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

Value tenths(double value) {
    return feel::Decimal::from_double(value)->rounded(1, feel::Decimal::Rounding::HalfEven).value();
}

Value measured_expression(const char* text) {
    const feel::ContextScope scope{variables()};
    const feel::Surroundings surroundings;
    const auto parsed = *feel::Expression::parse(text);
    const Cost evaluation = cost_of([&] { keep(parsed.evaluate(scope, surroundings)); });
    const Cost parse = cost_of([&] { keep(feel::Expression::parse(text)); });
    return Context({{"name", text},
                    {"ns", tenths(evaluation.ns)},
                    {"allocations", tenths(evaluation.allocations)},
                    {"parse_ns", tenths(parse.ns)}});
}

Value measured_table(const Table& table) {
    const dmn::ReadResult read = dmn::read(dmn_of(table), "bench.dmn");
    const feel::ContextScope scope{inputs_of(table)};
    const feel::Surroundings surroundings;
    const auto evaluated = [&](dmn::Explained explained) {
        return cost_of([&] { keep(dmn::evaluate(*read.model, "D", scope, surroundings, explained)); });
    };
    const Cost value_only = evaluated(dmn::Explained::No);
    const Cost explained = evaluated(dmn::Explained::Yes);
    return Context({{"name", table.name},
                    {"ns", tenths(value_only.ns)},
                    {"allocations", tenths(value_only.allocations)},
                    {"explained_ns", tenths(explained.ns)},
                    {"explained_allocations", tenths(explained.allocations)}});
}

double bare_comparison_ns() {
    const feel::Decimal left = *feel::Decimal::from_text("1200.5");
    const feel::Decimal right = *feel::Decimal::from_text("1200.25");
    return cost_of([&] {
               keep(right);
               keep(left < right);
           })
        .ns;
}

Value all_measured() {
    List of_expressions, of_tables;
    for (const char* text : expressions) of_expressions.push_back(measured_expression(text));
    for (const Table& table : tables()) of_tables.push_back(measured_table(table));
    return Context({{"bare_comparison_ns", tenths(bare_comparison_ns())},
                    {"expressions", std::move(of_expressions)},
                    {"tables", std::move(of_tables)}});
}

Value all_cases() {
    List of_expressions, of_tables;
    for (const char* text : expressions) of_expressions.emplace_back(text);
    for (const Table& table : tables()) {
        List rules;
        for (const auto& rule : table.rules) rules.emplace_back(List(rule.begin(), rule.end()));
        of_tables.emplace_back(Context(
            {{"name", table.name}, {"rules", std::move(rules)}, {"amount", table.amount}, {"kind", table.kind}}));
    }
    return Context({{"variables", *feel::from_json(variables_json)},
                    {"expressions", std::move(of_expressions)},
                    {"tables", std::move(of_tables)}});
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** words) {
    using namespace dandori;
    const bool cases = count > 1 && std::string_view(words[1]) == "--cases";
    std::cout << feel::to_json(cases ? bench::all_cases() : bench::all_measured()) << '\n';
    return 0;
}
