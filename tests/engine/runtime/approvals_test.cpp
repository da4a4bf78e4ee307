// By what right somebody decides, and what is written down of it.
#include "engine/identity/audit_chain.h"
#include "engine/identity/visible.h"
#include "tests/engine/runtime/ward.h"

namespace dandori::engine {
namespace {

using test::day;
using test::Desk;
using test::flows;
using test::for_manager;
using test::process_of;
using test::property;
using test::step;
using test::Ward;

const std::string two_steps = step("check", "receive", R"(<zeebe:assignmentDefinition candidateGroups="ward_is.staff"/>)") + step("decide", "decide", for_manager) +
                              flows({"s", "check", "decide", "e"});

TEST(ApprovalDecision, IsWrittenWithWhoAndWhatAndSealed) {
    Ward ward(two_steps);
    ASSERT_TRUE(ward.decide("check", "joho", "accepted"));
    ASSERT_TRUE(ward.decide("decide", "kacho", "approved", "問題なし"));
    const auto rows = ward.decisions();
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].outcome, "accepted");
    EXPECT_EQ(rows[1].case_key, ward.key);
    EXPECT_EQ(rows[1].element_id, "decide");
    EXPECT_EQ(rows[1].outcome, "approved");
    EXPECT_EQ(rows[1].authority, Authority::Self);
    EXPECT_EQ(rows[1].actor_id, "kacho");
    EXPECT_EQ(rows[1].principal_id, "kacho");
    EXPECT_EQ(rows[1].actor_name, "山田 太郎");
    EXPECT_EQ(rows[1].actor_section, "ward_is");
    EXPECT_EQ(rows[1].actor_post, "情報システム課 課長");
    EXPECT_EQ(rows[1].reason, "問題なし");
    EXPECT_EQ(rows[1].client_address, "198.51.100.7");
    EXPECT_EQ(rows[1].round, 1);
    EXPECT_EQ(rows[0].previous_hash, "");
    EXPECT_EQ(rows[1].previous_hash, rows[0].hash);
    EXPECT_EQ(rows[1].document_version.size(), 64u);
    EXPECT_NE(rows[1].document_version, rows[0].document_version) << "the outcome of the first had been added";
    EXPECT_EQ(check_decisions(ward.desk.engine().reader()).fault, std::nullopt);
}

TEST(ApprovalDecision, IsWrittenForStepsOnlyAndForPeopleOnly) {
    Ward ward("<userTask id=\"work\"><extensionElements><zeebe:userTask/>" + for_manager + "</extensionElements></userTask>" +
              step("decide", "decide", for_manager) + flows({"s", "work", "decide", "e"}));
    ASSERT_TRUE(ward.decide("work", "kacho"));
    ASSERT_TRUE(ward.desk.engine().execute(CompleteUserTask{ward.task("decide"), {R"({"outcome": "approved"})"}, {}}));
    EXPECT_TRUE(ward.decisions().empty());
}

TEST(ApprovalDecision, ThatWasChangedIsFound) {
    Ward ward(two_steps);
    ASSERT_TRUE(ward.decide("check", "joho", "accepted"));
    ASSERT_TRUE(ward.decide("decide", "kacho", "rejected"));
    auto row = ward.decisions().back();
    row.outcome = "approved";
    Batch batch;
    batch.put(row);
    ward.desk.store.commit(batch);
    const auto check = check_decisions(ward.desk.engine().reader());
    ASSERT_TRUE(check.fault);
    EXPECT_NE(check.fault->find("was changed after it was written"), std::string::npos);
    Batch removal;
    removal.remove<ApprovalDecision>(ward.decisions().front().key);
    row.outcome = "rejected";
    removal.put(row);
    ward.desk.store.commit(removal);
    EXPECT_TRUE(check_decisions(ward.desk.engine().reader()).fault) << "the first was taken out";
}

