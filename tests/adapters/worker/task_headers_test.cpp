#include "adapters/worker/task_headers.h"

#include <gtest/gtest.h>

#include "tests/support/plain_expressions.h"

namespace dandori::worker {
namespace {

namespace json = boost::json;

TEST(TaskHeaders, AreFeelBehindAnEqualsSignAndElseStandAsTheyAre) {
    const json::object variables{{"title", "会議"}, {"count", 3}};
    const Evaluate evaluate = test::evaluate_plainly;
    const TaskHeaders headers({{"name", "=title"}, {"format", "pdf"}, {"bad", "=count"}, {"worse", "=fail()"}}, variables,
                              evaluate);
    EXPECT_EQ(headers.text("name").value(), "会議");
    EXPECT_EQ(headers.text("format").value(), "pdf");
    EXPECT_EQ(headers.text("absent").value(), std::nullopt);
    EXPECT_EQ(headers.text("bad").error().text, "Header 'bad' of the task: it gave 3; a text is needed.");
    EXPECT_EQ(headers.text("worse").error().text, "Header 'worse' of the task: It was asked to fail.");
    EXPECT_TRUE(headers.is_expression("name"));
    EXPECT_FALSE(headers.is_expression("format"));
}

TEST(TaskHeaders, WantAnObject) {
    EXPECT_TRUE(object_of({""}).value().empty());
    EXPECT_EQ(object_of({"[1]"}).error().text, "The job's variables or headers are no JSON object.");
}

}  // namespace
}  // namespace dandori::worker
