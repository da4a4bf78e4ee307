#include "engine/dmn/table_index.h"

namespace dandori::dmn {
namespace {

constexpr std::size_t column_words_max = 512 << 10;  // 4 MiB a column; larger ones are tried rule by rule

struct NoVariables : feel::Scope {
    std::optional<feel::Value> find(std::string_view) const override { return std::nullopt; }
};

bool is_true_of_null(const Formula& test) {
    if (test.empty) return true;
    return test.expression.evaluate_unary_tests(feel::Value(), NoVariables{}, {}).value.is_true();
}

}  // namespace

void TableIndex::candidates(const Few<feel::Value>& inputs, RuleSet& left, Few<std::size_t>& tried) const {
    left.assign(words, ~std::uint64_t{0});
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const Column& column = columns[at];
        const bool any_kind = column.indexed && column.segments.points.empty();
        if (any_kind) continue;  // nothing but dashes
        const bool is_null = inputs[at].is_null();
        if (!column.indexed || (!is_null && inputs[at].kind() != column.segments.kind)) {
            tried.push_back(at);
            continue;
        }
        const std::uint64_t* row =
            is_null ? column.of_null.data() : column.rules.data() + column.segments.at(inputs[at]) * words;
        for (std::size_t word = 0; word < words; ++word) left[word] &= row[word];
    }
}

std::shared_ptr<const TableIndex> index_of(const TableBox& table) {
    auto made = std::make_shared<TableIndex>();
    made->words = words_for(table.rules.size());
    made->columns.resize(table.inputs.size());
    bool any = false;
    for (std::size_t at = 0; at < table.inputs.size(); ++at) {
        std::vector<CellTest> tests;
        for (const Rule& rule : table.rules) {
            auto test = cell_test(rule.tests[at]);
            if (!test) break;
            tests.push_back(std::move(*test));
        }
        if (tests.size() != table.rules.size()) continue;
        std::vector<const CellTest*> pointers;
        for (const CellTest& test : tests) pointers.push_back(&test);
        auto segments = segments_of(pointers);
        if (!segments || segments->size() * made->words > column_words_max) continue;
        TableIndex::Column& column = made->columns[at];
        column.segments = std::move(*segments);
        column.rules.resize(column.segments.size() * made->words);
        column.of_null.resize(made->words);
        for (std::size_t rule = 0; rule < tests.size(); ++rule) {
            if (is_true_of_null(table.rules[rule].tests[at])) put(column.of_null, rule);
            const Bits inside = column.segments.of(tests[rule]);
            for (std::size_t segment = 0; segment < column.segments.size(); ++segment) {
                if (has(inside, segment)) {
                    column.rules[segment * made->words + rule / 64] |= std::uint64_t{1} << (rule % 64);
                }
            }
        }
        column.indexed = true;
        any = true;
    }
    return any ? made : nullptr;
}

}  // namespace dandori::dmn