TEST(ApprovalDecision, OfAReturnVoidsWhatIsPassedAgain) {
    Ward ward(step("first", "approve", R"(<zeebe:assignmentDefinition candidateGroups="ward_is.staff"/>)") +
              step("second", "approve", R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)") + step("decide", "decide", for_manager) +
              flows({"s", "first", "second", "decide", "e"}));
    ASSERT_TRUE(ward.decide("first", "joho"));
    ASSERT_TRUE(ward.decide("second", "kakaricho"));
    ASSERT_TRUE(ward.desk.engine().execute(ReturnUserTask{ward.task("decide"), "second", "金額が違う", {}}, ward.person("kacho")));
    const auto rows = ward.decisions();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[2].outcome, "returned");
    EXPECT_EQ(rows[2].reason, "金額が違う");
    EXPECT_EQ(rows[2].voids, std::vector{std::to_string(rows[1].key.value)}) << "only of the step that is passed again";
    ASSERT_TRUE(ward.decide("second", "kakaricho"));
    ASSERT_TRUE(ward.decide("decide", "kacho", "returned"));
    EXPECT_EQ(ward.decisions().back().voids.size(), 2u) << "drawn, to the applicant: all that hold, none twice";
    EXPECT_EQ(check_decisions(ward.desk.engine().reader()).fault, std::nullopt);
}

TEST(ApprovalDecision, CountsRoundsByTheApplicantsCorrections) {
    Ward ward(step("decide", "decide", for_manager) + step("fix", "correct", R"(<zeebe:assignmentDefinition assignee="shinsei"/>)") +
              step("again", "decide", for_manager) + flows({"s", "decide", "fix", "again", "e"}));
    ASSERT_TRUE(ward.decide("decide", "kacho", "returned", "不足"));
    ASSERT_TRUE(ward.desk.engine().execute(CompleteUserTask{ward.task("fix"), {"{}"}, {}}, ward.person("shinsei")));
    ASSERT_TRUE(ward.decide("again", "kacho"));
    const auto rows = ward.decisions();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].outcome, "submitted");
    EXPECT_EQ(rows[0].round, 1);
    EXPECT_EQ(rows[1].round, 2);
    EXPECT_EQ(rows[2].round, 2);
}

/// A step that is taken as approved when an hour is over.
std::string deemed_step(const std::string& properties) {
    return step("inspect", "decide", for_manager, property("approval.legalBasis", "22(2)")) + "<boundaryEvent id=\"lapse\" attachedToRef=\"inspect\">" +
           "<extensionElements><zeebe:properties>" + properties + "</zeebe:properties></extensionElements>" +
           "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"deemed\"/>" +
           flows({"s", "inspect", "e"}) + flows({"lapse", "deemed"});
}
constexpr std::int64_t hour = 3'600'000;

TEST(DeemedApproval, IsADecisionOfTheRuleAtTheEndOfThePeriod) {
    Ward ward(deemed_step(property("approval.deemed", "deemed_approved") + property("approval.legalBasis", "22(6)")));
    const Instant end = ward.desk.clock.now() + hour;
    ward.desk.clock.advance(hour + 20 * 60'000);  // the server was down when it was over
    ward.desk.engine().clock_moved();
    ward.desk.publish("nobody waits for it", "");
    const auto rows = ward.decisions();
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].outcome, "deemed_approved");
    EXPECT_EQ(rows[0].authority, Authority::Rule);
    EXPECT_EQ(rows[0].actor_id, "");
    EXPECT_EQ(rows[0].effective_at, end);
    EXPECT_EQ(rows[0].decided_at, ward.desk.clock.now());
    EXPECT_EQ(rows[0].legal_basis, "22(6)") << "that of the lapse, not that of the step";
    EXPECT_EQ(rows[0].element_id, "inspect");
    EXPECT_EQ(rows[0].hash, decision_hash(rows[0]));
}

TEST(DeemedApproval, IsWrittenWhereTheEventSaysSoOnly) {
    Ward silent(deemed_step(property("approval.deemed", "false")));
    silent.desk.clock.advance(hour);
    silent.desk.engine().clock_moved();
    silent.desk.publish("nobody waits for it", "");
    EXPECT_TRUE(silent.decisions().empty());
    EXPECT_FALSE(silent.task("inspect").value) << "the timer itself was triggered";

    Ward in_time(deemed_step(property("approval.deemed", "true") + property("approval.legalBasis", "22(6)")));
    in_time.desk.clock.advance(hour - 1);
    EXPECT_TRUE(in_time.decide("inspect", "kacho", "rejected", "数量が合わない"));
    ASSERT_EQ(in_time.decisions().size(), 1u);
    EXPECT_EQ(in_time.decisions()[0].outcome, "rejected");
}

