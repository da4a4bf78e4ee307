#include <thread>

#include "adapters/people/kept_change.h"
#include "adapters/people/named_groups.h"
#include "tests/adapters/people/bureau.h"

namespace dandori::people {
namespace {

using test::flows;

const std::string april = "2027-04-01";

std::string user_task(const std::string& id, const std::string& assignment) {
    return "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition " + assignment + "/></extensionElements></userTask>";
}

class PersonnelChange : public Bureau {
  protected:
    PersonnelChange() {
        add("abe", {"iom.operator"}, "担当");
        add("ito", {"iom.operator"});
        add("chief", {"ward_is.chief"}, "係長");
        add("mori", {"infra.staff"});
        add_change_routes(router, access, changes, guard);
        desk.clock.set(day_of("2027-03-20").value());
    }

    /// One task that is whose `assignment` says, in a case of its own.
    engine::UserTaskKey task_for(const std::string& assignment) {
        desk.deploy(test::process_of("<startEvent id=\"s\"/>" + user_task("t", assignment) + "<endEvent id=\"e\"/>" + flows({"s", "t", "e"})));
        const auto instance = desk.start();
        return desk.rows<engine::UserTask>(engine::Query{}.where_equals("processInstanceKey", instance)).front().key;
    }
    void assign(engine::UserTaskKey key, const std::string& to) {
        engine::AssignUserTask command{};
        command.key = key;
        command.assignee = to;
        ASSERT_TRUE(desk.engine().execute(command));
    }
    engine::UserTask task(engine::UserTaskKey key) { return engine::get<engine::UserTask>(desk.engine().reader(), key).value(); }

    void mori_is_away_and_signed_in() {
        engine::CreateSubstitution away;
        away.principal = "mori";
        away.substitutes = {"ito"};
        away.from = day_of("2027-03-25").value();
        away.until = day_of("2027-04-10").value();
        away.reason = "holiday";
        const auto made = desk.engine().execute(away);
        ASSERT_TRUE(made) << made.error().text;
        engine::Session session;
        session.token_hash = "h";
        session.username = "mori";
        ASSERT_TRUE(desk.engine().execute(engine::PutRow{.row = session}));
    }

