// Measures FEEL: nanoseconds and allocations of one evaluation and one parse of expressions as processes write them,
// beside the decimal library's bare comparison. Medians of runs in turn. Prints one JSON object.
//
//     feel_bench [RUNS]

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <new>
#include <vector>

#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace dandori::bench {
namespace {

using namespace feel;

constexpr std::array expressions{"x = 21",
                                 "order.customer.rank = \"gold\"",
                                 "starts with(name, \"青\")",
                                 "due < @\"2026-04-02\"",
                                 "if x > 20 then \"a\" else \"b\"",
                                 "x in [10..30]",
                                 "amount * 1.1 / 3",
                                 "count(list[item > 5])",
                                 "sum(for i in list return i * 2)"};
constexpr int turns = 20'000;  // of what is measured in one run

struct Cost {
    double ns = 0;
    double allocations = 0;
};

template <class Work>
Cost cost_of(const Work& work) {
    const std::size_t allocations_before = allocations;
    const auto begin = std::chrono::steady_clock::now();
    for (int turn = 0; turn < turns; ++turn) work();
    const std::chrono::duration<double, std::nano> passed = std::chrono::steady_clock::now() - begin;
    return {passed.count() / turns, static_cast<double>(allocations - allocations_before) / turns};
}

/// Keeps the compiler from dropping what nobody reads.
template <class T>
void keep(const T& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Value variables() {
    Context context = from_json(R"({"x": 21, "name": "青木", "amount": 1200.5, "order": {"customer": {"rank": "gold"}},
                                    "list": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]})")
                          ->as_context();
    context.put("due", Date{2026, 4, 1});
    return context;
}

int measure(int runs) {
    const ContextScope scope{variables()};
    const Surroundings surroundings;
    const Decimal left = *Decimal::from_text("1200.5");
    const Decimal right = *Decimal::from_text("1200.25");
    std::vector<double> bare;
    std::array<std::vector<double>, expressions.size()> evaluating, parsing;
    std::array<double, expressions.size()> allocated{};
    for (int run = 0; run < runs; ++run) {
        bare.push_back(cost_of([&] {
                           keep(right);
                           keep(left < right);
                       }).ns);
        for (std::size_t index = 0; index < expressions.size(); ++index) {
            const auto parsed = *Expression::parse(expressions[index]);
            const Cost evaluation = cost_of([&] { keep(parsed.evaluate(scope, surroundings)); });
            evaluating[index].push_back(evaluation.ns);
            allocated[index] = evaluation.allocations;
            parsing[index].push_back(cost_of([&] { keep(Expression::parse(expressions[index])); }).ns);
        }
    }
    List rows;
    const auto rounded = [](double value) {
        return Value(Decimal::from_double(value)->rounded(1, Decimal::Rounding::HalfEven).value());
    };
    for (std::size_t index = 0; index < expressions.size(); ++index) {
        rows.emplace_back(Context({{"expression", expressions[index]},
                                   {"evaluate_ns", rounded(median(evaluating[index]))},
                                   {"allocations", rounded(allocated[index])},
                                   {"parse_ns", rounded(median(parsing[index]))}}));
    }
    std::cout << to_json(Context({{"bare_comparison_ns", rounded(median(bare))}, {"expressions", std::move(rows)}}))
              << '\n';
    return 0;
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** words) { return dandori::bench::measure(count > 1 ? std::max(1, std::atoi(words[1])) : 5); }
