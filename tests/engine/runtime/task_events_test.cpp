// What is done with a task that lies with somebody, beside deciding on it; and which version of a case a decision is about.
#include "engine/engine.h"
#include "engine/identity/audit_chain.h"
#include "tests/engine/runtime/ward.h"

namespace dandori::engine {
namespace {

using test::day;
using test::flows;
using test::for_manager;
using test::process_of;
using test::property;
using test::step;
using test::Ward;

const std::string for_staff = R"(<zeebe:assignmentDefinition candidateGroups="ward_is.staff"/>)";
const std::string for_chief = R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)";

/// A ward with two managers.
struct TwoManagers : Ward {
    explicit TwoManagers(const std::string& elements) : Ward(elements) { add("jicho", "森 次郎", "情報システム課 課長", {"ward_is.manager"}); }
    Outcome<Done> hold(const std::string& who, std::optional<std::int64_t> for_ms = day, const std::string& reason = "見積りを待つ") {
        std::optional<Instant> until;
        if (for_ms) until = desk.clock.now() + *for_ms;
        return desk.engine().execute(HoldUserTask{task("decide"), reason, until}, person(who));
    }
};

const std::string decide_alone = step("decide", "decide", for_manager) + flows({"s", "decide", "e"});

TEST(Hold, KeepsOthersFromATaskUntilItsTimeIsOver) {
    TwoManagers ward(decide_alone);
    ASSERT_TRUE(ward.hold("kacho"));
    const auto refused = ward.decide("decide", "jicho");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidState);
    EXPECT_NE(refused.error().text.find("'kacho' has put 'decide' on hold (保留) until "), std::string::npos) << refused.error().text;
    EXPECT_EQ(ward.desk.engine().execute(AssignUserTask{ward.task("decide"), "jicho", true, {}}, ward.person("jicho")).error().code, Rejection::Code::InvalidState);
    EXPECT_FALSE(ward.hold("jicho")) << "nor can they hold it themselves";
    ward.desk.restart();
    EXPECT_FALSE(ward.decide("decide", "jicho"));
    ward.desk.clock.advance(day);
    EXPECT_TRUE(ward.decide("decide", "jicho"));
    const auto events = ward.desk.rows<TaskEvent>();
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].kind, TaskEventKind::Held);
    EXPECT_EQ(events[0].actor, "kacho");
    EXPECT_EQ(events[0].text, "見積りを待つ");
    EXPECT_EQ(events[0].until, events[0].happened_at + day);
}

TEST(Hold, IsNoHindranceToWhoHoldsIt) {
    TwoManagers ward(decide_alone);
    ASSERT_TRUE(ward.hold("kacho", {}));
    ward.desk.clock.advance(30 * day);
    EXPECT_FALSE(ward.decide("decide", "jicho")) << "without a time it doesn't end by itself";
    EXPECT_TRUE(ward.decide("decide", "kacho"));
}

TEST(Hold, EndsByWhoHoldsItAndByWhoMayUpdateTheTask) {
    TwoManagers ward(decide_alone);
    ASSERT_TRUE(ward.hold("kacho"));
    const auto by_other = ward.desk.engine().execute(ReleaseUserTask{ward.task("decide")}, ward.person("jicho"));
    ASSERT_FALSE(by_other);
    EXPECT_EQ(by_other.error().code, Rejection::Code::InvalidState);
    EXPECT_EQ(ward.desk.engine().execute(ReleaseUserTask{ward.task("decide")}, ward.person("shinsei")).error().code, Rejection::Code::Forbidden);
    ASSERT_TRUE(ward.desk.engine().execute(ReleaseUserTask{ward.task("decide")}, ward.person("kacho")));
    EXPECT_EQ(ward.desk.engine().execute(ReleaseUserTask{ward.task("decide")}, ward.person("kacho")).error().code, Rejection::Code::InvalidState) << "it has ended";

    ward.add("admin", "管理 者", "", {"administrators"});
    ASSERT_TRUE(ward.hold("jicho"));
    ASSERT_TRUE(ward.desk.engine().execute(ReleaseUserTask{ward.task("decide")}, ward.person("admin")));
    const auto events = ward.desk.rows<TaskEvent>();
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[3].kind, TaskEventKind::Released);
    EXPECT_EQ(events[3].actor, "admin") << "forced, and seen to be";
    EXPECT_TRUE(ward.decide("decide", "kacho"));
}

