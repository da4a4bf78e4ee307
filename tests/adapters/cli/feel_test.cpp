#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "adapters/cli/feel_commands.h"

namespace dandori::cli {
namespace {

struct Told {
    int status = 0;
    std::string out;
    std::string err;
};

Told run_feel(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const int status = feel(arguments, in, out, err);
    return {status, out.str(), err.str()};
}

TEST(FeelCommand, GivesTheValueAsJson) {
    EXPECT_EQ(
        run_feel({"eval", "{total: sum(prices), at: @\"2026-04-01\"}", "--context", R"({"prices": [1.10, 2]})"}).out,
        "{\"total\":3.1,\"at\":\"2026-04-01\"}\n");
    EXPECT_EQ(run_feel({"eval", "-"}, "1 +\n 2\n").out, "3\n");
}

TEST(FeelCommand, TestsAnInput) {
    EXPECT_EQ(run_feel({"eval", "[1..limit)", "--unary-tests", "5", "--context", R"({"limit": 6})"}).out, "true\n");
    EXPECT_EQ(run_feel({"eval", "-", "--unary-tests", "null"}).out, "true\n");
}

TEST(FeelCommand, TellsWhyANullCame) {
    const Told told = run_feel({"eval", "1 + amount"});
    EXPECT_EQ(told.status, 0);
    EXPECT_EQ(told.out, "null\n");
    EXPECT_EQ(told.err,
              "at 4 in `amount`: There is no variable 'amount'.\nat 0 in `1 + amount`: '+' is not defined for number 1 "
              "and null.\n");
}

TEST(FeelCommand, AsksTheCalendars) {
    const std::string folder = DANDORI_SOURCE_DIR "/processes/reference-data";
    EXPECT_EQ(run_feel({"eval", "add business days(@\"2026-04-28\", 5, \"ward_business\")", "--calendars", folder}).out,
              "\"2026-05-11\"\n");
    EXPECT_EQ(run_feel({"eval", "fiscal year(@\"2027-03-31\")"}).out, "2026\n");
}

TEST(FeelCommand, RefusesWhatItCantRead) {
    EXPECT_EQ(run_feel({"eval", "1 +"}).status, 1);
    EXPECT_EQ(run_feel({"eval", "1 +"}).err, "At character 4 an expression is needed; found the end.\n");
    EXPECT_EQ(run_feel({"eval", "1", "--context", "[]"}).err, "The context is no JSON object.\n");
    EXPECT_EQ(run_feel({"eval", "1", "2"}).status, 2);
    EXPECT_EQ(run_feel({"eval"}).err,
              "An expression is needed.\nusage: dandori feel eval EXPRESSION [--context JSON] [--unary-tests INPUT] "
              "[--calendars FOLDER]\n");
    EXPECT_EQ(run_feel({"eval", "1", "--nonsense"}).err.substr(0, 35), "There is no option '--nonsense'.\nus");
}

}  // namespace
}  // namespace dandori::cli
