// DMN 1.5, 7.3.2 and 10.3.2.9.4: types of models, and what becomes of values that have to be of one.
#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

const std::string types =
    "<itemDefinition name=\"tNumbers\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>\n"
    "<itemDefinition name=\"tGrade\"><typeRef>string</typeRef><allowedValues><text>\"A\", \"B\"</text></allowedValues>"
    "</itemDefinition>\n"
    "<itemDefinition name=\"tGrades\" isCollection=\"true\"><typeRef>string</typeRef><allowedValues><text>\"A\", "
    "\"B\"</text>"
    "</allowedValues></itemDefinition>\n"
    "<itemDefinition name=\"tPair\" isCollection=\"true\"><typeRef>number</typeRef><typeConstraint><text>count(?) = "
    "2</text>"
    "</typeConstraint></itemDefinition>\n"
    "<itemDefinition name=\"tPerson\"><itemComponent name=\"name\"><typeRef>string</typeRef></itemComponent>"
    "<itemComponent name=\"age\"><typeRef>number</typeRef></itemComponent></itemDefinition>\n"
    "<itemDefinition name=\"tTree\"><itemComponent name=\"value\"><typeRef>number</typeRef></itemComponent>"
    "<itemComponent name=\"children\" "
    "isCollection=\"true\"><typeRef>tTree</typeRef></itemComponent></itemDefinition>\n";

std::string as(const std::string& type, const std::string& feel) {
    return outcome(model(types + decision("D", {}, literal(feel), type)), "D");
}

TEST(Types, LeaveAloneWhatConforms) {
    EXPECT_EQ(as("number", "1"), "1");
    EXPECT_EQ(as("tNumbers", "[1, 2]"), "[1, 2]");
    EXPECT_EQ(as("tPerson", "{name: \"A\", age: 1, more: true}"), "{name: \"A\", age: 1, more: true}");
    EXPECT_EQ(as("tTree", "{value: 1, children: [{value: 2, children: []}]}"),
              "{value: 1, children: [{value: 2, children: []}]}");
    EXPECT_EQ(as("Any", "\"x\""), "\"x\"");
}

TEST(Types, MakeNullOfWhatDoesNotConform) {
    EXPECT_EQ(as("string", "2"), "null\nE 'D': 2 (number) is not of type string.");
    EXPECT_EQ(as("tNumbers", "[1, \"a\"]"), "null\nE 'D': item 2: \"a\" (string) is not of type number.");
    EXPECT_EQ(as("tPerson", "{name: \"A\"}"), "null\nE 'D': entry 'age' of type tPerson is missing.");
    EXPECT_EQ(as("tPerson", "{name: 1, age: 1}"), "null\nE 'D': entry 'name': 1 (number) is not of type string.");
    EXPECT_EQ(as("tTree", "{value: 1, children: [{value: \"2\", children: []}]}"),
              "null\nE 'D': entry 'children': item 1: entry 'value': \"2\" (string) is not of type number.");
}

TEST(Types, TakeTheItemOfAListOfOne) {
    EXPECT_EQ(as("string", "[\"a\"]"), "\"a\"");
    EXPECT_EQ(as("string", "[[\"a\"]]"), "null\nE 'D': [[\"a\"]] (list) is not of type string.");
}

TEST(Types, MakeAListOfOneItem) { EXPECT_EQ(as("tNumbers", "1"), "[1]"); }

TEST(Types, MakeMidnightInUtcOfADate) {
    EXPECT_EQ(as("date and time", "date(\"2024-02-29\")"), "2024-02-29T00:00:00Z");
}

TEST(Types, LetNullBe) { EXPECT_EQ(as("tPerson", "null"), "null"); }

TEST(Types, KeepToTheValuesAllowed) {
    EXPECT_EQ(as("tGrade", "\"A\""), "\"A\"");
    EXPECT_EQ(as("tGrade", "\"C\""), "null\nE 'D': \"C\" (string) is not among \"A\", \"B\".");
    EXPECT_EQ(as("tGrades", "[\"A\", \"C\"]"), "null\nE 'D': item 2: \"C\" (string) is not among \"A\", \"B\".");
}

TEST(Types, KeepToTheConstraintOnTheWhole) {
    EXPECT_EQ(as("tPair", "[1, 2]"), "[1, 2]");
    EXPECT_EQ(as("tPair", "[1, 2, 3]"), "null\nE 'D': [1, 2, 3] (list) is not among count(?) = 2.");
}

TEST(Types, AreCheckedForInputData) {
    const std::string xml =
        model(types + input("Grade", "tGrade") + decision("D", {"+Grade"}, literal("Grade = null")));
    EXPECT_EQ(outcome(xml, "D", R"({"Grade": "C"})"),
              "true\nE Input 'Grade': \"C\" (string) is not among \"A\", \"B\".");
}

TEST(Types, MayBeTestedByTheirNamesInExpressions) {
    EXPECT_EQ(
        as("", "[[1, 2] instance of tNumbers, \"a\" instance of tNumbers, {name: \"a\", age: 2} instance of tPerson]"),
        "[true, false, true]");
}

TEST(Types, ThatAreNotThereAreTold) {
    EXPECT_EQ(problems(model(decision("D", {}, literal("1"), "tNone"))),
              "test.dmn:2: error: The type 'tNone' is not defined. Define it or use one of FEEL's types, such as "
              "string or number.\n");
}

TEST(Types, DefinedByThemselvesAreTold) {
    const std::string xml = model(
        "<itemDefinition name=\"a\"><typeRef>b</typeRef></itemDefinition><itemDefinition "
        "name=\"b\"><typeRef>a</typeRef></itemDefinition>" +
        decision("D", {}, literal("1"), "a"));
    EXPECT_EQ(problems(xml),
              "test.dmn:0: error: The type 'a' is defined by itself. Let it refer to one of FEEL's types, such as "
              "string or number.\n");
    EXPECT_EQ(outcome(xml, "D"), "1");
}

}  // namespace
}  // namespace dandori::dmn::test
