#include "tests/engine/feel/table.h"

namespace dandori::feel::test {
namespace {

TEST(FeelLists, AreMeasured) {
    expect({{"count([1, 2, 3])", "3"},
            {"count(null)", "null"},
            {"min(3, 1, 2)", "1"},
            {"max([\"a\", \"c\", \"b\"])", "\"c\""},
            {"min([])", "null"},
            {"max([1, \"a\"])", "null"},
            {"sum([1.5, 2])", "3.5"},
            {"sum([1, null])", "null"},
            {"mean(1, 2, 3)", "2"},
            {"product([2, 3, 4])", "24"},
            {"median([6, 1, 2, 3])", "2.5"},
            {"median(8, 2, 5, 3, 4)", "4"},
            {"stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"},
            {"stddev([47])", "null"},
            {"mode([6, 1, 9, 6, 1])", "[1, 6]"},
            {"all([true, false])", "false"},
            {"all([true, null])", "null"},
            {"all([])", "true"},
            {"any([false, null, true])", "true"},
            {"any([false, null])", "null"},
            {"any([])", "false"}});
}

TEST(FeelLists, AreAskedAndJoined) {
    expect({{"list contains([1, null], null)", "true"},
            {"list contains([1, 2], \"2\")", "false"},
            {"index of([1, 2, 3, 2], 2)", "[2, 4]"},
            {"append([1], 2, 3)", "[1, 2, 3]"},
            {"append([1])", "[1]"},
            {"concatenate([1, 2], [3], 4)", "[1, 2, 3, 4]"},
            {"concatenate([1], null)", "null"},
            {"union([1, 2], [2, 3])", "[1, 2, 3]"},
            {"distinct values([1, 2.0, \"2\", 2, {a: 1}, {a: 1}])", "[1, 2, \"2\", {a: 1}]"},
            {"flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"},
            {"reverse([1, 2, 3])", "[3, 2, 1]"}});
}

TEST(FeelLists, AreChanged) {
    expect({{"sublist([4, 5, 6], 1, 2)", "[4, 5]"},
            {"sublist([4, 5, 6], -2)", "[5, 6]"},
            {"sublist([4, 5, 6], 0)", "null"},
            {"insert before([1, 3], 1, 2)", "[2, 1, 3]"},
            {"insert before([1, 3], -1, 2)", "[1, 2, 3]"},
            {"insert before([1, 3], 3, 2)", "null"},
            {"remove([1, 2, 3], 2)", "[1, 3]"},
            {"remove([1, 2, 3], 4)", "null"},
            {"list replace([1, 2, 3], -1, 9)", "[1, 2, 9]"},
            {"list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"},
            {"sort([3, 1, 2])", "[1, 2, 3]"},
            {"sort([\"b\", 1])", "null"},
            {"sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]"},
            {"sort([3, 1, 2], function(a, b) a)", "null"},
            {"sort([2, 1], function(a) true)", "null"},
            {"sort([{n: \"b\", k: 1}, {n: \"a\", k: 1}, {n: \"c\", k: 0}], function(a, b) a.k < b.k).n",
             "[\"c\", \"b\", \"a\"]"}});
}

TEST(FeelLists, SurviveAnOrderThatContradictsItself) {
    expect({{"count(sort(for i in 1..1000 return modulo(i * 7919, 1000), function(a, b) true))", "1000"},
            {"count(sort(for i in 1..1000 return modulo(i * 7919, 1000), function(a, b) odd(a) or even(b)))", "1000"}});
}

TEST(FeelFilters, PickByPositionConditionOrMember) {
    expect({{"[1, 2, 3][2]", "2"},
            {"[1, 2, 3][-1]", "3"},
            {"[1, 2, 3][item > 1]", "[2, 3]"},
            {"[1, 2, 3][1 + 1]", "2"},
            {"[1, 2, 3][count([1, 2])]", "2"},
            {"for i in [1, 3] return [10, 20, 30][i]", "[10, 30]"},
            {"[{x: 1, y: 2}, {x: 2, y: 3}][x = 1].y", "[2]"},
            {"[{item: 1}, {item: 2}][item >= 2]", "[{item: 2}]"},
            {"[][1]", "null"},
            {"[][item > 1]", "[]"},
            {"5[1]", "5"},
            {"5[item > 7]", "[]"},
            {"null[1]", "null"},
            {"{x: 5, r: [{x: 1}, {y: 2}][x > 3]}.r", "[{y: 2}]"},
            {"[[1, 2], [3]][1][2]", "2"},
            {"[{a: [{b: 1}, {b: 2}]}].a.b", "[[1, 2]]"}});
}

TEST(FeelContexts, AreMadeAndChanged) {
    expect({{"{a: 1, b: a + 1, \"c d\": b * 2}", "{a: 1, b: 2, c d: 4}"},
            {"{foo+bar: 1, r: foo+bar + 1}.r", "2"},
            {"{a: 1, a: 2}", "null"},
            {"get entries({a: 1, b: null})", "[{key: \"a\", value: 1}, {key: \"b\", value: null}]"},
            {"get value({a: 1}, \"a\")", "1"},
            {"context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"},
            {"context put({a: {b: 1}}, [\"a\", \"c\"], 2)", "{a: {b: 1, c: 2}}"},
            {"context put({a: 1}, [\"a\", \"c\"], 2)", "null"},
            {"context put({}, [\"a\", \"c\"], 2)", "{a: {c: 2}}"},
            {"context merge([{a: 1, b: 1}, {b: 2}])", "{a: 1, b: 2}"},
            {"context([{key: \"a\", value: 1}])", "{a: 1}"},
            {"context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"}});
}

TEST(FeelNumbers, AreRounded) {
    expect({{"decimal(2.5, 0)", "2"},
            {"decimal(1/3, 2)", "0.33"},
            {"decimal(1234, -2)", "1200"},
            {"floor(-1.56, 1)", "-1.6"},
            {"ceiling(-1.5)", "-1"},
            {"round up(1.121, 2)", "1.13"},
            {"round up(-5.5)", "-6"},
            {"round down(-5.5, 0)", "-5"},
            {"round half up(-5.5, 0)", "-6"},
            {"round half down(5.5, 0)", "5"},
            {"round half down(5.51, 0)", "6"},
            {"floor(1.5, 7000)", "null"}});
}

TEST(FeelNumbers, AreComputed) {
    expect({{"modulo(-12, 5)", "3"},
            {"modulo(10.1, -4.5)", "-3.4"},
            {"modulo(1, 0)", "null"},
            {"sqrt(2)", "1.414213562373095048801688724209698"},
            {"sqrt(-1)", "null"},
            {"log(0)", "null"},
            {"decimal(exp(1), 20)", "2.71828182845904523536"},
            {"odd(5.0)", "true"},
            {"even(1E+30)", "true"},
            {"abs(-1.5)", "1.5"},
            {"2 ** 0.5 * 2 ** 0.5 - 2 < 1E-30", "true"},
            {"0 ** -1", "null"},
            {"1E+6000 * 1E+6000", "null"},
            {"0.1 + 0.7", "0.8"}});
}

TEST(FeelTypes, AreAskedFor) {
    expect({{"1 instance of number", "true"},
            {"null instance of Any", "false"},
            {"[1, \"a\"] instance of list<number>", "false"},
            {"[1, null] instance of list<number>", "true"},
            {"{a: 1, b: 2} instance of context<a: number>", "true"},
            {"[1..3] instance of range<number>", "true"},
            {"(function(a: number, b) a) instance of function<number, string> -> Any", "true"},
            {"(function(a: number) a) instance of function<string> -> Any", "false"},
            {"@\"P1D\" instance of days and time duration", "true"},
            {"@\"P1D\" instance of years and months duration", "false"}});
    EXPECT_EQ(to_text(*parse_type("list<context<a: number, b c: date and time>>")),
              "list<context<a: number, b c: date and time>>");
    EXPECT_EQ(parse_type("lst").error().text, "At character 1 there is no type 'lst'.");
}

}  // namespace
}  // namespace dandori::feel::test