/// A thousand other timers are due and come first; who decides after the end is late all the same.
TEST(DeemedApproval, ComesBeforeADecisionThatIsLate) {
    Ward ward(deemed_step(property("approval.deemed", "true") + property("approval.legalBasis", "22(6)")));
    ward.desk.deploy(R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="waiting" targetNamespace="urn:test"><process id="w" isExecutable="true">
        <startEvent id="s"/><intermediateCatchEvent id="c"><timerEventDefinition><timeDuration>PT30M</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <endEvent id="e"/>)" + flows({"s", "c", "e"}) + "</process></definitions>", "w.bpmn");
    for (int i = 0; i < 1'200; ++i) ward.desk.start("{}", "w");
    const auto task = ward.task("inspect");
    const auto kacho = ward.person("kacho");
    ward.desk.clock.advance(hour);
    const auto late = ward.desk.engine().execute(CompleteUserTask{task, {R"({"outcome": "rejected"})"}, {}}, kacho);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Rejection::Code::NotFound);
    ASSERT_EQ(ward.decisions().size(), 1u);
    EXPECT_EQ(ward.decisions()[0].outcome, "deemed_approved");
}

TEST(SelfApproval, IsRefusedUnlessTheStepAllowsIt) {
    for (const bool is_allowed : {false, true}) {
        Ward ward(step("decide", "decide", for_manager, is_allowed ? property("approval.selfApproval", "allowed") : "") + flows({"s", "decide", "e"}),
                  R"({"applicant": {"username": "kacho"}})");
        const auto done = ward.decide("decide", "kacho");
        EXPECT_EQ(done.has_value(), is_allowed);
        if (!is_allowed) {
            EXPECT_EQ(done.error().code, Rejection::Code::Forbidden);
            EXPECT_NE(done.error().text.find("'kacho' is the applicant"), std::string::npos) << done.error().text;
        }
    }
}

TEST(Substitution, LetsTheSubstituteSeeAndDecideWithinItsTimeOnly) {
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
    ASSERT_TRUE(ward.stands_in("kacho", {"joho"}, day, 3 * day));
    EXPECT_EQ(ward.seen_by("joho"), "");
    EXPECT_FALSE(ward.decide("decide", "joho")) << "not yet";
    ward.desk.wait(day);
    EXPECT_EQ(ward.seen_by("joho"), "decide");
    ward.desk.wait(2 * day - 1);
    const Actor within = ward.person("joho");
    ward.desk.wait(1);
    EXPECT_EQ(ward.seen_by("joho"), "");
    const auto late = ward.desk.engine().execute(CompleteUserTask{ward.task("decide"), {R"({"outcome": "approved"})"}, {}}, within);
    ASSERT_FALSE(late) << "opened within the time, sent after it";
    EXPECT_NE(late.error().text.find("A substitution ended 20"), std::string::npos) << late.error().text;
    EXPECT_TRUE(ward.decisions().empty());
}

TEST(Substitution, IsWrittenIntoTheDecision) {
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
    const auto made = ward.stands_in("kacho", {"joho", "kakaricho"}, 0, day);
    ASSERT_TRUE(made);
    ASSERT_TRUE(ward.decide("decide", "joho"));
    const auto row = ward.decisions().at(0);
    EXPECT_EQ(row.authority, Authority::Substitute);
    EXPECT_EQ(row.actor_id, "joho");
    EXPECT_EQ(row.actor_name, "田中 由美");
    EXPECT_EQ(row.principal_id, "kacho");
    EXPECT_EQ(row.principal_post, "情報システム課 課長");
    EXPECT_EQ(row.substitution_key, made->substitution.key);
    EXPECT_EQ(ward.desk.instance(ward.key).state, InstanceState::Completed);
}

TEST(Substitution, IsNotHandedOn) {
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
    ASSERT_TRUE(ward.stands_in("kacho", {"kakaricho"}, 0, day));
    const auto second = ward.stands_in("kakaricho", {"joho"}, 0, day);
    ASSERT_TRUE(second);
    ASSERT_EQ(second->warnings.size(), 1u);
    EXPECT_NE(second->warnings[0].find("'kacho'"), std::string::npos);
    EXPECT_EQ(ward.seen_by("joho"), "");
    EXPECT_FALSE(ward.decide("decide", "joho"));
    EXPECT_TRUE(ward.decide("decide", "kakaricho"));
}

