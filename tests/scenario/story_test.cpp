#include "tests/scenario/story.h"

#include <gtest/gtest.h>

namespace dandori::test {
namespace {

const std::string begin = "process p.bpmn\nclock 2026-04-02 10:00 Asia/Tokyo\n\n";

std::string problems_of(const std::string& text) {
    std::string all;
    for (const auto& problem : read_story(text, "a.story").problems) all += problem + "\n";
    return all;
}

TEST(Story, IsReadStepByStep) {
    const auto read =
        read_story("# Why.\n" + begin +
                       "> start p {\"a\": 1}\n  p  process  activated\n\n# A comment.\n> complete sign/2\n"
                       "> publish paid key A-1 keep PT1H\n>     {\"sum\": 5}\n> wait until 2026-04-06 10:00\n",
                   "a.story");
    ASSERT_TRUE(read.problems.empty()) << read.problems.front();
    const auto& story = read.story;
    EXPECT_EQ(story.deploy, std::vector<std::string>{"p.bpmn"});
    EXPECT_EQ(to_iso8601(story.clock), "2026-04-02T01:00:00.000Z");
    ASSERT_EQ(story.steps.size(), 4u);
    EXPECT_EQ(story.steps[0].json, "{\"a\": 1}");
    EXPECT_EQ(story.steps[0].recorded, std::vector<std::string>{"p  process  activated"});
    EXPECT_EQ(story.steps[1].which, 2u);
    EXPECT_EQ(story.steps[2].word, "A-1");
    EXPECT_EQ(story.steps[2].keep, "PT1H");
    EXPECT_EQ(story.steps[2].json, "{\"sum\": 5}");
    EXPECT_EQ(to_iso8601(story.steps[3].until), "2026-04-06T01:00:00.000Z");
}

TEST(Story, IsWrittenAsItWasReadButForWhatIsRecorded) {
    const std::string text = "# Why.\n" + begin + "> start p\n  old\n\n# Then.\n> show a\n";
    EXPECT_EQ(write_story(read_story(text, "a.story").story, {{"new", "newer"}, {}}),
              "# Why.\n" + begin + "> start p\n  new\n  newer\n\n# Then.\n> show a\n");
}

TEST(Story, TellsAllThatIsWrongWithItAtOnce) {
    EXPECT_EQ(problems_of(""),
              "a.story:1: a line 'process FILE' is needed.\n"
              "a.story:1: a line 'clock DATE TIME ZONE' is needed.\n"
              "a.story:1: a story needs at least one step, a line that begins with '>'.\n");
    EXPECT_EQ(
        problems_of(
            begin +
            "> go p\n> wait soon\n> complete\n> publish m at once\n> throw x\n> start p q\n> show\n> start p {1}\n"),
        "a.story:4: a step begins with start, complete, return, pull-back, take-up, away, assign, work, answer, activate, fail, throw, publish, signal, "
        "evaluate, mail, wait, cancel, resolve, set, upload or show; found 'go'.\n"
        "a.story:5: 'wait' takes a duration or 'until' a time, as 'wait PT2H'; found 'soon'.\n"
        "a.story:6: 'complete' names a process or an element; found nothing.\n"
        "a.story:7: after the message stand 'key TEXT' and 'keep DURATION'; found 'at'.\n"
        "a.story:7: 'publish' has more words than it takes: 'once'.\n"
        "a.story:8: 'throw' names an element and an error code; found no code.\n"
        "a.story:9: 'start' has more words than it takes: 'q'.\n"
        "a.story:10: 'show' names variables, as 'show a b'; found none.\n"
        "a.story:11: variables are a JSON object; found {1}\n");
    EXPECT_EQ(
        problems_of("process p\nclock tomorrow\nzone UTC\n> start p\n"),
        "a.story:2: 'clock' is a date, a time and Asia/Tokyo or UTC, as 'clock 2026-04-02 10:00 Asia/Tokyo'; found "
        "'tomorrow  '.\n"
        "a.story:3: a story begins with process, with, people and clock lines; found 'zone'.\n"
        "a.story:1: a line 'clock DATE TIME ZONE' is needed.\n");
}

TEST(Story, ReadsDurations) {
    EXPECT_EQ(duration_ms("PT1H30M"), 5'400'000);
    EXPECT_EQ(duration_ms("P1DT1S"), 86'401'000);
    for (const char* wrong : {"", "P", "PT", "1H", "PT1", "P1H", "PT1D", "PTH", "P1DT99999999S", "PT1H "})
        EXPECT_FALSE(duration_ms(wrong)) << wrong;
}

TEST(Story, WritesTimesAsShortAsTheyAre) {
    EXPECT_EQ(local_time(*instant_from_iso8601("2026-04-02T01:00:00Z"), "Asia/Tokyo"), "2026-04-02 10:00");
    EXPECT_EQ(local_time(*instant_from_iso8601("2026-04-02T01:00:05Z"), "UTC"), "2026-04-02 01:00:05");
    EXPECT_EQ(local_time(*instant_from_iso8601("2026-04-02T01:00:05.250Z"), "UTC"), "2026-04-02 01:00:05.250");
}

}  // namespace
}  // namespace dandori::test
