// DMN 1.5, 10.2.1: boxed expressions, one by one.
#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

std::string result_of(const std::string& logic, const std::string& type = "") {
    return outcome(model(decision("D", {}, logic, type)), "D");
}

std::string entry(const std::string& name, const std::string& logic) {
    return "<contextEntry>" + (name.empty() ? "" : "<variable name=\"" + name + "\"/>") + logic + "</contextEntry>";
}

TEST(LiteralExpression, GivesItsValue) { EXPECT_EQ(result_of(literal("1 + 2")), "3"); }

TEST(LiteralExpression, ThatCanNotBeReadGivesNullAndSaysWhy) {
    EXPECT_TRUE(result_of(literal("1 +")).starts_with("null\nE In 'D': '1 +' can't be read: "));
}

TEST(BoxedContext, SeesItsEarlierEntries) {
    EXPECT_EQ(result_of("<context>" + entry("a", literal("1")) + entry("b", literal("a + 1")) + "</context>"),
              "{a: 1, b: 2}");
}

TEST(BoxedContext, GivesItsResultEntryAlone) {
    EXPECT_EQ(result_of("<context>" + entry("a", literal("1")) + entry("", literal("a + 1")) + "</context>"), "2");
}

TEST(BoxedRelation, GivesAListOfContexts) {
    EXPECT_EQ(result_of("<relation><column name=\"name\"/><column name=\"age\" typeRef=\"number\"/>"
                        "<row>" +
                        literal("\"A\"") + literal("1") + "</row><row>" + literal("\"B\"") + literal("2") +
                        "</row></relation>"),
              "[{name: \"A\", age: 1}, {name: \"B\", age: 2}]");
}

TEST(BoxedList, GivesItsItems) {
    EXPECT_EQ(result_of("<list>" + literal("1") + literal("\"b\"") + "</list>"), "[1, \"b\"]");
}

const std::string add =
    "<functionDefinition><formalParameter name=\"x\" typeRef=\"number\"/>"
    "<formalParameter name=\"y\" typeRef=\"number\"/>" +
    literal("x - y") + "</functionDefinition>";

TEST(BoxedFunction, IsCalledByPlaceAndByName) {
    EXPECT_EQ(result_of("<context>" + entry("f", add) + entry("", literal("[f(5, 3), f(y: 5, x: 3)]")) + "</context>"),
              "[2, -2]");
}

TEST(BoxedFunction, SeesWhatWasBeforeIt) {
    const std::string scaled =
        "<functionDefinition><formalParameter name=\"x\"/>" + literal("x * factor") + "</functionDefinition>";
    EXPECT_EQ(result_of("<context>" + entry("factor", literal("10")) + entry("f", scaled) + entry("", literal("f(2)")) +
                        "</context>"),
              "20");
}

TEST(BoxedFunction, MayHoldAnyBoxedExpression) {
    const std::string boxed = "<functionDefinition><formalParameter name=\"x\"/><list>" + literal("x") +
                              literal("x + 1") + "</list></functionDefinition>";
    EXPECT_EQ(result_of("<context>" + entry("f", boxed) + entry("", literal("f(1)")) + "</context>"), "[1, 2]");
}

TEST(BoxedFunction, IsNotCalledWithAnArgumentOfAnotherType) {
    const std::string text =
        result_of("<context>" + entry("f", add) + entry("", literal("f(\"a\", 1)")) + "</context>");
    EXPECT_TRUE(text.starts_with("null\nW ")) << text;
}

TEST(BoxedFunction, OfJavaIsRefused) {
    const std::string java =
        "<functionDefinition kind=\"Java\"><formalParameter name=\"x\"/><context/></functionDefinition>";
    EXPECT_EQ(result_of("<context>" + entry("f", java) + entry("", literal("f(1)")) + "</context>"),
              "null\nE 'function' was not called: Java functions are not run.");
}

std::string invocation(const std::string& called, const std::vector<std::pair<std::string, std::string>>& bindings) {
    std::string text = "<context>" + entry("f", add) + "<contextEntry><invocation>" + literal(called);
    for (const auto& [parameter, value] : bindings) {
        text += "<binding><parameter name=\"" + parameter + "\"/>" + literal(value) + "</binding>";
    }
    return text + "</invocation></contextEntry></context>";
}

TEST(BoxedInvocation, BindsParametersByName) { EXPECT_EQ(result_of(invocation("f", {{"y", "1"}, {"x", "3"}})), "2"); }

