// What the checker says of models that can be run, but surely not as meant.
#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

std::string ages(const std::string& policy, const std::vector<std::vector<std::string>>& rules,
                 const std::string& values = "", const std::string& output_type = "") {
    return model(input("Age", "number") +
                 decision("Risk", {"+Age"},
                          table("hitPolicy=\"" + policy + "\"", {{"Age", "number", values, ""}},
                                {{"risk", output_type, "", ""}}, rules)));
}

TEST(Checker, HasNothingToSayOfATableWithoutFaults) {
    EXPECT_EQ(findings(ages("UNIQUE", {{"< 10", "\"low\""}, {"[10..20)", "\"mid\""}, {">= 20", "\"high\""}})), "");
}

TEST(Checker, FindsAGapWithAnInputThatFallsThrough) {
    EXPECT_EQ(findings(ages("UNIQUE", {{"< 10", "\"low\""}, {"> 10", "\"high\""}})),
              "test.dmn:6: warning: [Risk] The table of 'Risk' has a gap: no rule matches Age = 10. Add a rule for it "
              "or a default output.\n");
}

TEST(Checker, FindsAGapBetweenIntervals) {
    EXPECT_EQ(findings(ages("FIRST", {{"<= 10", "\"low\""}, {">= 11", "\"high\""}})),
              "test.dmn:6: warning: [Risk] The table of 'Risk' has a gap: no rule matches Age = 10.5. Add a rule for "
              "it or a default output.\n");
}

TEST(Checker, LooksForGapsOnlyAmongTheInputValues) {
    EXPECT_EQ(findings(ages("UNIQUE", {{"[0..10]", "\"low\""}, {"(10..120]", "\"high\""}}, "[0..120]")), "");
}

TEST(Checker, FindsGapsOverSeveralColumns) {
    const std::string xml = model(input("Age", "number") + input("Member", "boolean") +
                                  decision("Fee", {"+Age", "+Member"},
                                           table("", {{"Age", "", "", ""}, {"Member", "", "", ""}},
                                                 {{"fee", "", "", ""}}, {{"< 18", "-", "1"}, {">= 18", "true", "2"}})));
    EXPECT_EQ(findings(xml),
              "test.dmn:8: warning: [Fee] The table of 'Fee' has a gap: no rule matches Age = 18, Member = false. "
              "Add a rule for it or a default output.\n");
}

TEST(Checker, FindsTextsThatNoRuleMatches) {
    const std::string xml =
        model(input("Grade", "string") + decision("Fee", {"+Grade"},
                                                  table("", {{"Grade", "", "", ""}}, {{"fee", "", "", ""}},
                                                        {{"\"A\", \"C\"", "1"}, {"\"B\"", "2"}})));
    EXPECT_EQ(findings(xml),
              "test.dmn:6: warning: [Fee] The table of 'Fee' has a gap: no rule matches Grade = any other text. "
              "Add a rule for it or a default output.\n");
}

TEST(Checker, FindsGapsBetweenDaysOnlyWhereADayIs) {
    const std::string xml =
        model(input("Day", "date") + decision("Fee", {"+Day"},
                                              table("", {{"Day", "", "", ""}}, {{"fee", "", "", ""}},
                                                    {{"<= @\"2026-03-31\"", "1"}, {">= @\"2026-04-01\"", "2"}})));
    EXPECT_EQ(findings(xml), "");
}

TEST(Checker, FindsOverlapsOfATableThatAllowsOneRule) {
    EXPECT_EQ(findings(ages("UNIQUE", {{"<= 10", "\"low\""}, {">= 10", "\"high\""}})),
              "test.dmn:9: warning: [Risk] Rules 1 and 2 of the table of 'Risk' overlap: both match Age = 10. "
              "Make them exclude one another or choose another hit policy.\n");
}

TEST(Checker, FindsDifferentOutputsWhereAnyRuleMayMatch) {
    EXPECT_EQ(findings(ages("ANY", {{"<= 10", "\"low\""}, {">= 10", "\"high\""}})),
              "test.dmn:9: warning: [Risk] Rules 1 and 2 of the table of 'Risk' overlap: both match Age = 10, but "
              "their outputs differ. "
              "Give them the same outputs or choose another hit policy.\n");
    EXPECT_EQ(findings(ages("ANY", {{"<= 10", "\"low\""}, {">= 10", "\"low\""}})), "");
}

TEST(Checker, FindsARuleHiddenByThoseBeforeIt) {
    EXPECT_EQ(findings(ages("FIRST", {{"< 10", "\"a\""}, {">= 10", "\"b\""}, {"[5..15]", "\"c\""}})),
              "test.dmn:10: warning: [Risk] Rule 3 of the table of 'Risk' is never reached: the rules before it match "
              "all that it matches. "
              "Move it up, narrow the rules before it, or remove it.\n");
}

TEST(Checker, FindsARuleThatNoInputCanReach) {
    EXPECT_EQ(findings(ages("UNIQUE", {{"[0..120]", "\"a\""}, {"> 120", "\"b\""}}, "[0..120]")),
              "test.dmn:9: warning: [Risk] Rule 2 of the table of 'Risk' is never reached: '> 120' in input column 1 "
              "(Age) is true of no value "
              "it can have. Correct the cell or remove the rule.\n");
}

TEST(Checker, FindsCellsThatTestAnotherType) {
    EXPECT_EQ(findings(ages("COLLECT", {{"\"ten\"", "1"}})),
              "test.dmn:8: warning: [Risk] Rule 1 of the table of 'Risk', input column 1 (Age): '\"ten\"' tests a "
              "string, but the column is of "
              "type number. Test a number or correct the type of the column.\n");
}

TEST(Checker, FindsOutputsOfAnotherType) {
    EXPECT_EQ(findings(ages("COLLECT", {{"-", "\"ten\""}}, "", "number")),
              "test.dmn:8: warning: [Risk] Rule 1 of the table of 'Risk', output column 1 (risk): \"ten\" (string) is "
              "not of type number. "
              "Correct the cell or the type of the column.\n");
}

TEST(Checker, FindsUnknownNamesAndWhatMayHaveBeenMeant) {
    EXPECT_EQ(findings(model(input("Amount") + decision("D", {"+Amount"}, literal("Amuont + 1")))),
              "test.dmn:5: warning: [D] In 'D' the name 'Amuont' is not known. Did you mean 'Amount'?\n");
}

TEST(Checker, LetsNamesBeWhereTheModelDeclaresNoInputs) {
    EXPECT_EQ(findings(model(decision("D", {}, literal("amount + 1")))), "");
}

TEST(Checker, SaysNothingOfCellsThatMustBeEvaluated) {
    EXPECT_EQ(findings(ages("UNIQUE", {{"? * 2 > 10", "1"}, {"< Age", "2"}})), "");
}

}  // namespace
}  // namespace dandori::dmn::test