TEST(Hold, NeedsAReasonATimeToComeAndWhoseTaskItIs) {
    TwoManagers ward(decide_alone);
    EXPECT_EQ(ward.hold("kacho", day, " ").error().text, "A hold (保留) needs a reason: say so in 'reason'.");
    EXPECT_EQ(ward.hold("kacho", 0).error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(ward.hold("joho").error().code, Rejection::Code::Forbidden);
    EXPECT_TRUE(ward.desk.rows<TaskEvent>().empty());
}

TEST(Hold, KeepsATaskFromBeingTakenUpOrPulledBack) {
    Ward ward(step("first", "approve", for_staff) + step("check", "approve", for_chief, property("approval.deferrable", "true")) + step("decide", "decide", for_manager) +
              flows({"s", "first", "check", "decide", "e"}));
    ASSERT_TRUE(ward.decide("first", "joho"));
    ASSERT_TRUE(ward.desk.engine().execute(HoldUserTask{ward.task("check"), "確認中", {}}, ward.person("kakaricho")));
    EXPECT_EQ(ward.desk.engine().execute(TakeUpUserTask{ward.task("check"), "", ""}, ward.person("kacho")).error().code, Rejection::Code::InvalidState);
    const auto pulled = ward.desk.engine().execute(PullBack{ward.key, ""}, ward.person("joho"));
    ASSERT_FALSE(pulled);
    EXPECT_NE(pulled.error().text.find("is on hold by 'kakaricho' (保留)"), std::string::npos) << pulled.error().text;
    ASSERT_TRUE(ward.desk.engine().execute(ReleaseUserTask{ward.task("check")}, ward.person("kakaricho")));
    EXPECT_TRUE(ward.desk.engine().execute(TakeUpUserTask{ward.task("check"), "", ""}, ward.person("kacho")));
}

TEST(Hold, StopsNoPeriod) {
    Ward ward(step("decide", "decide", for_manager) +
              R"(<boundaryEvent id="lapse" attachedToRef="decide"><extensionElements><zeebe:properties>)" + property("approval.deemed", "true") + property("approval.legalBasis", "22(6)") +
              R"(</zeebe:properties></extensionElements><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="deemed"/>)" +
              flows({"s", "decide", "e"}) + flows({"lapse", "deemed"}));
    ASSERT_TRUE(ward.desk.engine().execute(HoldUserTask{ward.task("decide"), "出張", ward.desk.clock.now() + day}, ward.person("kacho")));
    ward.desk.wait(3'600'000);
    ASSERT_EQ(ward.decisions().size(), 1u);
    EXPECT_EQ(ward.decisions()[0].outcome, "deemed_approved");
}

TEST(Consultation, AsksAndAnswersWithoutGivingTheDecisionAway) {
    Ward ward(decide_alone);
    const auto cases_seen_by = [&](const std::string& who) {
        const Actor actor = ward.person(who);
        Query query;
        limit_to_visible(query, ProcessInstance::table, &actor);
        return ward.desk.rows<ProcessInstance>(query).size();
    };
    EXPECT_EQ(cases_seen_by("shunin"), 0u);
    const auto asked = ward.desk.engine().execute(ConsultOnUserTask{ward.task("decide"), {"shunin"}, "前例はありますか"}, ward.person("kacho"));
    ASSERT_TRUE(asked) << asked.error().text;
    EXPECT_EQ(cases_seen_by("shunin"), 1u) << "who is asked reads the case";
    EXPECT_EQ(cases_seen_by("kakaricho"), 0u);
    EXPECT_EQ(ward.decide("decide", "shunin").error().code, Rejection::Code::Forbidden);
    const auto answer = [&](const std::string& who, const std::string& text) {
        return ward.desk.engine().execute(AnswerConsultation{asked->key, text}, ward.person(who));
    };
    EXPECT_EQ(answer("kakaricho", "ない").error().code, Rejection::Code::Forbidden);
    EXPECT_EQ(answer("shunin", "").error().code, Rejection::Code::InvalidArgument);
    ASSERT_TRUE(answer("shunin", "令和7年に2件あります"));
    const auto events = ward.desk.rows<TaskEvent>();
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[1].kind, TaskEventKind::Answered);
    EXPECT_EQ(events[1].about, asked->key);
    EXPECT_EQ(events[1].people, std::vector<std::string>{"kacho"});
    ASSERT_TRUE(ward.decide("decide", "kacho"));
    EXPECT_EQ(answer("shunin", "もう一件").error().code, Rejection::Code::InvalidState) << "nobody waits any more";
}

