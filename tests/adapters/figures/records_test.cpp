#include "adapters/figures/records.h"

#include "tests/adapters/figures/rows.h"

namespace dandori::figures {
namespace {

namespace json = boost::json;

std::vector<std::string> texts(const json::value& list, std::string_view member) {
    std::vector<std::string> found;
    for (const auto& one : list.as_array()) found.emplace_back(one.at(member).as_string());
    return found;
}

using Texts = std::vector<std::string>;

constexpr std::string_view all_lists = "mails cases openCases tasks decisions";

TEST_F(RowsOfFigures, AreThoseOfTheTimeItsBeginWithItItsEndWithout) {
    put_case(1, "INC-R08-00001", 999);
    put_case(2, "INC-R08-00002", 1'000);
    put_case(3, "INC-R08-00003", 1'999);
    put_case(4, "INC-R08-00004", 2'000);
    const auto records = records_of(store_, {{1'000}, {2'000}}, {}, all_lists);
    ASSERT_TRUE(records);
    EXPECT_EQ(texts(records->at("cases"), "caseNo"), (Texts{"INC-R08-00003", "INC-R08-00002"}));
    EXPECT_EQ(texts(records->at("cases"), "kind"), (Texts{"INC", "INC"}));
}

TEST_F(RowsOfFigures, LeaveOutWhatHasNoNumber) {
    engine::ProcessInstance called;
    called.key = {1};
    called.start_date = {1'500};
    put(called);
    EXPECT_TRUE(records_of(store_, {{1'000}, {2'000}}, {}, all_lists)->at("cases").as_array().empty());
}

TEST_F(RowsOfFigures, TellWhatWasOpenWhenTheTimeWasOver) {
    put_case(1, "INC-R08-00001", 500, 1'500);   // ended in the time
    put_case(2, "INC-R08-00002", 500, 2'500);   // ended later
    put_case(3, "INC-R08-00003", 1'500);        // still runs
    put_case(4, "INC-R08-00004", 2'000);        // began later
    EXPECT_EQ(texts(records_of(store_, {{1'000}, {2'000}}, {}, all_lists)->at("openCases"), "caseNo"), (Texts{"INC-R08-00003", "INC-R08-00002"}));
}

TEST_F(RowsOfFigures, AreOfTheKindsThatAreAskedFor) {
    put_case(1, "INC-R08-00001", 1'500);
    put_case(2, "MNT-R08-00001", 1'500);
    put_case(3, "MNT-R08-00002", 1'500, 1'600);
    put_case(4, "PRD-R08-00001", 1'500, 2'600);
    const auto records = records_of(store_, {{1'000}, {2'000}}, {{}, {"MNT", "PRD"}}, all_lists);
    EXPECT_EQ(texts(records->at("cases"), "caseNo"), (Texts{"PRD-R08-00001", "MNT-R08-00002", "MNT-R08-00001"}));
    EXPECT_EQ(texts(records->at("openCases"), "caseNo"), (Texts{"PRD-R08-00001", "MNT-R08-00001"}));
}

TEST_F(RowsOfFigures, BringTheirOwnVariablesNotThoseOfInnerScopes) {
    put_case(1, "INC-R08-00001", 1'500);
    put_case(2, "INC-R08-00002", 1'500);
    put_variable(10, 1, 1, "priority", R"("P1")");
    put_variable(11, 1, 7, "priority", R"("P4")");
    put_variable(12, 1, 1, "title", R"("not asked for")");
    const auto records = records_of(store_, {{1'000}, {2'000}}, {{"priority"}, {}}, all_lists);
    const auto& cases = records->at("cases").as_array();
    EXPECT_EQ(cases[1].at("priority"), json::value("P1"));
    EXPECT_FALSE(cases[1].as_object().contains("title"));
    EXPECT_TRUE(cases[0].at("priority").is_null());
}

TEST_F(RowsOfFigures, CountMailsThatCameNotThoseThatLeft) {
    put_mail(1, engine::MailDirection::In, 900);
    put_mail(2, engine::MailDirection::In, 1'500);
    put_mail(3, engine::MailDirection::Out, 1'500);
    EXPECT_EQ(records_of(store_, {{1'000}, {2'000}}, {}, all_lists)->at("mails").as_array().size(), 1U);
}

TEST_F(RowsOfFigures, AreOnlyThoseThatTheExpressionNames) {
    put_case(1, "INC-R08-00001", 1'500);
    const auto records = records_of(store_, {{1'000}, {2'000}}, {}, "count(openCases)");
    EXPECT_EQ(records->at("openCases").as_array().size(), 1U);
    for (const auto* list : {"mails", "cases", "tasks", "decisions"}) EXPECT_FALSE(records->contains(list)) << list;
}

TEST_F(RowsOfFigures, AreReadPageByPage) {
    for (std::int64_t key = 1; key <= 2'500; ++key) put_mail(key, engine::MailDirection::In, key);
    EXPECT_EQ(records_of(store_, {{1}, {3'000}}, {}, all_lists)->at("mails").as_array().size(), 2'500U);
}

TEST_F(RowsOfFigures, SayWhetherATaskWasDoneInTime) {
    const auto put_task = [&](std::int64_t key, engine::UserTaskState state, std::optional<std::int64_t> due) {
        engine::UserTask row;
        row.key = {key};
        row.state = state;
        row.completion_date = Instant{1'500};
        if (due) row.due_date = Instant{*due};
        put(row);
    };
    put_task(1, engine::UserTaskState::Completed, 1'500);
    put_task(2, engine::UserTaskState::Completed, 1'499);
    put_task(3, engine::UserTaskState::Completed, {});
    put_task(4, engine::UserTaskState::Canceled, 1'600);
    const auto records = records_of(store_, {{1'000}, {2'000}}, {}, all_lists);
    const auto& tasks = records->at("tasks").as_array();
    ASSERT_EQ(tasks.size(), 3U);
    EXPECT_TRUE(tasks[0].at("isKept").as_bool());
    EXPECT_FALSE(tasks[1].at("isKept").as_bool());
    EXPECT_TRUE(tasks[2].at("isKept").as_bool());
}

}  // namespace
}  // namespace dandori::figures
