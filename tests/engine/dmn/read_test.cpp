// Reading: versions of DMN, and all faults of a file at once.
#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

TEST(Read, KnowsTheNamespacesOfDmn11To15) {
    for (const char* name :
         {"http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
          "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
          "https://www.omg.org/spec/DMN/20230324/MODEL/"}) {
        const std::string xml = "<definitions xmlns=\"" + std::string(name) +
                                "\" id=\"m\" name=\"m\" namespace=\"urn:m\">" + decision("D", {}, literal("6 * 7")) +
                                "</definitions>";
        EXPECT_EQ(outcome(xml, "D"), "42") << name;
    }
}

TEST(Read, RefusesWhatIsNotDmn) {
    EXPECT_EQ(problems("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"),
              "test.dmn:1: error: The root element is <definitions> of namespace "
              "'http://www.omg.org/spec/BPMN/20100524/MODEL', not "
              "<definitions> of DMN 1.1 to 1.5. Save the file as DMN 1.3 or later.\n");
    EXPECT_EQ(dmn::read("<a", "test.dmn").model, nullptr);
    EXPECT_EQ(dmn::read("", "test.dmn").model, nullptr);
}

TEST(Read, TellsAllFaultsAtOnce) {
    const std::string xml = model(
        decision("A", {}, "<literalExpression expressionLanguage=\"juel\"><text>x</text></literalExpression>") +
        decision("B", {},
                 table("hitPolicy=\"SOMETIMES\"", {{"a", "", "", ""}}, {{"o", "", "", ""}}, {{"-"}, {"-", "1"}})) +
        decision("C", {}, table("hitPolicy=\"PRIORITY\"", {{"a", "", "", ""}}, {{"o", "", "", ""}}, {{"-", "1"}})));
    EXPECT_EQ(
        problems(xml),
        "test.dmn:3: error: In 'A': the expression language 'juel' can't be run. Write the expression in FEEL.\n"
        "test.dmn:6: error: The table of 'B' has the hit policy 'SOMETIMES', which there is not. Choose one of DMN's.\n"
        "test.dmn:9: error: Rule 1 of the table of 'B' has 1 input and 0 output cells, but the table has 1 and 1 "
        "columns. Give the "
        "rule a cell for each column.\n"
        "test.dmn:14: error: The table of 'C' goes by the order of its output values, but no output column lists them. "
        "List the "
        "output values, the most important first.\n");
}

TEST(Read, TellsWhereACellCanNotBeRead) {
    const std::string text = problems(
        model(decision("D", {}, table("", {{"a", "", "", ""}}, {{"o", "", "", ""}}, {{"-", "1"}, {"< <", "1 +"}}))));
    EXPECT_NE(text.find("test.dmn:7: error: In the table of 'D', rule 2, input column 1, '< <' can't be read: "),
              text.npos)
        << text;
    EXPECT_NE(text.find("test.dmn:7: error: In the table of 'D', rule 2, output column 1, '1 +' can't be read: "),
              text.npos)
        << text;
}

TEST(Read, RefusesMoreElementsThanItsBound) {
    std::string body;
    for (int index = 0; index < 5001; ++index) body += input("i" + std::to_string(index));
    EXPECT_EQ(problems(model(body)),
              "test.dmn:5002: error: [i5000] The model has more than 5000 elements. Split it into several.\n");
}

TEST(Read, RefusesAChainOfDecisionsLongerThanItsBound) {
    std::string body = decision("d0", {}, literal("1"));
    for (int index = 1; index <= 501; ++index) {
        const std::string before = "d" + std::to_string(index - 1);
        body = decision("d" + std::to_string(index), {"*" + before}, literal(before)) + body;
    }
    EXPECT_NE(problems(model(body))
                  .find("More than 500 decisions require one another in a chain. Put several into one context."),
              std::string::npos);
}

TEST(Read, KeepsTheVersionTag) {
    const std::string xml = model(
        "<decision id=\"D\" name=\"D\"><extensionElements><zeebe:versionTag xmlns:zeebe=\"http://camunda.org/schema/"
        "zeebe/1.0\" value=\"v1\"/></extensionElements>" +
        literal("1") + "</decision>");
    const ReadResult read = dmn::read(xml, "test.dmn");
    ASSERT_NE(read.model, nullptr);
    EXPECT_EQ(read.model->decisions().at(0).version_tag, "v1");
}

TEST(Read, NamesHoldOperatorsAndKeywords) {
    const std::string xml = model(input("Teacher's pre-test", "number") +
                                  decision("D", {"+Teacher's pre-test"}, literal("Teacher's pre-test - 1")));
    EXPECT_EQ(outcome(xml, "D", R"({"Teacher's pre-test": 5})"), "4");
}

}  // namespace
}  // namespace dandori::dmn::test
