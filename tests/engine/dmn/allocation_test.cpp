// What is evaluated for every token and every rule asks for no memory.
#include "tests/support/allocations.h"

#include <gtest/gtest.h>

#include "engine/dmn/dmn.h"
#include "tests/bench/typical.h"

namespace dandori {
namespace {

TEST(Allocations, NoneForCommonExpressions) {
    const feel::ContextScope scope{bench::variables()};
    const feel::Surroundings surroundings;
    for (std::size_t index = 0; index < bench::expressions_without_memory; ++index) {
        const auto parsed = feel::Expression::parse(bench::expressions[index]);
        ASSERT_TRUE(parsed.has_value());
        EXPECT_TRUE(parsed->evaluate(scope, surroundings).value.is_true()) << bench::expressions[index];
        EXPECT_EQ(test::allocations_of([&] { (void)parsed->evaluate(scope, surroundings); }), 0U)
            << bench::expressions[index];
    }
}

TEST(Allocations, NoneForDecisionTablesThatNeedNotBeExplained) {
    const feel::Surroundings surroundings;
    for (const bench::Table& table : bench::tables()) {
        const dmn::ReadResult read = dmn::read(bench::dmn_of(table), "table.dmn");
        ASSERT_TRUE(read.model && !read.has_errors());
        const feel::ContextScope scope{bench::inputs_of(table)};
        feel::Value value;
        EXPECT_EQ(test::allocations_of(
                      [&] { value = dmn::evaluate(*read.model, "D", scope, surroundings, dmn::Explained::No)->value; }),
                  0U)
            << table.name;
        EXPECT_EQ(feel::to_text(value), std::to_string(table.rules.size() / 2)) << table.name;
    }
}

TEST(Allocations, AreCounted) {
    std::string text;
    EXPECT_EQ(test::allocations_of([&] { text.assign(1000, 'x'); }), 1U);
}

}  // namespace
}  // namespace dandori