TEST(Consultation, IsForWhoseTaskItIsAndForOthersThanThemselves) {
    Ward ward(decide_alone);
    const auto ask = [&](const std::string& who, std::vector<std::string> whom) {
        return ward.desk.engine().execute(ConsultOnUserTask{ward.task("decide"), std::move(whom), "?"}, ward.person(who));
    };
    EXPECT_EQ(ask("joho", {"shunin"}).error().code, Rejection::Code::Forbidden);
    EXPECT_EQ(ask("kacho", {"kacho"}).error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(ask("kacho", {"nobody"}).error().text, "'people' names 'nobody'; usernames of people are needed.");
    EXPECT_EQ(ask("kacho", {}).error().code, Rejection::Code::InvalidArgument);
}

std::string edited(const std::string& edit, const std::string& voids = "") {
    return step("first", "approve", for_staff) + step("second", "approve", for_chief, property("approval.edit", edit) + (voids.empty() ? "" : property("approval.editVoids", voids))) +
           step("decide", "decide", for_manager) + flows({"s", "first", "second", "decide", "e"});
}
const std::string filed = R"({"applicant": "shinsei", "amount": 100, "place": "A"})";

Outcome<Done> answer_with(Ward& ward, const std::string& element, const std::string& who, const std::string& more) {
    return ward.desk.engine().execute(CompleteUserTask{ward.task(element), {R"({"outcome": "approved", )" + more + "}"}, {}}, ward.person(who));
}

TEST(DocumentVersion, IsTheSecondOnceAnApproverHasEditedAField) {
    Ward ward(edited("fields:[amount]"), filed);
    ASSERT_TRUE(ward.decide("first", "joho"));
    ASSERT_TRUE(answer_with(ward, "second", "kakaricho", R"("amount": 90, "place": "B")"));
    ASSERT_TRUE(ward.decide("decide", "kacho"));
    const auto rows = ward.decisions();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].version_number, 1);
    EXPECT_EQ(rows[0].edits, std::nullopt);
    EXPECT_EQ(rows[1].version_number, 2);
    EXPECT_EQ(rows[1].edits->text, R"([{"field":"amount","before":100,"after":90}])") << "the place is no field that the step edits";
    EXPECT_EQ(rows[1].voids, std::vector<std::string>{}) << "earlier approvals stand";
    EXPECT_EQ(rows[2].version_number, 2);
    EXPECT_EQ(check_decisions(ward.desk.engine().reader()).fault, std::nullopt);
}

TEST(DocumentVersion, StaysWhereNothingIsChangedOrNothingMayBe) {
    for (const std::string edit : {"none", "fields:[amount]", "all"}) {
        Ward ward(edited(edit), filed);
        ASSERT_TRUE(ward.decide("first", "joho"));
        ASSERT_TRUE(answer_with(ward, "second", "kakaricho", edit == "none" ? R"("amount": 90)" : R"("amount": 100, "note": "良い")"));
        EXPECT_EQ(ward.decisions().back().version_number, 1) << edit;
    }
}

TEST(DocumentVersion, VoidsEarlierApprovalsWhereTheStepSaysSo) {
    Ward ward(edited("all", "earlier"), filed);
    ASSERT_TRUE(ward.decide("first", "joho"));
    ASSERT_TRUE(answer_with(ward, "second", "kakaricho", R"("place": "B")"));
    const auto rows = ward.decisions();
    EXPECT_EQ(rows[1].voids, std::vector{std::to_string(rows[0].key.value)});
}

TEST(DocumentVersion, IsAnotherOnceTheApplicantHasCorrectedSomething) {
    Ward ward(step("decide", "decide", for_manager) + step("fix", "correct", R"(<zeebe:assignmentDefinition assignee="shinsei"/>)") +
                  step("again", "decide", for_manager) + flows({"s", "decide", "fix", "again", "e"}),
              filed);
    ASSERT_TRUE(ward.decide("decide", "kacho", "returned", "高い"));
    ASSERT_TRUE(ward.desk.engine().execute(CompleteUserTask{ward.task("fix"), {R"({"amount": 80})"}, {}}, ward.person("shinsei")));
    ASSERT_TRUE(ward.decide("again", "kacho"));
    const auto rows = ward.decisions();
    EXPECT_EQ(rows[0].version_number, 1);
    EXPECT_EQ(rows[1].version_number, 2);
    EXPECT_EQ(rows[2].version_number, 2);
}

