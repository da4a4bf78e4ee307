#include "adapters/rest/body.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace dandori::rest {
namespace {

class BodyTest : public testing::Test {
  protected:
    Body body(std::string text) {
        text_ = std::move(text);
        return *Body::of(boost::json::parse(text_), text_);
    }

  private:
    std::string text_;
};

TEST_F(BodyTest, TakesAnAbsentMemberAndNullForTheSame) {
    auto it = body(R"({"a": null})");
    EXPECT_FALSE(*it.text("a"));
    EXPECT_FALSE(*it.text("b"));
    EXPECT_EQ(it.object_text("c")->text, "{}");
    EXPECT_TRUE(it.nothing_else());
    EXPECT_TRUE(Body::of(nullptr, "")->nothing_else());
}

TEST_F(BodyTest, TakesKeysAsTextOrNumber) {
    auto it = body(R"({"a": "2251799813685251", "b": 7})");
    EXPECT_EQ((*it.key<engine::JobKey>("a"))->value, 2251799813685251);
    EXPECT_EQ((*it.key<engine::JobKey>("b"))->value, 7);
}

TEST_F(BodyTest, KeepsVariablesAsTheyCame) {
    auto it = body(R"({"variables": {"sum": 0.10, "big": 12345678901234567890} })");
    EXPECT_EQ(it.object_text("variables")->text, R"({"sum": 0.10, "big": 12345678901234567890})");
}

TEST_F(BodyTest, KeepsThemInObjectsWithinTooAndInLists) {
    auto it = body(R"({"list": [ {"variables": {"a": 1.0}}, {}], "one": {"variables": {"b": 2.50} } })");
    auto list = *it.objects("list");
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].object_text("variables")->text, R"({"a": 1.0})");
    EXPECT_EQ(list[1].object_text("variables")->text, "{}");
    EXPECT_EQ((*it.object("one"))->object_text("variables")->text, R"({"b": 2.50})");
}

TEST_F(BodyTest, NamesTheMemberWhatWasFoundAndWhatIsExpected) {
    const auto fault = [&](std::string text, auto read) {
        auto it = body(std::move(text));
        const auto result = read(it);
        return result ? std::string{} : result.error().text;
    };
    EXPECT_EQ(fault(R"({"a": 1})", [](Body& it) { return it.text("a"); }), "'a' must be a text, found the number 1.");
    EXPECT_EQ(fault(R"({"a": ""})", [](Body& it) { return it.required_text("a"); }),
              "'a' is missing; a text is needed.");
    EXPECT_EQ(fault(R"({"a": 1.5})", [](Body& it) { return it.integer("a", 0, 9); }),
              "'a' must be a whole number, found a fraction.");
    for (const auto* huge : {R"({"a": 1e300})", R"({"a": 9007199254740992.0})"})
        EXPECT_EQ(fault(huge, [](Body& it) { return it.integer("a", 0, INT64_MAX); }), "'a' must be a whole number, found a fraction.") << huge;
    EXPECT_EQ(fault(R"({"a": 3.0})", [](Body& it) { return it.integer("a", 3, 3); }), "");
    EXPECT_EQ(fault(R"({"a": -3e2})", [](Body& it) { return it.integer("a", -300, -300); }), "");
    EXPECT_EQ(fault(R"({"a": 10})", [](Body& it) { return it.integer("a", 0, 9); }),
              "'a' must be from 0 to 9, found 10.");
    EXPECT_EQ(fault(R"({"a": "12x"})", [](Body& it) { return it.key<engine::JobKey>("a"); }),
              "'a' must be a key (a decimal number in quotes), found the text \"12x\".");
    EXPECT_NE(fault(R"({"a": "00000000000000000000000001"})", [](Body& it) { return it.key<engine::JobKey>("a"); }), "");
    EXPECT_EQ(fault(R"({"a": "0000000000000000000000001"})", [](Body& it) { return it.key<engine::JobKey>("a"); }), "");
    EXPECT_EQ(fault(R"({"a": "soon"})", [](Body& it) { return it.time("a"); }),
              "'a' must be a time like 2026-01-31T12:00:00Z, found the text \"soon\".");
    EXPECT_EQ(fault(R"({"a": ["x", {}]})", [](Body& it) { return it.text_list("a"); }),
              "'a' must be a list of texts, found an object.");
    EXPECT_EQ(fault(R"({"a": []})", [](Body& it) { return it.object_text("a"); }),
              "'a' must be an object, found a list.");
    EXPECT_EQ(fault(R"({"a": "true"})", [](Body& it) { return it.truth("a", false); }),
              "'a' must be true or false, found the text \"true\".");
    EXPECT_EQ(fault(R"({"tenantId": "x"})", [](Body& it) { return it.tenant(false); }),
              "'tenantId' is 'x', but there is only the tenant '<default>': the server was started without --multi-tenancy.");
    EXPECT_EQ(Body::of(boost::json::parse("[]"), "[]").error().text, "The body must be an object, found a list.");
}

TEST_F(BodyTest, RefusesMembersNobodyAskedFor) {
    auto it = body(R"({"a": 1, "wrong": 2})");
    ASSERT_TRUE(it.find("a"));
    EXPECT_EQ(it.nothing_else().error().text, "'wrong' is not known here; known are a.");
    auto inner = body(R"({"changeset": {"retriez": 1}})");
    auto changeset = *inner.object("changeset");
    EXPECT_FALSE(changeset->find("retries"));
    EXPECT_EQ(changeset->nothing_else().error().text, "'changeset.retriez' is not known here; known are retries.");
}

}  // namespace
}  // namespace dandori::rest