TEST(Substitution, MindsProcessesRevocationAndSteps) {
    Ward ward(step("decide", "decide", for_manager) + step("own", "decide", for_manager, property("approval.delegable", "false")) + flows({"s", "decide", "e"}) +
              flows({"s", "own", "e"}));
    CreateSubstitution command;
    command.substitutes = {"joho"};
    command.from = ward.desk.clock.now();
    command.until = ward.desk.clock.now() + day;
    command.process_definition_ids = {"another"};
    ASSERT_TRUE(ward.desk.engine().execute(command, ward.person("kacho")));
    EXPECT_EQ(ward.seen_by("joho"), "");
    EXPECT_FALSE(ward.decide("decide", "joho"));
    command.process_definition_ids = {"p"};
    const auto made = ward.desk.engine().execute(command, ward.person("kacho"));
    ASSERT_TRUE(made);
    EXPECT_FALSE(ward.decide("own", "joho")) << "nobody may stand in there";
    ward.desk.restart();
    ASSERT_TRUE(ward.desk.engine().execute(RevokeSubstitution{made->substitution.key}, ward.person("kacho")));
    EXPECT_FALSE(ward.decide("decide", "joho"));
    EXPECT_FALSE(ward.desk.engine().execute(RevokeSubstitution{made->substitution.key}, ward.person("kacho"))) << "it has ended";
}

TEST(Substitution, IsRefusedWhereItMakesNoSense) {
    Ward ward(two_steps);
    EXPECT_EQ(ward.stands_in("kacho", {"joho"}, -day, day).error().code, Rejection::Code::InvalidArgument) << "in the past";
    EXPECT_EQ(ward.stands_in("kacho", {"joho"}, day, day).error().code, Rejection::Code::InvalidArgument) << "no time at all";
    EXPECT_EQ(ward.stands_in("kacho", {"kacho"}, 0, day).error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(ward.stands_in("kacho", {"nobody"}, 0, day).error().code, Rejection::Code::NotFound);
    EXPECT_EQ(ward.stands_in("kacho", {"joho"}, 0, day, "joho").error().code, Rejection::Code::Forbidden) << "for somebody else";
    ward.desk.engine().execute(ChangeMembership{membership(CircleType::Role, "admin", OwnerType::User, "joho"), false});
    const auto by_administrator = ward.stands_in("kacho", {"kakaricho"}, 0, day, "joho");
    ASSERT_TRUE(by_administrator);
    EXPECT_EQ(by_administrator->substitution.granted_by, "joho");
}

TEST(ActingDecision, IsForTheNextInRankWhileTheDecidersAreAway) {
    Ward ward(step("decide", "decide", for_manager, property("approval.actingDecision", "ward_is.chief, ward_is.senior")) + flows({"s", "decide", "e"}));
    EXPECT_FALSE(ward.decide("decide", "kakaricho")) << "the manager is there";
    ASSERT_TRUE(ward.stands_in("kacho", {}, 0, day));
    EXPECT_FALSE(ward.decide("decide", "shunin")) << "the first deputy is there";
    EXPECT_FALSE(ward.decide("decide", "joho")) << "no deputy";
    ASSERT_TRUE(ward.stands_in("kakaricho", {}, 0, day));
    ASSERT_TRUE(ward.decide("decide", "shunin"));
    const auto row = ward.decisions().at(0);
    EXPECT_EQ(row.authority, Authority::ActingDecision);
    EXPECT_EQ(row.actor_id, "shunin");
    EXPECT_EQ(row.principal_id, "kacho");
}

TEST(ActingDecision, IsForDecidingStepsThatAllowItOnly) {
    for (const std::string kind : {"approve", "decide"}) {
        Ward ward(step("step", kind, for_manager, kind == "approve" ? property("approval.actingDecision", "ward_is.chief") : "") + flows({"s", "step", "e"}));
        ASSERT_TRUE(ward.stands_in("kacho", {}, 0, day));
        EXPECT_FALSE(ward.decide("step", "kakaricho")) << kind;
    }
}

TEST(ActingDecision, LeavesOutWhatTheStepsGuardExcludes) {
    const auto guarded = [](const std::string& guard) {
        return step("decide", "decide", for_manager, property("approval.actingDecision", "ward_is.chief") + property("approval.actingDecisionIf", guard)) +
               flows({"s", "decide", "e"});
    };
    Ward important(guarded("=not(important) or instruction != null"), R"({"applicant": "shinsei", "important": true})");
    ASSERT_TRUE(important.stands_in("kacho", {}, 0, day));
    const auto refused = important.decide("decide", "kakaricho");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::Forbidden);
    EXPECT_EQ(refused.error().text,
              "Nobody may decide on 'decide' in place of who is away: 'approval.actingDecisionIf' (not(important) or instruction != null) does not hold.");
    ASSERT_TRUE(important.desk.engine().execute(SetVariables{scope_of(important.key), {R"({"instruction": "進めてよい"})"}, false}));
    EXPECT_TRUE(important.decide("decide", "kakaricho")) << "the decider has given an instruction";

    Ward unclear(guarded("urgency"), R"({"applicant": "shinsei"})");
    ASSERT_TRUE(unclear.stands_in("kacho", {}, 0, day));
    EXPECT_EQ(unclear.decide("decide", "kakaricho").error().text,
              "Nobody may decide on 'decide' in place of who is away: 'approval.actingDecisionIf' (urgency) gave neither true nor false.");
    EXPECT_TRUE(unclear.decide("decide", "joho").error().text.find("approval.actingDecisionIf") == std::string::npos) << "who is no deputy learns nothing of it";
}

