#include "adapters/cli/dmn_commands.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/engine/dmn/models.h"
#include "tests/support/temporary_folder.h"

namespace dandori::cli {
namespace {

using namespace dmn::test;

struct Said {
    int status = 0;
    std::string out;
    std::string err;
};

Said run(const std::vector<std::string>& arguments, const std::string& in = "") {
    std::istringstream input(in);
    std::ostringstream out;
    std::ostringstream err;
    const int status = dmn(arguments, input, out, err);
    return {status, out.str(), err.str()};
}

class DmnCommand : public ::testing::Test {
  protected:
    std::string file(const std::string& name, const std::string& xml) {
        const std::string path = folder_ / name;
        std::ofstream(path) << xml;
        return path;
    }

    std::string fees() {
        return file("fees.dmn",
                    model(input("Age", "number") + input("Day", "date") +
                          decision("Fee", {"+Age", "+Day"},
                                   table("hitPolicy=\"FIRST\"", {{"Age", "number", "", ""}},
                                         {{"fee", "number", "", ""}}, {{"< 18", "100"}, {">= 18", "Day.year"}}))));
    }

    dandori::test::TemporaryFolder folder_;
};

TEST_F(DmnCommand, EvalPrintsTheValueAsJson) {
    const Said said = run({"eval", fees(), "Fee", "--context", R"({"Age": 17})"});
    EXPECT_EQ(said.out, "100\n");
    EXPECT_EQ(said.err, "");
    EXPECT_EQ(said.status, 0);
}

TEST_F(DmnCommand, EvalReadsTextGivenForADateAsOne) {
    EXPECT_EQ(run({"eval", fees(), "Fee", "--context", R"({"Age": 20, "Day": "2026-04-01"})"}).out, "2026\n");
}

TEST_F(DmnCommand, AsksTheCalendars) {
    const std::string folder = DANDORI_SOURCE_DIR "/processes/reference-data";
    const std::string path =
        file("due.dmn", model(input("Asked", "date") +
                              decision("Due", {"+Asked"}, literal("add business days(Asked, 5, \"ward_business\")"))));
    const std::vector<std::string> asked{path, "Due", "--context", R"({"Asked": "2026-04-28"})", "--calendars", folder};
    for (const char* command : {"eval", "explain"}) {
        std::vector<std::string> words{command};
        words.insert(words.end(), asked.begin(), asked.end());
        const Said said = run(words);
        EXPECT_NE(said.out.find("2026-05-11"), std::string::npos) << said.out << said.err;
        EXPECT_EQ(said.status, 0);
    }
    const Said served = run({"serve", "--calendars", folder},
                            "{\"model\": \"" + path +
                                "\", \"decision\": \"Due\", \"inputs\": {\"Asked\": {\"type\": \"date\", \"value\": "
                                "\"2026-04-28\"}}}\n");
    EXPECT_NE(served.out.find("2026-05-11"), std::string::npos) << served.out;
    EXPECT_EQ(run({"check", path}).out.find("There is no"), std::string::npos);
    EXPECT_EQ(run({"serve", "--calendars", "/nowhere"}).err, "The file '/nowhere/holidays.csv' can't be opened.\n");
}

TEST_F(DmnCommand, EvalSaysWhatWentWrong) {
    const Said said = run({"eval", fees(), "Fee", "--context", R"({"Age": "old"})"});
    EXPECT_EQ(said.out, "null\n");
    EXPECT_TRUE(said.err.starts_with("error: Input 'Age': \"old\" (string) is not of type number.\n")) << said.err;
    EXPECT_TRUE(said.err.ends_with("warning: In 'Fee' no rule matches, and there is no default output.\n")) << said.err;
    EXPECT_EQ(said.status, 1);
}

TEST_F(DmnCommand, ExplainShowsTheRulesThatMatched) {
    EXPECT_EQ(run({"explain", fees(), "Fee", "--context", R"({"Age": 17})"}).out,
              "Fee = 100\n  input   Age = 17\n  rule 1 gives fee = 100\n");
    EXPECT_EQ(run({"explain", fees(), "Fee"}).out, "Fee = null\n  input   Age = null\n  no rule matches\n");
}

TEST_F(DmnCommand, CheckPrintsEachFaultOnALine) {
    const std::string path =
        file("gap.dmn",
             model(decision("D", {},
                            table("", {{"age", "", "", ""}}, {{"fee", "", "", ""}}, {{"< 18", "1"}, {"> 18", "2"}}))));
    const Said said = run({"check", path});
    EXPECT_EQ(
        said.out,
        path +
            ":4: warning: [D] The table of 'D' has a gap: no rule matches age = 18. Add a rule for it or a default "
            "output.\n");
    EXPECT_EQ(said.status, 1);
    EXPECT_EQ(run({"check", fees()}).status, 0);
}

TEST_F(DmnCommand, TellsHowItIsUsed) {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {}, {"run"}, {"eval", "x.dmn"}, {"check", "a", "b"}, {"eval", "a", "b", "--context"}}) {
        const Said said = run(arguments);
        EXPECT_EQ(said.status, 2);
        EXPECT_NE(said.err.find("Usage: dandori dmn serve [--calendars FOLDER]\n"), std::string::npos);
    }
    EXPECT_TRUE(run({"eval", "a", "b", "--colour"}).err.starts_with("There is no option --colour.\n"));
}

