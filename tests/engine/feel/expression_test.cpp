#include "tests/engine/feel/table.h"

namespace dandori::feel::test {
namespace {

TEST(FeelExpression, ComputesWithDecimals) {
    expect({{"0.1 + 0.2", "0.3"},
            {"1 / 3", "0.3333333333333333333333333333333333"},
            {"2 ** 10", "1024"},
            {"2 ** -1", "0.5"},
            {"-5 ** 2", "25"},
            {"5 + 2 ** 5 * 3", "101"},
            {"10 - 2 - 3", "5"},
            {"1.5e3", "1500"},
            {"9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000"},
            {"1 / 0", "null"}});
}

TEST(FeelExpression, ComparesAndDecidesInThreeValues) {
    expect({{"1 < 2", "true"},
            {"\"a\" < \"b\"", "true"},
            {"1 = \"1\"", "null"},
            {"null = null", "true"},
            {"1 = null", "false"},
            {"true and null", "null"},
            {"false and null", "false"},
            {"true or null", "true"},
            {"5 between 1 and 10", "true"},
            {"if null then 1 else 2", "2"}});
}

TEST(FeelExpression, ReadsVariablesAndPaths) {
    expect(
        {{"x = 21", "true"},
         {"order.customer name", "\"青木\""},
         {"order.items[price > 100].name", "[\"b\"]"},
         {"order.items[2].price", "150"},
         {"order.items[-1].name", "\"b\""},
         {"order.items.price", "[50, 150]"},
         {"order.missing", "null"},
         {"count(order.items)", "2"}},
        R"({"x": 21, "order": {"customer name": "青木", "items": [{"name": "a", "price": 50}, {"name": "b", "price": 150}]}})");
}

TEST(FeelExpression, GoesThroughLists) {
    expect({{"for i in 1..3 return i * 2", "[2, 4, 6]"},
            {"for i in 3..1 return i", "[3, 2, 1]"},
            {"for i in [1, 2], j in [10, 20] return i + j", "[11, 21, 12, 22]"},
            {"for i in 1..5 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24, 120]"},
            {"for i in 1..3 return partial", "[[], [[]], [[], [[]]]]"},
            {"for d in @\"2026-04-01\"..@\"2026-04-03\" return d.day", "[1, 2, 3]"},
            {"some i in [1, 2, 3] satisfies i > 2", "true"},
            {"every i in [1, 2, 3] satisfies i > 2", "false"},
            {"some i in [] satisfies i", "false"},
            {"every i in [1, null] satisfies i > 0", "null"}});
}

TEST(FeelExpression, KnowsFunctionsOfItsOwn) {
    expect({{"(function(a, b) a + b)(1, 2)", "3"},
            {"{f: function(n: number) n + 1, r: f(n: 2)}.r", "3"},
            {"{f: function(n: number) n + 1, r: f(\"x\")}.r", "null"},
            {"{k: 10, f: function(x) function(y) x + y + k, r: f(1)(2)}.r", "13"},
            {"sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"},
            {"(function(n1) external {java: {class: \"java.lang.Math\"}})(1)", "null"}});
}

TEST(FeelExpression, TestsUnary) {
    const auto tested = [](const char* tests, Value input) {
        const auto parsed = Expression::parse_unary_tests(tests);
        if (!parsed) return parsed.error().text;
        return to_literal(
            parsed->evaluate_unary_tests(input, ContextScope(Context({{"limit", 10}})), surroundings()).value);
    };
    EXPECT_EQ(tested("-", 5), "true");
    EXPECT_EQ(tested("5", 5), "true");
    EXPECT_EQ(tested("1, 5, 7", 5), "true");
    EXPECT_EQ(tested("< 3, > 4", 5), "true");
    EXPECT_EQ(tested("[1..limit)", 10), "false");
    EXPECT_EQ(tested("not(5, 6)", 5), "false");
    EXPECT_EQ(tested("not(5, 6)", 7), "true");
    EXPECT_EQ(tested("? > limit and ? < 20", 15), "true");
    EXPECT_EQ(tested("\"a\", \"b\"", "b"), "true");
    EXPECT_EQ(tested("null", Value()), "true");
    EXPECT_EQ(tested("< 3", Value()), "null");
    EXPECT_EQ(tested("true", false), "false");
    EXPECT_EQ(tested("false", false), "true");
    EXPECT_EQ(tested("date(\"2026-04-01\")", Date{2026, 4, 1}), "true");
}

TEST(FeelExpression, TellsWhatItCantRead) {
    expect({{"1 +", "At character 4 an expression is needed; found the end."},
            {"(1", "At character 3 ')' is needed; found the end."},
            {"if a then b", "At character 12 'else' is needed; found the end."},
            {"\"open", "At character 1 an expression is needed; found a string without its closing quote."},
            {"[1, 2", "At character 6 ',' or ']' is needed; found the end."},
            {"x instance of nonsense", "At character 15 there is no type 'nonsense'."},
            {"優先度 = ", "At character 7 an expression is needed; found the end."},
            {"1 2", "At character 3 an operator or the end is needed; found \"2\"."}});
}

TEST(FeelExpression, TellsWhyItGivesNull) {
    expect_warnings({{"y + 1", "There is no variable 'y'; there are x.\n'+' is not defined for null and number 1."},
                     {"x + \"a\"", "'+' is not defined for number 21 and string \"a\"."},
                     {"x < \"a\"", "'<' can't compare number 21 with string \"a\"."},
                     {"x / 0", "number 21 can't be divided by zero."},
                     {"{a: 1}.b", "The context has no entry 'b'; it has a."},
                     {"[1, 2][3]", "The list has 2 items; there is none at 3."},
                     {"abs(\"x\")", "'n' of 'abs' is string \"x\"; a number or duration is needed."},
                     {"abs(1, 2)", "'abs' takes (n) or (number), not 2 arguments."},
                     {"foo(1)", "There is no function 'foo'."},
                     {"x and true", "'and' needs booleans; one operand is number 21."}},
                    R"({"x": 21})");
}

TEST(FeelExpression, SaysWhichVariablesItReads) {
    const auto names = Expression::parse("a + count(b)[c > item] + {d: 1, e: d + f}.e")->names();
    EXPECT_EQ(names, (std::vector<std::string>{"a", "b", "c", "f"}));
}

TEST(FeelExpression, TakesNamesWithOperatorsThatItIsTold) {
    ParseOptions options;
    options.names = {"a-b", "date and place"};
    const auto parsed = Expression::parse("a-b + date and place", options);
    ASSERT_TRUE(parsed.has_value()) << parsed.error().text;
    EXPECT_EQ(
        to_literal(parsed->evaluate(ContextScope(Context({{"a-b", 1}, {"date and place", 2}})), surroundings()).value),
        "3");
}

TEST(FeelExpression, StopsAtItsBounds) {
    const auto starts = [](const std::string& text, const std::string& expected) {
        EXPECT_EQ(text.substr(0, expected.size()), expected);
    };
    starts(evaluated(std::string(1 << 20, '1')), "The expression has 1048576 bytes; 262144 are the most that is read.");
    starts(evaluated(std::string(100'000, '(')), "At character 301 the expression is nested deeper");
    starts(evaluated(std::string(100'000, '-')), "At character 300 the expression is nested deeper");
    std::string chain = "1";
    for (int count = 0; count < 1000; ++count) chain += "+1";
    starts(evaluated(chain), "At character 600 the expression is nested deeper");
    expect_warnings(
        {{"for i in 1..1000000000000 return i", "Lists of more than 1000000 items are not made."},
         {"some i in 1..1000000000000 satisfies i < 0", "More than 10000000 steps of loops and filters are not taken."},
         {"for i in 1..100000 return [if i = 1 then 1 else partial[-1]]",
          "Values nested more than 1000 levels deep are not made."},
         {"99 ** 99999999", "'**' of number 99 and number 99999999 has no result within 34 digits."},
         {"{f: function(f, n) f(f, n + 1), r: f(f, 1)}.r",
          "Functions called more than 6000 levels deep are not evaluated."},
         {"1E9999999", "The number 1E9999999 is beyond what a decimal of 34 digits holds."},
         {"10 ** 6000 * 10 ** 6000", "'*' of number 1E+6000 and number 1E+6000 has no result within 34 digits."}});
}

// What is written in a few words and never ends: texts and lists that hold themselves twice, patterns that try
// everything.
TEST(FeelExpression, StopsBombs) {
    expect_warnings(
        {{"for i in 1..100 return if i = 1 then [1] else [partial[-1], partial[-1]]",
          "Values that hold more than 4000000 others are not made."},
         {"for i in 1..25 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
          "'+' of string \"abababababababababababababababababababababababababababababa… and string "
          "\"abababababababababababababababababababababababababababababa… is not defined or too long."},
         {"matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")", "Matching takes more steps than allowed."},
         {"{a: string join(for i in 1..5000 return \"a\"), s: string join(for i in 1..2400 return a), r: matches(s, "
          "\"a*b\")}",
          "Matching takes more steps than allowed."},
         {"replace(\"a\", \"((((a{999}){999}){999}){999})\", \"b\")",
          "The pattern \"((((a{999}){999}){999}){999})\" can't be read: regular expression is too large."}});
}

// Comparing and searching large values counts by their weight. What was done before is pretended here, to spare the
// time.
TEST(FeelExpression, StopsAfterTooManyOperations) {
    Effort effort{operations_max - 1'000'000};
    Surroundings spent = surroundings();
    spent.effort = &effort;
    const std::string lists = "for i in 1..18 return if i = 1 then [1] else [partial[-1], partial[-1]]";
    for (const std::string& text :
         {"{a: " + lists + ", r: some i in 1..100 satisfies a[18] != a[18]}.r",
          "{a: " + lists + ", r: some i in 1..100 satisfies count(a[18]) = 0}.r",
          std::string("{a: string join(for i in 1..100000 return \"aaaaaaaaaaaaa\"), r: some i in 1..500 satisfies "
                      "lower case(a) = \"b\"}.r"),
          std::string("some i in 1..9000000 satisfies i + 1 < i")}) {
        effort.operations = operations_max - 1'000'000;
        const Evaluation evaluation = Expression::parse(text)->evaluate(ContextScope(Value()), spent);
        EXPECT_TRUE(evaluation.value.is_null()) << text;
        ASSERT_EQ(evaluation.warnings.size(), 1U) << text;
        EXPECT_EQ(evaluation.warnings.front().text, "It takes more than the 100000000 operations that are done.");
    }
    EXPECT_TRUE(effort.is_spent());
    EXPECT_TRUE(Expression::parse("1 + 1")->evaluate(ContextScope(Value()), spent).value.is_null());
    EXPECT_EQ(to_literal(Expression::parse("1 + 1")->evaluate(ContextScope(Value()), surroundings()).value), "2");
}

}  // namespace
}  // namespace dandori::feel::test