    boost::json::value rehearsed(const std::string& csv) {
        const auto answer = send("POST", "/api/personnel-changes/rehearsal", {{"file", csv}, {"effectiveAt", april}});
        EXPECT_EQ(answer.status, 200) << answer.body;
        return boost::json::parse(answer.body);
    }
    std::string scheduled(const std::string& csv) {
        const auto answer = send("POST", "/api/personnel-changes", {{"file", csv}, {"effectiveAt", april}, {"fileName", "異動.csv"}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        last_scheduled = boost::json::parse(answer.body);
        return std::string(last_scheduled.at("change").at("changeId").as_string());
    }
    boost::json::value looked_at(const std::string& id) { return boost::json::parse(send("GET", "/api/personnel-changes/" + id).body); }
    std::string state_of(const std::string& id) { return std::string(looked_at(id).at("change").at("state").as_string()); }

    std::string faults(const std::string& csv) {
        const auto answer = send("POST", "/api/personnel-changes/rehearsal", {{"file", csv}, {"effectiveAt", april}});
        EXPECT_EQ(answer.status, 400) << answer.body;
        return detail_of(answer);
    }

    PersonnelChanges changes{access, [](const std::string&) {}};
    boost::json::value last_scheduled;
};

TEST_F(PersonnelChange, RehearsalTellsAllAndChangesNothing) {
    const auto kept = task_for("candidateGroups=\"iom.operator\""), named = task_for("candidateUsers=\"mori\"");
    assign(kept, "abe");
    mori_is_away_and_signed_in();
    const auto told = rehearsed("username,区分,from,to,役職,後任\nabe,異動,iom.operator,ward_is.staff,主任,ito\nmori,退職,,,,\n");
    const auto& accounts = told.at("accounts").as_array();
    EXPECT_EQ(accounts[0].at("groupsAfter"), (boost::json::array{"ward_is.staff"}));
    EXPECT_EQ(accounts[0].at("postBefore"), "担当");
    EXPECT_EQ(accounts[0].at("postAfter"), "主任");
    EXPECT_EQ(accounts[1].at("change"), "LEAVES");
    EXPECT_EQ(accounts[1].at("sessions"), 1);
    const auto& tasks = told.at("tasks").as_array();
    ASSERT_EQ(tasks.size(), 2u);
    EXPECT_EQ(tasks[0].at("act"), "HAND_OVER");
    EXPECT_EQ(tasks[0].at("successor"), "ito");
    EXPECT_EQ(tasks[0].at("isForNobody"), false);
    EXPECT_EQ(tasks[1].at("act"), "NO_CANDIDATE");
    EXPECT_EQ(tasks[1].at("isForNobody"), true);
    EXPECT_EQ(told.at("substitutions").as_array().size(), 1u);
    EXPECT_EQ(told.at("newGroups"), (boost::json::array{"ward_is.staff"}));
    EXPECT_EQ(told.at("emptyGroups").as_array().size(), 1u);
    EXPECT_EQ(told.at("emptyGroups").at(0).at("group"), "infra.staff");
    EXPECT_EQ(task(kept).assignee, "abe");
    EXPECT_EQ(task(named).candidate_users, (std::vector<std::string>{"mori"}));
    EXPECT_TRUE(account("mori"));
    EXPECT_EQ(groups_of("abe"), "iom.operator");
}

TEST_F(PersonnelChange, IsDoneWhenItsDayHasComeAndNotBefore) {
    const auto handed = task_for("candidateGroups=\"iom.operator\""), given_back = task_for("candidateGroups=\"infra.staff\"");
    assign(handed, "abe");
    assign(given_back, "mori");
    const auto id = scheduled("username,区分,from,to,役職,後任,氏名\nabe,異動,*,ward_is.staff,主任,ito,\nmori,退職,,,,,\nueda,採用,,infra.staff;iom.oncall,,,上田 光\n");
    const auto password = std::string(last_scheduled.at("passwords").at("ueda").as_string());
    EXPECT_EQ(looked_at(id).at("rehearsal").at("tasks").as_array().size(), 2u);
    desk.clock.set(day_of(april).value() + -1);
    EXPECT_EQ(changes.do_due(), 0u);
    EXPECT_FALSE(account("ueda"));
    EXPECT_EQ(state_of(id), "SCHEDULED");
    desk.clock.set(day_of(april).value());
    EXPECT_EQ(changes.do_due(), 1u);
    EXPECT_EQ(groups_of("abe"), "ward_is.staff");
    EXPECT_EQ(account("abe")->post, "主任");
    EXPECT_EQ(account("abe")->password_hash, "hash");
    EXPECT_FALSE(account("mori"));
    EXPECT_EQ(account("ueda")->name, "上田 光");
    EXPECT_EQ(account("ueda")->password_hash, "hash of " + password);
    EXPECT_EQ(groups_of("ueda"), "infra.staff iom.oncall");
    EXPECT_EQ(task(handed).assignee, "ito");
    EXPECT_EQ(task(given_back).assignee, std::nullopt);
    EXPECT_EQ(state_of(id), "DONE");
    EXPECT_TRUE(looked_at(id).at("refused").as_array().empty()) << looked_at(id);
    EXPECT_EQ(looked_at(id).at("rehearsal").at("tasks"), last_scheduled.at("rehearsal").at("tasks")) << "what was done is what was told";
    EXPECT_EQ(changes.do_due(), 0u);
    EXPECT_EQ(desk.rows<engine::Draft>().front().content.text.find("hash of"), std::string::npos) << "no hash is kept longer than needed";
}

TEST_F(PersonnelChange, WhoLeavesIsSignedOutAndNobodyStandsInForThem) {
    mori_is_away_and_signed_in();
    scheduled("username,change\nmori,leave\n");
    desk.clock.set(day_of(april).value());
    EXPECT_EQ(changes.do_due(), 1u);
    EXPECT_TRUE(desk.rows<engine::Session>().empty());
    EXPECT_TRUE(desk.rows<engine::Substitution>().front().revoked_at);
    EXPECT_TRUE(engine::groups_of(desk.engine().reader(), "mori").empty());
}

TEST_F(PersonnelChange, IsStillThereAfterARestart) {
    const auto id = scheduled("username,change\nmori,leave\n");
    desk.restart();
    desk.clock.set(day_of("2027-04-05").value());
    auto again = access_to(desk.engine(), desk.clock, access.hash_password);
    PersonnelChanges after(again, [](const std::string&) {});
    EXPECT_EQ(after.do_due(), 1u);
    EXPECT_FALSE(account("mori"));
    EXPECT_EQ(after.find(id)->state, ChangeState::Done);
}

TEST_F(PersonnelChange, InterruptedAtAnyStepItIsDoneByGoingOn) {
    const std::string table = "username,change,from,to,post,successor\nabe,move,iom.operator,ward_is.staff,主任,ito\nmori,leave,,,,\nueda,join,,infra.staff,,\n";
    const auto one = task_for("candidateGroups=\"iom.operator\""), other = task_for("candidateUsers=\"mori,abe\"");
    assign(one, "abe");
    int left = 1'000;
    auto stopping = access;
    stopping.execute = [&](Command command, std::optional<engine::Actor> actor) -> engine::Outcome<engine::Done> {
        if (left-- <= 0) return tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "stopped"});
        return access.execute(std::move(command), std::move(actor));
    };
    PersonnelChanges them(stopping, [](const std::string&) {});
    const auto id = them.schedule(read_changes(table, *access.reader).value(), "", day_of(april).value(), "root")->change.id;
    desk.clock.set(day_of(april).value());
    // Each time one step further, beginning anew.
    std::size_t interruptions = 0;
    for (left = 1; them.do_due() == 0; left = 1) ASSERT_LT(++interruptions, 20u);
    EXPECT_GE(interruptions, 7u);
    EXPECT_EQ(them.find(id)->state, ChangeState::Done);
    EXPECT_TRUE(them.find(id)->report.at("refused").as_array().empty()) << them.find(id)->report;
    EXPECT_EQ(groups_of("abe"), "ward_is.staff");
    EXPECT_EQ(account("abe")->post, "主任");
    EXPECT_EQ(groups_of("ueda"), "infra.staff");
    EXPECT_FALSE(account("mori"));
    EXPECT_EQ(task(one).assignee, "ito");
    EXPECT_EQ(task(other).candidate_users, std::vector<std::string>{"abe"});
}

TEST_F(PersonnelChange, CanBeTakenBackBefore) {
    const auto id = scheduled("username,change\nmori,leave\n");
    EXPECT_EQ(send("DELETE", "/api/personnel-changes/" + id).status, 204);
    EXPECT_EQ(state_of(id), "TAKEN_BACK");
    EXPECT_EQ(looked_at(id).at("change").at("endedBy"), "root");
    desk.clock.set(day_of(april).value());
    EXPECT_EQ(changes.do_due(), 0u);
    EXPECT_TRUE(account("mori"));
    EXPECT_EQ(send("DELETE", "/api/personnel-changes/" + id).status, 409);
    EXPECT_EQ(send("DELETE", "/api/personnel-changes/none").status, 404);
    EXPECT_EQ(send("GET", "/api/personnel-changes/none").status, 404);
    const auto items = boost::json::parse(send("GET", "/api/personnel-changes").body).at("items").as_array();
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].at("fileName"), "異動.csv");
}

