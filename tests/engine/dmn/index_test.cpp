// The index of a table finds the rules that trying them one by one finds.
#include <gtest/gtest.h>

#include <random>

#include "engine/dmn/cell.h"
#include "tests/engine/dmn/models.h"

namespace dandori::dmn::test {
namespace {

Formula cell(const std::string& text) {
    Formula formula;
    formula.text = text;
    formula.empty = text.empty() || text == "-";
    return formula;
}

TEST(CellTest, IsReadWhereNothingMustBeEvaluated) {
    for (const char* text :
         {"-", "5", "-5.25", "\"a\"", "\"a\\\"b\", \"c\"", "< 5", ">=5", "[1..5]", "(1..5)", "]1..5[", "not(1, 2)",
          "true", "date(\"2024-01-01\")", "< @\"2024-01-01\"", "[duration(\"P1D\")..duration(\"P2D\")]", "= 3"}) {
        EXPECT_TRUE(cell_test(cell(text))) << text;
    }
}

TEST(CellTest, IsNotReadWhereSomethingMustBe) {
    for (const char* text : {"x", "? > 5", "1 + 1", "\"a\" + \"b\"", "null", "5, \"a\"", "[1..x]", "not(x)", "abs(1)",
                             "1 2", "< ", "\"a", "not(1", "@\"10:00:00\""}) {
        EXPECT_FALSE(cell_test(cell(text))) << text;
    }
}

std::string random_cell(std::mt19937& random) {
    const auto number = [&] { return std::to_string(random() % 20); };
    switch (random() % 8) {
        case 0: return "-";
        case 1: return "< " + number();
        case 2: return ">= " + number();
        case 3: return "[" + number() + ".." + number() + "]";
        case 4: return "(" + number() + ".." + number() + ")";
        case 5: return number() + ", " + number();
        case 6: return "not(" + number() + ", [" + number() + ".." + number() + "])";
        default: return number();
    }
}

TEST(TableIndex, FindsTheRulesThatEvaluatingEachCellFinds) {
    std::mt19937 random(20260401);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::vector<std::string>> simple;
        std::vector<std::vector<std::string>> evaluated_cells;
        for (int rule = 0; rule < 100; ++rule) {
            const std::string first = random_cell(random);
            const std::string second = random_cell(random);
            simple.push_back({first, second, std::to_string(rule)});
            // The same tests, in a form that can't be indexed.
            const auto hidden = [](const std::string& text) { return text == "-" ? text : "? in (" + text + ")"; };
            const auto hide = [&](const std::string& text) {
                return text.starts_with("not(") ? "not(? in (" + text.substr(4) + ")" : hidden(text);
            };
            evaluated_cells.push_back({hide(first), hide(second), std::to_string(rule)});
        }
        const std::vector<Column> inputs = {{"a", "", "", ""}, {"b", "", "", ""}};
        const std::vector<Column> outputs = {{"o", "", "", ""}};
        const ReadResult indexed =
            dmn::read(model(decision("D", {}, table("hitPolicy=\"COLLECT\"", inputs, outputs, simple))), "a.dmn");
        const ReadResult plain = dmn::read(
            model(decision("D", {}, table("hitPolicy=\"COLLECT\"", inputs, outputs, evaluated_cells))), "b.dmn");
        for (int half = -1; half < 41; ++half) {
            feel::Context values;
            values.put("a", feel::Value(*feel::Decimal::from_text(std::to_string(half / 2) + (half % 2 ? ".5" : ""))));
            values.put("b", feel::Value(static_cast<int>(random() % 20)));
            const feel::ContextScope scope{feel::Value(values)};
            const auto left = evaluate(*indexed.model, "D", scope, {});
            const auto right = evaluate(*plain.model, "D", scope, {});
            ASSERT_EQ(feel::to_literal(left->value), feel::to_literal(right->value))
                << feel::to_literal(feel::Value(values));
        }
    }
}

TEST(TableIndex, KnowsWhichCellsAreTrueOfNull) {
    const std::string xml = model(decision("D", {},
                                           table("hitPolicy=\"COLLECT\"", {{"a", "", "", ""}}, {{"o", "", "", ""}},
                                                 {{"1", "1"}, {"-", "2"}, {"not(1)", "3"}})));
    EXPECT_EQ(feel::to_literal(evaluated(xml, "D", R"({"a": 1})").value), "[1, 2]");
    EXPECT_EQ(outcome(xml, "D", R"({"a": null})"), "[2, 3]");
}

TEST(TableIndex, TriesTheCellsForAValueOfAnotherKind) {
    const std::string xml = model(decision("D", {},
                                           table("hitPolicy=\"COLLECT\"", {{"a", "", "", ""}}, {{"o", "", "", ""}},
                                                 {{"1", "1"}, {"-", "2"}, {"> 1", "3"}})));
    EXPECT_EQ(feel::to_literal(evaluated(xml, "D", R"({"a": "1"})").value), "[2]");
}

}  // namespace
}  // namespace dandori::dmn::test
