// What a decision costs: tables of ten and of a thousand rules, literal expressions beside them. Prints JSON, one
// object a line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "engine/dmn/dmn.h"
#include "engine/feel/json.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    void* memory = std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace dandori;

std::string model_of(const std::string& logic) {
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" name=\"m\" "
           "namespace=\"urn:m\">"
           "<decision id=\"D\" name=\"D\">" +
           logic + "</decision></definitions>";
}

std::string cells(const std::string& first, const std::string& second, const std::string& output) {
    return "<rule><inputEntry><text>" + first + "</text></inputEntry><inputEntry><text>" + second +
           "</text></inputEntry><outputEntry><text>" + output + "</text></outputEntry></rule>";
}

std::string table_of(int rules, bool intervals) {
    std::string text =
        "<decisionTable><input><inputExpression><text>amount</text></inputExpression></input><input><inputExpression>"
        "<text>kind</text></inputExpression></input><output name=\"fee\"/>";
    for (int rule = 0; rule < rules; ++rule) {
        const std::string low = std::to_string(rule * 10);
        const std::string first = intervals ? "[" + low + ".." + std::to_string(rule * 10 + 10) + ")" : low;
        text += cells(first, rule % 2 == 0 ? "&quot;a&quot;, &quot;b&quot;" : "-", std::to_string(rule));
    }
    return text + "</decisionTable>";
}

void measure(const char* name, const std::string& logic, int amount) {
    constexpr int batches = 20;
    constexpr int rounds = 5'000;
    const dmn::ReadResult read = dmn::read(model_of(logic), "bench.dmn");
    const feel::ContextScope scope(*feel::from_json("{\"amount\": " + std::to_string(amount) + ", \"kind\": \"a\"}"));
    const feel::Surroundings surroundings;
    double best = 1e300;
    std::size_t allocated = 0;
    for (int batch = 0; batch < batches; ++batch) {
        const std::size_t before = allocations;
        const auto begin = std::chrono::steady_clock::now();
        for (int round = 0; round < rounds; ++round) {
            const auto result = dmn::evaluate(*read.model, "D", scope, surroundings);
            if (!result || result->value.is_null()) std::abort();
        }
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count() / rounds);
        allocated = (allocations - before) / rounds;
    }
    std::printf("{\"name\": \"%s\", \"ns\": %.0f, \"allocations\": %zu}\n", name, best, allocated);
}

}  // namespace

int main() {
    measure("literal expression", "<literalExpression><text>amount * 2</text></literalExpression>", 21);
    measure("table, 10 intervals", table_of(10, true), 55);
    measure("table, 1000 intervals", table_of(1000, true), 5555);
    measure("table, 10 equalities", table_of(10, false), 50);
    measure("table, 1000 equalities", table_of(1000, false), 5550);
}