TEST_F(PersonnelChange, WhatWasGivenToThemBesidesTheirGroupsStaysTheirs) {
    const auto personal = task_for("candidateGroups=\"ward_is.chief\""), shared = task_for("candidateGroups=\"iom.operator,ward_is.staff\"");
    assign(personal, "abe");
    assign(shared, "abe");
    EXPECT_TRUE(rehearsed("username,change,from,to\nabe,move,iom.operator,ward_is.staff\n").at("tasks").as_array().empty());
}

TEST_F(PersonnelChange, TellsModelsThatNameAGroupOfNobody) {
    desk.deploy(test::process_of("<startEvent id=\"s\"/>" + user_task("t", "candidateGroups=\"infra.staff, nobody.staff\"") + "<endEvent id=\"e\"/>" + flows({"s", "t", "e"})));
    const auto groups = rehearsed("username,change\nmori,leave\n").at("emptyGroups").as_array();
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[0].at("group"), "infra.staff");
    EXPECT_EQ(groups[0].at("isEmptied"), true);
    EXPECT_EQ(groups[0].at("processes"), (boost::json::array{"p"}));
    EXPECT_EQ(groups[1].at("group"), "nobody.staff");
    EXPECT_EQ(groups[1].at("isEmptied"), false);
}

TEST(NamedGroups, AreReadFromListsAndWholeNamesInExpressions) {
    EXPECT_EQ(groups_in("iom.operator, iom.leader"), (std::set<std::string>{"iom.operator", "iom.leader"}));
    EXPECT_EQ(groups_in("=if a = \"high\" then [\"ward_is.manager\"] else [\"ward_dept/\" + d + \".staff\"]"), (std::set<std::string>{"ward_is.manager"}));
    EXPECT_TRUE(groups_in("").empty());
}

