// docs/contributor/approval-scenarios.md: what approvals must hold, each with the story, or the tests, that show it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/scenario/pages.h"

namespace dandori::test {
namespace {

/// Where no story of tests/scenario/approvals has its number: `shown` names other stories (paths) and tests (`file: Suite.Name`), by `; `.
/// Empty, and `missing` says what isn't built.
struct Scenario {
    int number;
    const char* title;
    const char* shown = "";
    const char* missing = "";
};

constexpr std::array scenarios{
    Scenario{1, "Return to the applicant, correct, approve: two rounds, one number"},
    Scenario{2, "Return from a branch to before the fork while the sibling waits at the join"},
    Scenario{3, "Return from after the join into one branch"},
    Scenario{4, "Return to a sibling branch is refused"},
    Scenario{5, "Return over an account that was created: undone first; where that fails, nothing moves"},
    Scenario{6, "Return to a person transferred yesterday: who holds the post gets it; while nobody does, an incident", "tests/engine/runtime/approvers_test.cpp: VacantPost.IsAnIncidentUntilSomebodyHoldsIt"},
    Scenario{7, "Pull back against a simultaneous approval: exactly one wins"},
    Scenario{8, "Pull back after a fork with one branch decided is refused"},
    Scenario{9, "Withdraw while others have tasks: all ended, all told once", "processes/infra-work-request/stopped-and-withdrawn.story"},
    Scenario{10, "A substitute opens in the period, sends after it: refused"},
    Scenario{11, "No substitution of a substitution"},
    Scenario{12, "The substitute is the applicant", "tests/engine/runtime/pull_backs_test.cpp: Substitution.IsNothingForTheApplicant"},
    Scenario{13, "代決 by who is second in rank, only while the first is away"},
    Scenario{14, "後閲 with an objection: the decision stands"},
    Scenario{15, "引上げ over two steps: both become 後閲"},
    Scenario{16, "合議 of five, one no, by the rules D1 to D5"},
    Scenario{17, "合議 with an empty list: an incident, no approval"},
    Scenario{18, "A majority stops early both ways; a tie is a no; the chair breaks it"},
    Scenario{19, "The same person as two members by 兼務", "tests/engine/runtime/approvers_test.cpp: Agreement.AsksOnePersonInTwoPostsOnceOrForEachPost"},
    Scenario{20, "Minutes received 2026-04-28: deemed at 2026-05-11 24:00",
             "processes/minutes/deemed-golden-week.story; tests/engine/runtime/approvals_test.cpp: DeemedApproval.IsADecisionOfTheRuleAtTheEndOfThePeriod; "
             "tests/engine/runtime/approvals_test.cpp: DeemedApproval.ComesBeforeADecisionThatIsLate"},
    Scenario{21, "Only an objection stops it; the new filing starts a new period", "processes/minutes/objection-and-new-period.story"},
    Scenario{22, "Inspection accepted 2026-12-21: deemed 2027-01-08 24:00", "processes/inspection/deemed-new-year.story"},
    Scenario{23, "A holiday added while it runs: due moves, both values in the history", 
             "tests/engine/runtime/calendars_test.cpp: Calendars.ADayDeclaredClosedMovesWhatIsOpenLaterByItself; "
             "tests/adapters/inbox/case_routes_test.cpp: Cases.TellTheirStateAndHistory"},
    Scenario{24, "Escalation widens the owner; the old owner can still act", "tests/engine/runtime/approvers_test.cpp: Escalation.WidensTheOwnerAndTheOldOneCanStillAct"},
    Scenario{25, "Bulk approval of 50 with 3 stale", "tests/engine/runtime/task_events_test.cpp: BulkApproval.DecidesFiftyEachByItselfAndExplainsTheThreeThatAreStale"},
    Scenario{26, "An approver edits a field: version 2; an earlier approval is marked as for version 1",
             "tests/engine/runtime/task_events_test.cpp: DocumentVersion.IsTheSecondOnceAnApproverHasEditedAField"},
    Scenario{27, "Self-approval through proxy entry is refused"},
    Scenario{28, "The dry run names exactly what the command then does",
             "tests/engine/runtime/trial_test.cpp: Trial.TellsWhatAReturnTakesBack; tests/engine/runtime/trial_test.cpp: Trial.TellsWhatAPullBackAndATakeUpMove"},
    Scenario{29, "One changed byte in the hash chain of a case is found", "tests/engine/runtime/approvals_test.cpp: ApprovalDecision.ThatWasChangedIsFound"},
    Scenario{30, "Each of them with all memory dropped after every step", "tests/scenario/stories_test.cpp: Stories.HappenTheSameWithAllMemoryDroppedAfterEachStep"},
};

std::string text_at(const std::string& path) {
    std::ifstream file(std::string(DANDORI_SOURCE_DIR "/") + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A link to a story, or the name of a test beside its file.
std::string link_to(const std::string& place) {
    const auto colon = place.find(": ");
    const std::string path = place.substr(0, colon), text = text_at(path);
    EXPECT_NE(text, "") << place << " is not there";
    if (colon == std::string::npos) return "[" + path.substr(path.find('/') + 1) + "](../../" + path + ")";
    const std::string name = place.substr(colon + 2);
    const auto dot = name.find('.');
    EXPECT_NE(text.find("(" + name.substr(0, dot) + ", " + name.substr(dot + 1) + ")"), std::string::npos) << path << " has no test " << name;
    return "[`" + name + "`](../../" + path + ")";
}

TEST(ApprovalScenarios, HaveEachAStoryOrATestOrAReasonWhyNot) {
    std::map<int, const StoryFile*> stories;
    const std::string folder = "tests/scenario/approvals/";
    for (const StoryFile& story : story_files()) {
        if (!story.path.starts_with(folder)) continue;
        const int number = std::stoi(story.path.substr(folder.size(), 2));
        EXPECT_TRUE(stories.emplace(number, &story).second) << "two stories of scenario " << number;
        EXPECT_TRUE(story.text.starts_with("# Approval scenario " + std::to_string(number) + ": ")) << story.path;
    }
    std::string page =
        "# Scenarios of approvals\n\nWhat approvals must hold, whatever else changes, and what shows it: a story that is run on each build, straight "
        "through and with all memory\ndropped after every step, or tests. Made by `pages_test`; don't edit it.\n\n| | scenario | shown by |\n|---|---|---|\n";
    int expected = 1;
    for (const Scenario& scenario : scenarios) {
        ASSERT_EQ(scenario.number, expected++);
        const auto story = stories.find(scenario.number);
        std::string shown;
        if (story != stories.end()) {
            shown = link_to(story->second->path);
            stories.erase(story);
        }
        std::string rest = scenario.shown;
        while (!rest.empty()) {
            const auto end = rest.find("; ");
            shown += (shown.empty() ? "" : ", ") + link_to(rest.substr(0, end));
            rest = end == std::string::npos ? "" : rest.substr(end + 2);
        }
        const std::string missing = scenario.missing;
        EXPECT_NE(shown.empty(), missing.empty()) << "scenario " << scenario.number << " needs a story, a test, or a reason why there is none";
        page += "| " + std::to_string(scenario.number) + " | " + scenario.title + " | " + (shown.empty() ? "**missing**: " + missing : shown) + " |\n";
    }
    EXPECT_EQ(expected, 31);
    EXPECT_TRUE(stories.empty()) << "a story of no scenario";
    expect_page("docs/contributor/approval-scenarios.md", page);
}

}  // namespace
}  // namespace dandori::test