TEST(BulkApproval, DecidesFiftyEachByItselfAndExplainsTheThreeThatAreStale) {
    const std::string bulk = property("approval.bulk", "true") + property("approval.mustSee", "amount");
    Ward ward(step("decide", "decide", for_manager, bulk) + flows({"s", "decide", "e"}), filed);
    for (int i = 1; i < 50; ++i) ward.desk.start(filed);
    LookAtUserTasks look;
    for (const auto& row : ward.desk.rows<UserTask>(Query{}.first(100))) look.keys.push_back(row.key);
    ASSERT_EQ(look.keys.size(), 50u);
    const auto seen = ward.desk.engine().execute(look, ward.person("kacho"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->tasks[0].fields.text, R"({"amount":100})");
    // Meanwhile two cases change, and another manager decides on a third.
    for (const std::size_t i : {3u, 20u}) {
        const auto task = get<UserTask>(ward.desk.engine().reader(), look.keys[i]).value();
        ASSERT_TRUE(ward.desk.engine().execute(SetVariables{scope_of(task.process_instance_key), {R"({"amount": 5000})"}, false}));
    }
    ASSERT_TRUE(ward.desk.engine().execute(CompleteUserTask{look.keys[31], {R"({"outcome": "rejected"})"}, {}}, ward.person("kacho")));
    std::string refused;
    int done = 0;
    for (std::size_t i = 0; i < 50; ++i) {
        const auto outcome = ward.desk.engine().execute(CompleteUserTask{look.keys[i], {R"({"outcome": "approved"})"}, {}, {}, CompleteUserTask::InBulk{seen->tasks[i].document_version}},
                                                        ward.person("kacho"));
        if (outcome) ++done;
        else refused += std::to_string(i) + " " + std::to_string(static_cast<int>(outcome.error().code)) + "\n";
    }
    EXPECT_EQ(done, 47);
    EXPECT_EQ(refused, "3 3\n20 3\n31 2\n") << "changed, changed, not there any more";
    EXPECT_EQ(ward.decisions().size(), 48u) << "one row for each";
}

TEST(BulkApproval, IsForStepsThatAllowItAndForApprovals) {
    Ward one_by_one(decide_alone);
    const auto seen = one_by_one.desk.engine().execute(LookAtUserTasks{{one_by_one.task("decide")}}, one_by_one.person("kacho"));
    ASSERT_TRUE(seen);
    ASSERT_TRUE(seen->tasks[0].hindrance);
    EXPECT_EQ(seen->tasks[0].hindrance->text, "'decide' is decided one by one: its 'approval.bulk' is not 'true'. Open it.");

    Ward ward(step("decide", "decide", for_manager, property("approval.bulk", "true")) + flows({"s", "decide", "e"}));
    const auto look = [&](const std::string& who) { return ward.desk.engine().execute(LookAtUserTasks{{ward.task("decide")}}, ward.person(who))->tasks[0]; };
    EXPECT_EQ(look("shunin").hindrance->code, Rejection::Code::NotFound) << "nor is anything of it told";
    EXPECT_EQ(look("shunin").document_version, "");
    const auto version = look("kacho").document_version;
    EXPECT_FALSE(look("kacho").hindrance);
    const auto decide = [&](const std::string& outcome, const std::string& who) {
        return ward.desk.engine().execute(CompleteUserTask{ward.task("decide"), {R"({"outcome": ")" + outcome + "\"}"}, {}, {}, CompleteUserTask::InBulk{version}}, ward.person(who));
    };
    EXPECT_EQ(decide("rejected", "kacho").error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(decide("approved", "joho").error().code, Rejection::Code::Forbidden);
    EXPECT_TRUE(decide("approved", "kacho"));
    EXPECT_EQ(ward.desk.engine().execute(LookAtUserTasks{std::vector<UserTaskKey>(51)}, ward.person("kacho")).error().code, Rejection::Code::InvalidArgument);
}

}  // namespace
}  // namespace dandori::engine
