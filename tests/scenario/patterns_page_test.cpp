// docs/user/workflow-patterns.md: the control-flow patterns of the Workflow Patterns Initiative (van der Aalst, ter Hofstede,
// Kiepuszewski, Barros; revised 2006 by Russell, ter Hofstede, van der Aalst, Mulyar), each with its story.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "tests/scenario/pages.h"

namespace dandori::test {
namespace {

struct Pattern {
    int number;
    const char* name;
    const char* said;  ///< by which elements; where there is no story, why BPMN can't say it
};

constexpr std::array patterns{
    Pattern{1, "Sequence", "sequence flow"},
    Pattern{2, "Parallel Split", "parallel gateway; several flows out of an activity"},
    Pattern{3, "Synchronization", "parallel gateway"},
    Pattern{4, "Exclusive Choice", "exclusive gateway"},
    Pattern{5, "Simple Merge", "exclusive gateway; several flows into an activity"},
    Pattern{6, "Multi-Choice", "inclusive gateway; conditional flows out of an activity"},
    Pattern{7, "Structured Synchronizing Merge", "inclusive gateway"},
    Pattern{8, "Multi-Merge", "exclusive gateway behind a parallel split"},
    Pattern{9, "Structured Discriminator", "complex gateway, `activationCount >= 1`"},
    Pattern{10, "Arbitrary Cycles", "sequence flows back, by exclusive gateways"},
    Pattern{11, "Implicit Termination", "a scope ends with its last token"},
    Pattern{12, "Multiple Instances without Synchronization", "parallel gateway in a loop"},
    Pattern{13, "Multiple Instances with a priori Design-Time Knowledge", "multi-instance, `loopCardinality`"},
    Pattern{14, "Multiple Instances with a priori Run-Time Knowledge", "multi-instance, `inputCollection`"},
    Pattern{15, "Multiple Instances without a priori Run-Time Knowledge",
            "not by a multi-instance marker, which fixes the number; by a non-interrupting event sub-process"},
    Pattern{16, "Deferred Choice", "event-based gateway"},
    Pattern{17, "Interleaved Parallel Routing",
            "sequential ad-hoc sub-process with flows in it; a chain in it is gone through as a whole"},
    Pattern{18, "Milestone",
            "not directly: BPMN can't ask whether a token is at a place; a variable that the other path keeps stands for it"},
    Pattern{19, "Cancel Task", "interrupting boundary event"},
    Pattern{20, "Cancel Case", "terminate end event"},
    Pattern{21, "Structured Loop", "standard loop, tested before or after"},
    Pattern{22, "Recursion", "call activity that calls its own process"},
    Pattern{23, "Transient Trigger", "message published to be kept for no time; signal"},
    Pattern{24, "Persistent Trigger", "message published to be kept"},
    Pattern{25, "Cancel Region",
            "interrupting boundary event of a sub-process; a region that is no sub-process can't be named"},
    Pattern{26, "Cancel Multiple Instance Activity", "interrupting boundary event of a multi-instance activity"},
    Pattern{27, "Complete Multiple Instance Activity", "interrupting boundary event that leads to what follows"},
    Pattern{28, "Blocking Discriminator", "complex gateway, `activationCount >= 1`: it waits for its reset"},
    Pattern{29, "Cancelling Discriminator", "sub-process with a terminate end event"},
    Pattern{30, "Structured Partial Join", "complex gateway, `activationCount >= 2`"},
    Pattern{31, "Blocking Partial Join", "complex gateway: it waits for its reset"},
    Pattern{32, "Cancelling Partial Join", "sub-process with a complex gateway and a terminate end event"},
    Pattern{33, "Generalized AND-Join", "parallel gateway: tokens wait by flow, none is lost"},
    Pattern{34, "Static Partial Join for Multiple Instances",
            "multi-instance, behavior Complex: it throws when so many are done"},
    Pattern{35, "Cancelling Partial Join for Multiple Instances", "multi-instance, `completionCondition`"},
    Pattern{36, "Dynamic Partial Join for Multiple Instances",
            "not by a marker, which fixes the number; by an event sub-process that ends the sub-process by an escalation"},
    Pattern{37, "Local Synchronizing Merge", "inclusive gateway"},
    Pattern{38, "General Synchronizing Merge", "inclusive gateway: what can still come is looked for in all of the scope"},
    Pattern{39, "Critical Section",
            "BPMN can't say it: two parts of parallel paths, of which only one may be under way at a time, would have to "
            "share a lock, and BPMN has no element that tokens of different paths take and give back. Whole parts can be put "
            "into one sequential ad-hoc sub-process (40), but then they lie outside their paths."},
    Pattern{40, "Interleaved Routing", "sequential ad-hoc sub-process"},
    Pattern{41, "Thread Merge", "`startQuantity`"},
    Pattern{42, "Thread Split", "`completionQuantity`"},
    Pattern{43, "Explicit Termination", "terminate end event"},
};

std::map<int, const StoryFile*> stories_by_number() {
    std::map<int, const StoryFile*> found;
    for (const StoryFile& story : story_files()) {
        const std::string folder = "tests/scenario/patterns/";
        if (!story.path.starts_with(folder)) continue;
        const int number = std::stoi(story.path.substr(folder.size(), 2));
        EXPECT_TRUE(found.emplace(number, &story).second) << "two stories of pattern " << number;
    }
    return found;
}

TEST(WorkflowPatterns, HaveEachAStoryOrAReasonWhyNot) {
    const auto stories = stories_by_number();
    std::string page =
        "# Workflow patterns\n\n"
        "The 43 control-flow patterns of the Workflow Patterns Initiative (2003, revised 2006), and how they are said in BPMN. "
        "Each has a story\nthat is run on each build, straight through and reloaded from the store after every step. Made by "
        "`pages_test`; don't edit it.\n\n| | pattern | in BPMN | story |\n|---|---|---|---|\n";
    int expected = 1;
    for (const Pattern& pattern : patterns) {
        ASSERT_EQ(pattern.number, expected++);
        const auto story = stories.find(pattern.number);
        const std::string said = pattern.said;
        page += "| " + std::to_string(pattern.number) + " | " + pattern.name + " | " + said + " | ";
        if (story == stories.end()) {
            EXPECT_NE(said.find("can't say it"), std::string::npos) << pattern.name << " has no story and no reason";
            page += "none |\n";
            continue;
        }
        const std::string begin = "# Workflow pattern " + std::to_string(pattern.number) + ", " + pattern.name + ": ";
        EXPECT_TRUE(story->second->text.starts_with(begin)) << story->second->path << " doesn't begin with: " << begin;
        const std::string file = story->second->path.substr(story->second->path.rfind('/') + 1);
        page += "[" + file.substr(3, file.size() - 9) + "](../../" + story->second->path + ") |\n";
    }
    EXPECT_EQ(expected, 44);
    expect_page("docs/user/workflow-patterns.md", page);
}

}  // namespace
}  // namespace dandori::test