TEST_F(DmnCommand, SaysWhichFileCanNotBeOpened) {
    const Said said = run({"eval", "/nowhere/a.dmn", "D"});
    EXPECT_EQ(said.err, "The file '/nowhere/a.dmn' can't be opened.\n");
    EXPECT_EQ(said.status, 1);
}

TEST_F(DmnCommand, ServeAnswersALineForALine) {
    const std::string path = fees();
    const std::string request = R"({"id": "1", "model": ")" + path +
                                R"(", "imports": [], "decision": "Fee", "inputs": {"Age": 20, "Day": )"
                                R"({"type": "date", "value": "2026-04-01"}}, "imported_inputs": {}})";
    const Said said =
        run({"serve"}, request + "\n\n{\"id\": 2, \"model\": \"" + path + "\", \"decision\": \"Gone\"}\nno JSON\n[]\n");
    std::istringstream lines(said.out);
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, R"({"id": "1", "result": 2026, "messages": []})");
    std::getline(lines, line);
    EXPECT_EQ(line, R"({"id": 2, "error": "There is no decision 'Gone' in ')" + path + R"('."})");
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with("{\"error\": ")) << line;
    std::getline(lines, line);
    EXPECT_EQ(line, R"({"error": "The request is no JSON object."})");
}

TEST_F(DmnCommand, ServeKeepsTheTypesOfValues) {
    const std::string path = file("same.dmn", model(input("x") + decision("D", {"+x"}, literal("x"))));
    for (const std::string value :
         {R"("text")", "1234567890123456789012345678901234", "0.1", "true", "null", "[1, [2]]",
          R"({"type": "context", "value": {"a b": 1}})", R"({"type": "date", "value": "-2020-01-31"})",
          R"({"type": "time", "value": "10:00:00.5+02:00"})",
          R"({"type": "date and time", "value": "2020-01-31T10:00:00@Europe/Paris"})",
          R"({"type": "days and time duration", "value": "-P1DT2H0.5S"})",
          R"({"type": "years and months duration", "value": "P1Y2M"})",
          R"({"type": "range", "low": 1, "low included": true, "high": null, "high included": false})"}) {
        const Said said =
            run({"serve"}, R"({"model": ")" + path + R"(", "decision": "D", "inputs": {"x": )" + value + "}}\n");
        EXPECT_EQ(said.out, "{\"result\": " + value + ", \"messages\": []}\n");
    }
}

TEST_F(DmnCommand, ServeSaysWhichValueItCanNotRead) {
    const std::string path = file("same.dmn", model(input("x") + decision("D", {"+x"}, literal("x"))));
    const auto answer = [&](const std::string& value) {
        return run({"serve"}, R"({"model": ")" + path + R"(", "decision": "D", "inputs": {"x": )" + value + "}}\n").out;
    };
    EXPECT_EQ(answer(R"({"type": "date", "value": "2020-02-30"})"),
              "{\"error\": \"\\\"2020-02-30\\\" is no date.\"}\n");
    EXPECT_EQ(answer(R"({"type": "colour", "value": "red"})"),
              "{\"error\": \"There is no type 'colour' of a value.\"}\n");
    EXPECT_EQ(answer(R"({"a": 1})"), "{\"error\": \"A JSON object has no member \\\"type\\\".\"}\n");
}

}  // namespace
}  // namespace dandori::cli
