#include "adapters/worker/placeholders.h"

#include <gtest/gtest.h>

#include "tests/support/plain_expressions.h"

namespace dandori::worker {
namespace {

namespace json = boost::json;

TEST(Placeholders, AreFilledWithValuesAsPeopleWriteThem) {
    const std::pair<json::value, const char*> samples[]{
        {nullptr, ""},
        {true, "はい"},
        {false, "いいえ"},
        {12, "12"},
        {2.50, "2.5"},
        {1e20, "1e+20"},
        {"text", "text"},
        {"2026-04-06", "2026年4月6日（月）"},
        {"2026-04-06T10:00:00+09:00", "2026年4月6日（月）10:00"},
        {json::array{"a", nullptr, "b"}, "a、b"},
        {json::object{{"name", "林"}, {"at", "2026-04-06"}}, "name: 林、at: 2026年4月6日（月）"},
    };
    for (const auto& [value, text] : samples) EXPECT_EQ(written_for_people(value), text);
}

TEST(Placeholders, AreFilledOnceAndFailWithTheirExpression) {
    const json::object variables{{"title", "{{= fail() }}"}, {"none", nullptr}};
    const Evaluate evaluate = test::evaluate_plainly;
    Filling filling(variables, evaluate);
    EXPECT_EQ(filling.fill("<{{= title }}{{= none }}>").value(), "<{{= fail() }}>");
    EXPECT_FALSE(filling.came_out_empty());
    EXPECT_EQ(filling.fill("{{= none }}").value(), "");
    EXPECT_TRUE(filling.came_out_empty());
    EXPECT_EQ(filling.empty_placeholders(), (std::vector<std::string>{"none", "none"}));
    EXPECT_EQ(filling.fill("{{= fail() }}").error().text, "{{= fail() }}: It was asked to fail.");
    EXPECT_EQ(filling.fill("{{= open").error().text, "The placeholder '{{= open' has no end.");
}

TEST(Placeholders, HoldNoMoreThanAMegabyteOfValues) {
    const json::object variables{{"long", std::string(600'000, 'x')}};
    const Evaluate evaluate = test::evaluate_plainly;
    Filling filling(variables, evaluate);
    EXPECT_TRUE(filling.fill("{{= long }}"));
    EXPECT_EQ(filling.fill("{{= long }}").error().text, "The values are longer than 1 MB.");
}

TEST(Placeholders, EndBehindTextsAndContexts) {
    EXPECT_TRUE(check_placeholders("{{= \"}}\" }} {{= {a: {b: 1}} }}"));
    EXPECT_EQ(check_placeholders("a {{= {a: 1}").error().text, "The placeholder '{{= {a: 1}' has no end.");
}

}  // namespace
}  // namespace dandori::worker