TEST(ActingDecision, HasAGuardThatIsReadAtDeployment) {
    Desk desk;
    const auto refused = desk.try_deploy({{"p.bpmn", process_of("<startEvent id=\"s\"/>" + step("decide", "decide", for_manager, property("approval.actingDecisionIf", "=not(")) +
                                                               flows({"s", "decide"}))}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text.find("approval.actingDecisionIf can't be read as FEEL"), std::string::npos) << refused.error().text;
}

TEST(ActingDecision, StartsTheLaterInspectionByWhoWasAway) {
    const std::string inspection =
        R"(<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="i" targetNamespace="urn:test">
<message id="m" name="approval.later-inspection"/><process id="inspection" isExecutable="true"><startEvent id="begun"><messageEventDefinition messageRef="m"/></startEvent>
<userTask id="read"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition assignee="=decider"/><zeebe:taskSchedule dueDate="=backAt"/></extensionElements></userTask>
<sequenceFlow id="f" sourceRef="begun" targetRef="read"/></process></definitions>)";
    Ward ward(step("decide", "decide", for_manager, property("approval.actingDecision", "ward_is.chief") + property("approval.legalBasis", "処務規程 第8条")) +
              flows({"s", "decide", "e"}));
    ward.desk.deploy(inspection, "inspection.bpmn");
    ASSERT_TRUE(ward.stands_in("kacho", {}, 0, day));
    ASSERT_TRUE(ward.stands_in("kacho", {}, 0, 3 * day)) << "back when the last of them ends";
    const auto now = ward.desk.clock.now();
    ASSERT_TRUE(ward.decide("decide", "kakaricho", "approved", "急ぐため"));
    EXPECT_EQ(ward.desk.instance(ward.key).state, InstanceState::Completed) << "nothing waits for it";
    const auto decision = ward.decisions().at(0);
    EXPECT_EQ(decision.legal_basis, "処務規程 第8条");
    const auto read = ward.desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("read")));
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read.front().assignee, "kacho");
    EXPECT_EQ(read.front().due_date, now + 3 * day);
    std::map<std::string, std::string> told;
    for (const auto& row : ward.desk.rows<Variable>(Query{}.where_equals("processInstanceKey", read.front().process_instance_key))) told[row.name] = row.value;
    EXPECT_EQ(told["decisionKey"], "\"" + std::to_string(decision.key.value) + "\"");
    EXPECT_EQ(told["deputy"], "\"kakaricho\"");
    EXPECT_EQ(told["deputyName"], "\"高橋 進\"");
    EXPECT_EQ(told["deciderName"], "\"山田 太郎\"");
    EXPECT_EQ(told["applicant"], "\"shinsei\"");
    EXPECT_EQ(told["outcome"] + told["reason"], "\"approved\"\"急ぐため\"");
}

TEST(ActingDecision, ByWhoIsThereThemselvesIsInspectedByNobody) {
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
    ASSERT_TRUE(ward.decide("decide", "kacho"));
    EXPECT_TRUE(ward.desk.rows<Message>().empty());
    EXPECT_FALSE(ward.decisions().at(0).legal_basis);
}

TEST(Authority, IsAnAdministratorsWhereItIsNobodysTask) {
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
    ward.desk.engine().execute(ChangeMembership{membership(CircleType::Role, "admin", OwnerType::User, "joho"), false});
    ASSERT_TRUE(ward.decide("decide", "joho"));
    EXPECT_EQ(ward.decisions().at(0).authority, Authority::Administrator);
}

}  // namespace
}  // namespace dandori::engine