TEST_F(PersonnelChange, TellsEveryFaultOfTheTable) {
    EXPECT_EQ(faults("username,change,from,to,successor\n"
                     "nobody,move,,,\n"
                     "abe,move,infra.staff,,gone\n"
                     "ito,leave,,x.y,mori\n"
                     "mori,leave,,,mori\n"
                     "chief,join,a.b,,\n"
                     "root,promote,,,\n"),
              "Line 2, column 1 (username): There is no user 'nobody': mend the name, or write 'join'.\n"
              "Line 3, column 3 (from): 'abe' is not in the group 'infra.staff' (but in: iom.operator).\n"
              "Line 3, column 5 (successor): There is no user 'gone' to succeed.\n"
              "Line 4, column 4 (to): Somebody who leaves gets no groups: the cell must be empty.\n"
              "Line 4, column 5 (successor): The successor 'mori' leaves, too.\n"
              "Line 5, column 5 (successor): Nobody succeeds themselves.\n"
              "Line 6, column 1 (username): 'chief' is there already: 'move' is for who is known.\n"
              "Line 6, column 3 (from): Somebody who joins leaves no groups: the cell must be empty.\n"
              "Line 7, column 2 (change): 'promote' is no change: join, move or leave (採用, 異動, 退職) is needed.");
    EXPECT_EQ(send("POST", "/api/personnel-changes/rehearsal", {{"file", "username,change\nmori,leave\n"}, {"effectiveAt", "April"}}).status, 400);
    EXPECT_EQ(send("POST", "/api/personnel-changes/rehearsal").status, 415);
}

TEST_F(PersonnelChange, IsRefusedWhereItWouldLockEverybodyOut) {
    const auto own = send("POST", "/api/personnel-changes", {{"file", "username,change\nroot,leave\n"}, {"effectiveAt", april}});
    EXPECT_EQ(own.status, 400);
    EXPECT_EQ(detail_of(own), "'root' would remove their own account: another administrator must schedule this.");
    const auto last = send("POST", "/api/personnel-changes", {{"file", "username,change,from\nroot,move,*\n"}, {"effectiveAt", april}});
    EXPECT_EQ(detail_of(last), "Nobody would be in the group administrators: leave it to at least one person.");
    EXPECT_TRUE(changes.all().empty());
}

TEST_F(PersonnelChange, WhatIsRefusedThenIsReportedAndTheRestIsDone) {
    const auto id = scheduled("username,change,successor\nabe,leave,ito\nmori,leave,\n");
    const auto one = task_for("candidateGroups=\"iom.operator\"");
    assign(one, "abe");
    ASSERT_TRUE(desk.engine().execute(engine::SuspendProcessInstance{task(one).process_instance_key}));
    desk.clock.set(day_of(april).value());
    EXPECT_EQ(changes.do_due(), 1u);
    EXPECT_EQ(looked_at(id).at("refused").as_array().size(), 1u) << looked_at(id);
    EXPECT_FALSE(account("mori"));
}

TEST_F(PersonnelChange, IsForAdministrators) {
    const auto id = scheduled("username,change\nmori,leave\n");
    guard.caller = test::actor("ito", {"iom.operator"});
    for (const auto& [method, path] : {std::pair{"GET", "/api/personnel-changes"}, {"POST", "/api/personnel-changes"}, {"POST", "/api/personnel-changes/rehearsal"}})
        EXPECT_EQ(send(method, path).status, 403) << method << path;
    EXPECT_EQ(send("GET", "/api/personnel-changes/" + id).status, 403);
    EXPECT_EQ(send("DELETE", "/api/personnel-changes/" + id).status, 403);
    guard.is_closed = true;
    EXPECT_EQ(send("GET", "/api/personnel-changes").status, 401);
}

TEST_F(PersonnelChange, AThreadDoesWhatIsDue) {
    changes.open();
    const auto id = scheduled("username,change\nmori,leave\n");
    desk.clock.set(day_of(april).value());
    for (int i = 0; i < 600 && state_of(id) != "DONE"; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_EQ(state_of(id), "DONE");
    changes.close();
}

}  // namespace
}  // namespace dandori::people