TEST(BoxedInvocation, SaysWhichParameterThereIsNot) {
    EXPECT_EQ(result_of(invocation("f", {{"y", "1"}, {"z", "3"}})),
              "null\nW 'f' was not called: it has no parameter 'z'.");
}

TEST(BoxedInvocation, SaysWhichParameterWasNotGiven) {
    EXPECT_EQ(result_of(invocation("f", {{"y", "1"}})), "null\nW 'f' was not called: its parameter 'x' was not given.");
}

TEST(BoxedInvocation, NeedsAFunction) {
    EXPECT_EQ(result_of(invocation("1", {})),
              "null\nW '1' is 1 (number), so it can't be invoked; a function is needed.");
}

std::string conditional(const std::string& condition) {
    return "<conditional><if>" + literal(condition) + "</if><then>" + literal("\"then\"") + "</then><else>" +
           literal("\"else\"") + "</else></conditional>";
}

TEST(BoxedConditional, ChoosesByItsCondition) {
    EXPECT_EQ(result_of(conditional("true")), "\"then\"");
    EXPECT_EQ(result_of(conditional("false")), "\"else\"");
}

TEST(BoxedConditional, TakesNullForFalse) { EXPECT_EQ(result_of(conditional("null")), "\"else\""); }

TEST(BoxedConditional, NeedsABoolean) {
    EXPECT_EQ(result_of(conditional("\"abc\"")),
              "null\nW The condition gave \"abc\" (string); true or false is needed.");
}

std::string filter(const std::string& in, const std::string& match) {
    return "<filter><in>" + literal(in) + "</in><match>" + literal(match) + "</match></filter>";
}

TEST(BoxedFilter, KeepsTheItemsThatMatch) { EXPECT_EQ(result_of(filter("[1, 2, 3]", "item > 1")), "[2, 3]"); }

TEST(BoxedFilter, SeesTheEntriesOfItsItems) {
    EXPECT_EQ(result_of(filter("[{a: 1}, {a: 2}]", "a = 2 and item.a = 2")), "[{a: 2}]");
}

TEST(BoxedFilter, NeedsABoolean) {
    EXPECT_EQ(result_of(filter("[1, 2]", "\"x\"")),
              "null\nW The filter gave \"x\" (string) for 1 (number); true or false is needed.");
}

std::string iterator(const std::string& kind, const std::string& part, const std::string& in, const std::string& body) {
    return "<" + kind + " iteratorVariable=\"i\"><in>" + literal(in) + "</in><" + part + ">" + literal(body) + "</" +
           part + "></" + kind + ">";
}

TEST(BoxedFor, GivesAListOfItsResults) { EXPECT_EQ(result_of(iterator("for", "return", "[1, 2]", "i * 2")), "[2, 4]"); }
TEST(BoxedFor, SeesItsResultsSoFar) {
    EXPECT_EQ(result_of(iterator("for", "return", "[1, 2, 3]", "i + count(partial)")), "[1, 3, 5]");
}
TEST(BoxedFor, GoesThroughTheNumbersOfARange) {
    EXPECT_EQ(result_of(iterator("for", "return", "[1..3]", "i * 2")), "[2, 4, 6]");
}
TEST(BoxedFor, SaysWhatHasNoItems) {
    EXPECT_EQ(result_of(iterator("for", "return", "null", "i")), "null\nW The list to go through is null.");
    EXPECT_EQ(result_of(iterator("for", "return", "[\"a\"..\"b\"]", "i")),
              "null\nW The list to go through is [\"a\"..\"b\"] (range).");
}
TEST(BoxedSome, IsTrueIfOneIs) { EXPECT_EQ(result_of(iterator("some", "satisfies", "[1, 2]", "i = 2")), "true"); }
TEST(BoxedSome, IsFalseOfNothing) { EXPECT_EQ(result_of(iterator("some", "satisfies", "[]", "true")), "false"); }
TEST(BoxedEvery, IsFalseIfOneIs) { EXPECT_EQ(result_of(iterator("every", "satisfies", "[1, 2]", "i = 2")), "false"); }
TEST(BoxedEvery, IsTrueOfNothing) { EXPECT_EQ(result_of(iterator("every", "satisfies", "[]", "false")), "true"); }
TEST(BoxedEvery, NeedsABoolean) {
    EXPECT_EQ(result_of(iterator("every", "satisfies", "[1]", "\"x\"")),
              "null\nW The test gave \"x\" (string) for 1 (number); true or false is needed.");
}

}  // namespace
}  // namespace dandori::dmn::test
