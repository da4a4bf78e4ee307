#include "tests/engine/feel/table.h"

namespace dandori::feel::test {
namespace {

TEST(FeelJson, KeepsNumbersAndOrder) {
    const std::string json = R"({"b":1234567890.1234567890123456789012,"a":[null,true,"x\n\"\\"],"":{}})";
    EXPECT_EQ(to_json(value_of_json(json)), json);
    EXPECT_EQ(to_json(value_of_json("1.50")), "1.5");
    EXPECT_EQ(to_json(value_of_json(R"("\ud83d\udca9\u00e9\ud83d")")), "\"💩é\xEF\xBF\xBD\"");
    EXPECT_EQ(to_json(value_of_json(R"({"a":1,"a":2})")), R"({"a":2})");
}

TEST(FeelJson, TellsWhatItCantRead) {
    const auto fault = [](const std::string& json) { return from_json(json).error().text; };
    EXPECT_EQ(fault(""), "At 0 of the JSON a value is needed; found the end.");
    EXPECT_EQ(fault("[1,]"), "At 3 of the JSON a value is needed; found \"]\".");
    EXPECT_EQ(fault("{\"a\" 1}"), "At 5 of the JSON ':' is needed; found \"1}\".");
    EXPECT_EQ(fault("01"), "At 1 of the JSON the end is needed; found \"1\".");
    EXPECT_EQ(fault("\"\x01\""), "At 1 of the JSON no control character in a string is needed; found \"\x01\"\".");
    EXPECT_EQ(fault("\"\xFF\""), "The string at 0 of the JSON is not UTF-8.");
    EXPECT_EQ(fault("1e9999"), "The number 1e9999 at 0 of the JSON is beyond what a decimal of 34 digits holds.");
    EXPECT_EQ(fault(std::string(1000, '[')), "The JSON is nested deeper than 200 levels.");
}

TEST(FeelValue, FindsEntriesOfLargeContexts) {
    Context context;
    for (int index = 0; index < 1000; ++index) context.put("name " + std::to_string(index), index);
    context.put("name 500", "other");
    EXPECT_EQ(context.entries().size(), 1000u);
    EXPECT_EQ(*context.find("name 999"), Value(999));
    EXPECT_EQ(*context.find("name 500"), Value("other"));
    EXPECT_EQ(context.find("name 1000"), nullptr);
}

TEST(FeelValue, PutsAMemberDeepInside) {
    const std::vector<std::string> path{"a", "b"};
    EXPECT_EQ(to_literal(with_member(Value(), path, 1)), "{a: {b: 1}}");
    EXPECT_EQ(to_literal(with_member(value_of_json(R"({"a":{"c":2},"d":3})"), path, 1)), "{a: {c: 2, b: 1}, d: 3}");
}

TEST(FeelValue, ConformsToTypes) {
    const auto conform = [](Value value, const char* type) {
        const auto fitted = conformed(value, *parse_type(type));
        return fitted ? to_literal(*fitted) : "doesn't fit";
    };
    EXPECT_EQ(conform(List{Value(5)}, "number"), "5");
    EXPECT_EQ(conform(5, "list<number>"), "[5]");
    EXPECT_EQ(conform("a", "list<number>"), "doesn't fit");
    EXPECT_EQ(conform(Date{2026, 4, 1}, "date and time"), "2026-04-01T00:00:00Z");
    EXPECT_EQ(conform(Value(), "number"), "null");
}

TEST(FeelFunction, IsMadeOfAnExpressionAndCalledFromOutside) {
    const auto captured = std::make_shared<ContextScope>(Value(Context({{"rate", 3}})));
    const Value function = function_of({{"n", *parse_type("number")}}, *Expression::parse("n * rate"), captured);
    const std::vector<Value> five{5};
    EXPECT_EQ(invoke(function, five, surroundings()).value, Value(15));
    const std::vector<Value> text{"x"};
    const auto refused = invoke(function, text, surroundings());
    EXPECT_TRUE(refused.value.is_null());
    EXPECT_EQ(refused.warnings.front().text, "'n' is string \"x\"; number is needed.");
    EXPECT_EQ(invoke(5, five, surroundings()).warnings.front().text, "A function is needed, not number 5.");
}

TEST(FeelFunction, OutlivesTheScopeItWasMadeIn) {
    Value function;
    {
        const auto parsed = Expression::parse("for k in [10] return function(n) n + k + base");
        function = parsed->evaluate(ContextScope(Context({{"base", 100}})), surroundings()).value.as_list().front();
    }
    const std::vector<Value> one{1};
    EXPECT_EQ(invoke(function, one, surroundings()).value, Value(111));
}

TEST(FeelFunction, OfALibraryComesBeforeTheBuiltInOnes) {
    FunctionLibrary library;
    library.add("abs", {"n"}, [](Call&) -> Value { return "ours"; });
    library.add(
        "greet", {"name", "title"},
        [](Call& call) -> Value { return Value(to_text(call[1]) + " " + to_text(call[0])); }, 1);
    Surroundings with_library = surroundings();
    with_library.functions = &library;
    const auto given = [&](const char* expression) {
        return to_literal(Expression::parse(expression)->evaluate(ContextScope(Value()), with_library).value);
    };
    EXPECT_EQ(given("abs(-1)"), "\"ours\"");
    EXPECT_EQ(given("greet(\"青木\")"), "\"null 青木\"");
    EXPECT_EQ(given("greet(title: \"係長\", name: \"青木\")"), "\"係長 青木\"");
    EXPECT_EQ(given("greet()"), "null");
}

}  // namespace
}  // namespace dandori::feel::test
