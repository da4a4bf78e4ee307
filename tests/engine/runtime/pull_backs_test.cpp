// 引戻し and 引上げ: who may take back or take up what, how long, and what the record says then.
#include <fstream>

#include "engine/calendar/calendar_set.h"
#include "engine/identity/audit_chain.h"
#include "tests/engine/runtime/ward.h"

namespace dandori::test {
namespace {

const std::string for_staff = R"(<zeebe:assignmentDefinition candidateGroups="ward_is.staff"/>)";
const std::string for_chief = R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)";
const std::string for_senior = R"(<zeebe:assignmentDefinition candidateGroups="ward_is.senior"/>)";
const std::string for_applicant = R"(<zeebe:assignmentDefinition assignee="=applicant"/>)";

const std::string line_of_three = step("first", "approve", for_staff) + step("second", "approve", for_chief) + step("last", "decide", for_manager) +
                                  flows({"s", "first", "second", "last", "e"});

struct Line : Ward {
    using Ward::Ward;
    Outcome<Done> pull_back(const std::string& who, const std::string& reason = "") {
        return desk.engine().execute(PullBack{key, reason}, person(who));
    }
    void refused(const std::string& who, const std::string& why, Rejection::Code code = Rejection::Code::InvalidState) {
        const std::string before = desk.history(key);
        const auto count = decisions().size();
        const auto done = pull_back(who);
        ASSERT_FALSE(done) << "by " << who;
        EXPECT_EQ(done.error().code, code) << done.error().text;
        EXPECT_NE(done.error().text.find(why), std::string::npos) << done.error().text;
        EXPECT_EQ(desk.history(key), before);
        EXPECT_EQ(decisions().size(), count);
    }
    void pulled_back(const std::string& who) {
        const auto done = pull_back(who);
        EXPECT_TRUE(done) << (done ? "" : done.error().text);
    }
    void decided(const std::string& element, const std::string& who, const std::string& outcome = "approved") {
        const auto done = decide(element, who, outcome);
        EXPECT_TRUE(done) << element << ": " << (done ? "" : done.error().text);
    }
    std::string key_of(std::size_t index) { return std::to_string(decisions().at(index).key.value); }
    std::string assignee(const std::string& element) {
        const auto found = get<UserTask>(desk.engine().reader(), task(element));
        return found ? found->assignee.value_or("nobody") : "no task";
    }
    bool is_over() { return desk.instance(key).state == InstanceState::Completed; }
};

TEST(PullBack, OpensOnesOwnStepAgainAndVoidsTheDecision) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.desk.restart();
    ASSERT_TRUE(line.pull_back("joho", "金額を直す"));
    EXPECT_EQ(line.desk.active(line.key), "first");
    EXPECT_EQ(line.assignee("first"), "joho");
    ASSERT_EQ(line.decisions().size(), 2u);
    const auto row = line.decisions()[1];
    EXPECT_EQ(row.outcome, "pulled_back");
    EXPECT_EQ(row.authority, Authority::Self);
    EXPECT_EQ(row.element_id, "first");
    EXPECT_EQ(row.reason, "金額を直す");
    EXPECT_EQ(row.voids, std::vector{line.key_of(0)});
    line.decided("first", "joho");
    line.decided("second", "kakaricho");
    line.decided("last", "kacho");
    EXPECT_TRUE(line.is_over());
    EXPECT_EQ(check_decisions(line.desk.engine().reader()).fault, std::nullopt);
}

TEST(PullBack, IsTooLateOnceTheNextHasDecided) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.decided("second", "kakaricho");
    line.refused("joho", "'second' was completed by 'kakaricho'");
    line.pulled_back("kakaricho");
    EXPECT_EQ(line.desk.active(line.key), "second");
}

// Scenario 7: the partition puts them in an order; whoever comes second is told the story.
TEST(PullBack, AndADecisionOfTheNextExcludeEachOther) {
    Line line(line_of_three);
    line.decided("first", "joho");
    const UserTaskKey next = line.task("second");
    line.pulled_back("joho");
    const auto late = line.desk.engine().execute(CompleteUserTask{next, {R"({"outcome": "approved"})"}, {}}, line.person("kakaricho"));
    ASSERT_FALSE(late);
    EXPECT_EQ(line.desk.active(line.key), "first");
}

TEST(PullBack, IsNotHandedOnToTheStepBefore) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.decided("second", "kakaricho");
    line.pulled_back("kakaricho");
    line.refused("joho", "'second' was completed by 'kakaricho'");
    line.decided("second", "kakaricho");
    line.pulled_back("kakaricho");
    Line short_line(step("first", "approve", for_staff) + step("second", "agree", for_chief) + step("last", "decide", for_manager) +
                    flows({"s", "first", "second", "last", "e"}));
    short_line.decided("first", "joho");
    short_line.pulled_back("joho");
    short_line.refused("joho", "has done nothing", Rejection::Code::Forbidden);
}

TEST(PullBack, IsForWhoActedAndTheirSubstitutesOnly) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.refused("kacho", "has done nothing in this case", Rejection::Code::Forbidden);
    line.refused("shunin", "has done nothing in this case", Rejection::Code::Forbidden);
    ASSERT_TRUE(line.stands_in("joho", {"shunin"}, 0, day));
    ASSERT_TRUE(line.pull_back("shunin"));
    EXPECT_EQ(line.decisions().back().authority, Authority::Substitute);
    EXPECT_EQ(line.decisions().back().principal_id, "joho");
    EXPECT_EQ(line.assignee("first"), "joho");
}

TEST(PullBack, OfWhatASubstituteDidIsForThePrincipalToo) {
    Line line(line_of_three);
    ASSERT_TRUE(line.stands_in("joho", {"shunin"}, 0, day));
    line.decided("first", "shunin");
    line.pulled_back("joho");
    EXPECT_EQ(line.desk.active(line.key), "first");
    EXPECT_EQ(line.assignee("first"), "nobody") << "either of them may go on";
}

TEST(PullBack, LeavesAFinalDecisionAlone) {
    Line line(step("last", "decide", for_manager) + step("tell", "receive", for_staff) + flows({"s", "last", "tell", "e"}));
    line.decided("last", "kacho");
    line.refused("kacho", "is final. It can only be cancelled by a request of its own (取消申請)");
    Line rejected(step("first", "approve", for_staff) + step("tell", "receive", for_staff) + flows({"s", "first", "tell", "e"}));
    rejected.decided("first", "joho", "rejected");
    rejected.refused("joho", "is final");
    line.decided("tell", "joho", "received");
    const auto over = line.pull_back("joho");
    ASSERT_FALSE(over);
    EXPECT_NE(over.error().text.find("it is over"), std::string::npos) << over.error().text;
}

TEST(PullBack, EndsWhereTheNextStepSaysSo) {
    const auto with = [](const std::string& until) {
        return step("first", "approve", for_staff) + step("second", "approve", for_chief, property("approval.pullBack", until)) + flows({"s", "first", "second", "e"});
    };
    Line none(with("none"));
    none.decided("first", "joho");
    none.refused("joho", "from 'second' nothing is pulled back");
    for (const bool is_taken_over : {false, true}) {
        Line opened(with("untilOpened"));
        opened.decided("first", "joho");
        if (is_taken_over) {
            ASSERT_TRUE(opened.desk.engine().execute(AssignUserTask{opened.task("second"), "kakaricho", true, {}}, opened.person("kakaricho")));
            opened.refused("joho", "'second' was taken over by 'kakaricho'");
        } else {
            opened.pulled_back("joho");
        }
    }
    Line taken(line_of_three);
    taken.decided("first", "joho");
    ASSERT_TRUE(taken.desk.engine().execute(AssignUserTask{taken.task("second"), "kakaricho", true, {}}, taken.person("kakaricho")));
    taken.pulled_back("joho");
    EXPECT_EQ(taken.desk.active(taken.key), "first") << "by default until it is decided";
}

const std::string fork = step("draft", "approve", for_staff) + step("left", "approve", for_chief) + step("right", "approve", for_senior) +
                         step("last", "decide", for_manager) + "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>" +
                         flows({"s", "draft", "f", "left", "j", "last", "e"}) + flows({"f", "right", "j"});

TEST(PullBack, NeedsAllBranchesBehindAFork) {
    Line line(fork);
    line.decided("draft", "joho");
    line.pulled_back("joho");
    EXPECT_EQ(line.desk.active(line.key), "draft");
    line.decided("draft", "joho");
    line.decided("left", "kakaricho");
    line.refused("joho", "'left' was completed by 'kakaricho'");  // scenario 8
}

TEST(PullBack, InABranchLeavesTheOtherAlone) {
    Line line(fork);
    line.decided("draft", "joho");
    line.decided("left", "kakaricho");
    line.pulled_back("kakaricho");  // its token waited in front of the join
    EXPECT_EQ(line.desk.active(line.key), "right left");
    EXPECT_TRUE(line.desk.rows<Token>().empty());
    line.decided("left", "kakaricho");
    line.decided("right", "shunin");
    EXPECT_EQ(line.desk.active(line.key), "last");
    line.pulled_back("kakaricho");  // the join has fired: it waits again for this branch only
    EXPECT_EQ(line.desk.active(line.key), "left");
    line.desk.restart();
    line.decided("left", "kakaricho");
    EXPECT_EQ(line.desk.active(line.key), "last");
    line.decided("last", "kacho");
    EXPECT_TRUE(line.is_over());
}

TEST(PullBack, OfAReturnGivesBackWhatItHadVoided) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.decided("second", "kakaricho");
    ASSERT_TRUE(line.desk.engine().execute(ReturnUserTask{line.task("last"), "first", "根拠がない", {}}, line.person("kacho")));
    EXPECT_EQ(line.desk.active(line.key), "first");
    EXPECT_EQ(line.decisions().back().target_element_id, "first");
    line.desk.restart();
    line.pulled_back("kacho");
    EXPECT_EQ(line.desk.active(line.key), "last");
    EXPECT_EQ(line.assignee("last"), "kacho");
    const auto row = line.decisions().back();
    EXPECT_EQ(row.voids, std::vector{line.key_of(2)});
    EXPECT_EQ(row.restores, (std::vector{line.key_of(0), line.key_of(1)}));
    line.decided("last", "kacho");
    EXPECT_TRUE(line.is_over());
}

TEST(PullBack, OfAReturnIsTooLateOnceThatStepHasActedOrOthersHaveLostTheirs) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.decided("second", "kakaricho");
    ASSERT_TRUE(line.desk.engine().execute(ReturnUserTask{line.task("last"), "second", "根拠がない", {}}, line.person("kacho")));
    line.decided("second", "kakaricho");
    line.refused("kacho", "'second', where it was returned to, doesn't wait any more");
    Line forked(fork);
    forked.decided("draft", "joho");
    ASSERT_TRUE(forked.desk.engine().execute(ReturnUserTask{forked.task("left"), "draft", "違う", {}}, forked.person("kakaricho")));
    forked.refused("kakaricho", "took back what others had been given to do");
}

TEST(PullBack, OfADrawnReturnOpensTheStepAgain) {
    Line line(step("last", "decide", for_manager) + step("fix", "correct", for_applicant) + "<exclusiveGateway id=\"g\" default=\"g-e\"/>" + flows({"s", "last", "g", "e"}) +
              R"(<sequenceFlow id="g-fix" sourceRef="g" targetRef="fix"><conditionExpression>=outcome = "returned"</conditionExpression></sequenceFlow>)" + flows({"fix", "last"}));
    line.decided("last", "kacho", "returned");
    line.pulled_back("kacho");
    EXPECT_EQ(line.desk.active(line.key), "last");
    line.decided("last", "kacho", "returned");
    line.decided("fix", "shinsei", "submitted");
    line.refused("kacho", "'fix' was completed by 'shinsei'");
    line.pulled_back("shinsei");
    EXPECT_EQ(line.desk.active(line.key), "fix");
    line.decided("fix", "shinsei", "submitted");
    EXPECT_EQ(line.decisions().back().round, 2) << "nobody had decided: the same round";
}

TEST(PullBack, OfAFilingGoesToTheStepOfCorrection) {
    const std::string elements = step("check", "receive", for_staff) + step("last", "decide", for_manager) + step("fix", "correct", for_applicant) +
                                 flows({"s", "check", "last", "e"}) + flows({"fix", "check"});
    Line line(elements);
    line.refused("joho", "has done nothing", Rejection::Code::Forbidden);
    line.pulled_back("shinsei");
    EXPECT_EQ(line.desk.active(line.key), "fix");
    EXPECT_EQ(line.assignee("fix"), "shinsei");
    EXPECT_EQ(line.decisions().back().outcome, "pulled_back");
    line.decided("fix", "shinsei", "submitted");
    EXPECT_EQ(line.decisions().back().round, 1);
    line.decided("check", "joho", "accepted");
    line.refused("shinsei", "'check' was completed by 'joho'");
    Line without(line_of_three);
    without.refused("shinsei", "no step to correct it in");
}

TEST(PullBack, OfOneAnswerAsksThatMemberAgainWhileTheOthersGoOn) {
    const std::string agree = R"(<userTask id="agree"><extensionElements><zeebe:userTask/>)" + for_chief +
        R"(<zeebe:ioMapping><zeebe:output source="={member: item, outcome: outcome}" target="answer"/></zeebe:ioMapping>
        <zeebe:properties><zeebe:property name="approval.step" value="agree"/></zeebe:properties></extensionElements><multiInstanceLoopCharacteristics><extensionElements>
        <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="answers" outputElement="=answer"/></extensionElements>
        </multiInstanceLoopCharacteristics></userTask>)";
    Line line(agree + step("last", "decide", for_manager) + flows({"s", "agree", "last", "e"}), R"({"applicant": "shinsei", "items": ["a", "b"]})");
    line.decided("agree", "kakaricho", "disagreed");
    EXPECT_EQ(line.desk.active(line.key), "agree agree");  // the body and the other
    line.desk.restart();
    line.pulled_back("kakaricho");
    EXPECT_EQ(line.desk.active(line.key), "agree agree agree");
    line.decided("agree", "kakaricho", "agreed");
    line.decided("agree", "kakaricho", "agreed");
    EXPECT_EQ(line.desk.active(line.key), "last");
    EXPECT_EQ(line.desk.variable(line.key, "answers"), R"([{"member":"a","outcome":"agreed"},{"member":"b","outcome":"agreed"}])") << "in their places";
    line.refused("kakaricho", "all of 'agree' have answered");
}

TEST(PullBack, GoesNotPastWhatIsIrreversibleOrWouldHaveToBeUndone) {
    const std::string sent = service_task("send", "<zeebe:properties>" + property("approval.irreversible", "true") + "</zeebe:properties>");
    Line line(step("first", "approve", for_staff) + sent + step("second", "approve", for_chief) + flows({"s", "first", "send", "second", "e"}));
    line.decided("first", "joho");
    EXPECT_TRUE(line.desk.work("send"));
    line.refused("joho", "'send' has happened meanwhile, which is irreversible");
    const std::string undoable = service_task("account") + R"(<boundaryEvent id="undoing" attachedToRef="account"><compensateEventDefinition/></boundaryEvent>
       <serviceTask id="undo" isForCompensation="true"><extensionElements><zeebe:taskDefinition type="undo"/></extensionElements></serviceTask>
       <association id="as" sourceRef="undoing" targetRef="undo" associationDirection="One"/>)";
    Line other(step("first", "approve", for_staff) + undoable + step("second", "approve", for_chief) + flows({"s", "first", "account", "second", "e"}));
    other.decided("first", "joho");
    EXPECT_TRUE(other.desk.work("account"));
    other.refused("joho", "'account' has happened meanwhile and would have to be undone first");
}

// --- how a due date was counted

TEST(Reckoning, IsKeptWithTheTaskTheTimerAndTheDecisionThatTheLapseIs) {
    const auto text_of = [](const char* name) {
        std::ifstream file(std::string(DANDORI_SOURCE_DIR "/processes/reference-data/") + name);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    EngineSettings settings;
    settings.calendars = std::make_shared<const calendar::CalendarSet>(calendar::CalendarSet::read(text_of("holidays.csv"), text_of("service_hours.csv")).value());
    Desk desk(settings);
    desk.clock.set(*instant_from_iso8601("2026-04-28T03:00:00Z"));
    desk.deploy(process_of(R"xml(<startEvent id="s"/><userTask id="check"><extensionElements><zeebe:userTask/>
        <zeebe:taskSchedule dueDate="=date and time(date(day), time(&quot;17:00:00+09:00&quot;))"/>
        <zeebe:ioMapping><zeebe:input source="=add business days(date(&quot;2026-04-30&quot;), 1, &quot;ward_business&quot;)" target="day"/></zeebe:ioMapping>
        <zeebe:properties><zeebe:property name="approval.step" value="decide"/></zeebe:properties></extensionElements></userTask>
        <boundaryEvent id="lapse" attachedToRef="check"><extensionElements><zeebe:properties><zeebe:property name="approval.deemed" value="true"/>
        <zeebe:property name="approval.legalBasis" value="22(6)"/></zeebe:properties></extensionElements><timerEventDefinition>
        <timeDate>=end of business period(date("2026-04-28"), 5, "ward_business")</timeDate></timerEventDefinition></boundaryEvent>
        <boundaryEvent id="plain" attachedToRef="check" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <endEvent id="e"/>)xml" + flows({"s", "check", "e"}) + flows({"lapse", "e"}) + flows({"plain", "e"})));
    desk.start();
    const auto count_days = [](const std::string& json) {
        std::size_t count = 0;
        for (auto at = json.find("\"date\""); at != std::string::npos; at = json.find("\"date\"", at + 1)) ++count;
        return count;
    };
    const std::string of_task = desk.rows<UserTask>().front().reckoning.text;
    EXPECT_EQ(count_days(of_task), 2u) << "by the input mapping: " << of_task;
    std::map<std::string, std::string> of_timers;
    for (const auto& timer : desk.rows<Timer>()) of_timers[timer.element_id] = timer.reckoning.text;
    EXPECT_EQ(count_days(of_timers["lapse"]), 2u + 14u) << "the mapping's and its own";
    EXPECT_EQ(count_days(of_timers["plain"]), 2u);
    EXPECT_NE(of_timers["lapse"].find(R"({"date":"2026-04-29","counted":false,"reason":"昭和の日")"), std::string::npos) << of_timers["lapse"];
    desk.restart();
    desk.clock.set(*instant_from_iso8601("2026-05-11T15:00:00Z"));
    desk.engine().clock_moved();
    desk.publish("nobody waits for it", "");
    const auto row = desk.rows<ApprovalDecision>().at(0);
    EXPECT_EQ(row.outcome, "deemed_approved");
    ASSERT_TRUE(row.reckoning);
    EXPECT_EQ(row.reckoning->text, of_timers["lapse"]);
    EXPECT_EQ(row.hash, decision_hash(row));
    auto altered = row;
    altered.reckoning->text.replace(altered.reckoning->text.find("false"), 5, "true");
    EXPECT_NE(decision_hash(altered), row.hash);
}

// --- 差戻し that comes straight back

TEST(UserTaskReturn, ComesStraightBackWhereItIsToldTo) {
    Line line(line_of_three);
    line.decided("first", "joho");
    line.decided("second", "kakaricho");
    ReturnUserTask command{line.task("last"), "first", "写しを付ける", {}, true};
    ASSERT_TRUE(line.desk.engine().execute(command, line.person("kacho")));
    EXPECT_EQ(line.decisions().back().voids, std::vector{line.key_of(0)}) << "what was approved between stays";
    EXPECT_EQ(line.desk.active(line.key), "first");
    line.desk.restart();
    line.decided("first", "joho");
    EXPECT_EQ(line.desk.active(line.key), "last");
    line.decided("last", "kacho");
    EXPECT_TRUE(line.is_over());
}

TEST(UserTaskReturn, ComesNotStraightBackOverOthersWork) {
    Line line(fork);
    line.decided("draft", "joho");
    const auto done = line.desk.engine().execute(ReturnUserTask{line.task("left"), "draft", "違う", {}, true}, line.person("kakaricho"));
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().text.find("it can't come straight back: only a step on the same branch"), std::string::npos) << done.error().text;
    Line voiding(step("first", "approve", for_staff, property("approval.editVoids", "all")) + step("last", "decide", for_manager) + flows({"s", "first", "last", "e"}));
    voiding.decided("first", "joho");
    const auto refused = voiding.desk.engine().execute(ReturnUserTask{voiding.task("last"), "first", "違う", {}, true}, voiding.person("kacho"));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text.find("'approval.editVoids'"), std::string::npos) << refused.error().text;
}

// --- 部分再合議

std::string agreement(const std::string& reopen) {
    return R"(<userTask id="agree"><extensionElements><zeebe:userTask/><zeebe:ioMapping><zeebe:output source="={member: item, outcome: outcome}" target="answer"/></zeebe:ioMapping>
        <zeebe:properties><zeebe:property name="approval.step" value="agree"/>)" + property("approval.reopen", reopen) +
        R"(</zeebe:properties></extensionElements><multiInstanceLoopCharacteristics><extensionElements>
        <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="answers" outputElement="=answer"/></extensionElements>
        </multiInstanceLoopCharacteristics></userTask>)" + step("last", "decide", for_manager) + flows({"s", "agree", "last", "e"});
}

TEST(JointAgreement, AsksOnlySomeAgainWhereItsStepSaysSo) {
    const std::map<std::string, std::size_t> asked{{"all", 3}, {"disagreedOrAffected", 1}, {"members:[a, c]", 2}, {"members:[z]", 3}};
    for (const auto& [reopen, count] : asked) {
        Line line(agreement(reopen), R"({"items": ["a", "b", "c"]})");
        const auto answer = [&](const std::string& outcome) {
            EXPECT_TRUE(line.desk.engine().execute(CompleteUserTask{line.task("agree"), {"{\"outcome\": \"" + outcome + "\"}"}, {}}));
        };
        for (const char* outcome : {"agreed", "disagreed", "agreed"}) answer(outcome);
        const auto done = line.desk.engine().execute(ReturnUserTask{line.task("last"), "agree", "もう一度", {}});
        EXPECT_TRUE(done) << (done ? "" : done.error().text);
        line.desk.restart();
        const auto open = line.desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("agree")).where_equals("state", UserTaskState::Created));
        EXPECT_EQ(open.size(), count) << reopen;
        for (std::size_t i = 0; i < count; ++i) answer("agreed");
        EXPECT_EQ(line.desk.active(line.key), "last") << reopen;
        if (reopen == "disagreedOrAffected") {
            EXPECT_EQ(line.desk.variable(line.key, "answers"),
                      R"([{"member":"a","outcome":"agreed"},{"member":"b","outcome":"agreed"},{"member":"c","outcome":"agreed"}])");
        }
    }
}

// --- 引上げ

const std::string deferrable = property("approval.deferrable", "true");
const std::string line_to_take_up = step("first", "approve", for_staff, deferrable) + "<exclusiveGateway id=\"g\" default=\"g-second\"/>" +
                                    step("second", "approve", for_chief, deferrable) + step("last", "decide", for_manager) + flows({"s", "first", "g", "second", "last", "e"});
const std::string inspection =
    R"(<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="i" targetNamespace="urn:test">
<message id="m" name="approval.later-inspection"/><process id="inspection" isExecutable="true"><startEvent id="begun"><messageEventDefinition messageRef="m"/></startEvent>
<userTask id="read"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition assignee="=decider"/></extensionElements></userTask>
<sequenceFlow id="f" sourceRef="begun" targetRef="read"/></process></definitions>)";

// Scenario 15.
TEST(TakeUp, PassesOverTheStepsBetweenWhichAreReadAfterwards) {
    Line line(line_to_take_up);
    line.desk.deploy(inspection, "inspection.bpmn");
    ASSERT_TRUE(line.desk.engine().execute(TakeUpUserTask{line.task("first"), "", "至急"}, line.person("kacho")));
    EXPECT_EQ(line.desk.active(line.key), "last");
    EXPECT_EQ(line.assignee("last"), "kacho");
    ASSERT_EQ(line.decisions().size(), 2u);
    for (const std::size_t index : {0u, 1u}) {
        const auto row = line.decisions()[index];
        EXPECT_EQ(row.outcome, "skipped");
        EXPECT_EQ(row.authority, Authority::TakenUp);
        EXPECT_EQ(row.actor_id, "kacho");
        EXPECT_EQ(row.element_id, index == 0 ? "first" : "second");
        EXPECT_EQ(row.principal_id, index == 0 ? "joho" : "kakaricho");
        EXPECT_EQ(row.reason, "至急");
    }
    line.desk.restart();
    EXPECT_TRUE(line.desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("read"))).empty()) << "nothing is decided yet";
    line.decided("last", "kacho");
    EXPECT_TRUE(line.is_over());
    EXPECT_EQ(line.decisions().back().authority, Authority::TakenUp);
    std::string readers;
    for (const auto& task : line.desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("read")))) readers += task.assignee.value_or("") + " ";
    EXPECT_EQ(readers, "joho kakaricho ");
    EXPECT_EQ(check_decisions(line.desk.engine().reader()).fault, std::nullopt);
}

TEST(TakeUp, GoesToTheNextStepThatIsTheirs) {
    Line line(line_to_take_up);
    ASSERT_TRUE(line.desk.engine().execute(TakeUpUserTask{line.task("first"), "", ""}, line.person("kakaricho")));
    EXPECT_EQ(line.desk.active(line.key), "second");
    line.decided("second", "kakaricho");
    EXPECT_EQ(line.desk.active(line.key), "last");
    line.decided("last", "kacho");
    EXPECT_EQ(line.decisions().back().authority, Authority::Self) << "nothing was passed over for it";
}

TEST(TakeUp, IsForSuperiorsOverDeferrableStepsOnly) {
    const auto refused = [](Line& line, const std::string& target, const std::string& who, Rejection::Code code, const std::string& why) {
        const auto done = line.desk.engine().execute(TakeUpUserTask{line.task("first"), target, ""}, line.person(who));
        ASSERT_FALSE(done) << who;
        EXPECT_EQ(done.error().code, code);
        EXPECT_NE(done.error().text.find(why), std::string::npos) << done.error().text;
        EXPECT_EQ(line.desk.active(line.key), "first");
        EXPECT_TRUE(line.decisions().empty());
    };
    Line line(line_to_take_up);
    refused(line, "", "shunin", Rejection::Code::Forbidden, "no step that it can be taken up to is theirs");
    refused(line, "last", "kakaricho", Rejection::Code::Forbidden, "'last' is theirs");
    refused(line, "nowhere", "kacho", Rejection::Code::InvalidState, "no way leads from 'first' to a step 'nowhere'");
    Line fixed(line_of_three);
    refused(fixed, "", "kacho", Rejection::Code::InvalidState, "'first' may not be passed over");
    Line own(line_to_take_up, R"({"applicant": "kacho"})");
    refused(own, "", "kacho", Rejection::Code::Forbidden, "'kacho' is the applicant");
    Line between(step("first", "approve", for_staff, deferrable) + service_task("work") + step("last", "decide", for_manager) + flows({"s", "first", "work", "last", "e"}));
    refused(between, "last", "kacho", Rejection::Code::InvalidState, "'work' lies on the way");
}

// Scenario 12: the substitute is the applicant.
TEST(Substitution, IsNothingForTheApplicant) {
    Line line(line_of_three, R"({"applicant": "shunin"})");
    ASSERT_TRUE(line.stands_in("joho", {"shunin"}, 0, day));
    const auto done = line.decide("first", "shunin");
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Rejection::Code::Forbidden);
    EXPECT_NE(done.error().text.find("'shunin' is the applicant"), std::string::npos) << done.error().text;
    line.decided("first", "joho");
}

// --- 取消申請

TEST(Cancellation, VoidsWhatWasDecidedInTheOtherCase) {
    Line line(line_of_three);
    line.desk.deploy(R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="cancelling" targetNamespace="urn:test">
        <process id="c" isExecutable="true"><startEvent id="s"/>)" + step("check", "decide", for_manager, property("approval.cancels", "number")) + flows({"s", "check"}) +
                         "</process></definitions>", "c.bpmn");
    CreateProcessInstance numbered;
    numbered.process_definition_id = "p";
    numbered.business_id = "PRD-R08-00001";
    numbered.variables = {R"({"applicant": "shinsei"})"};
    const auto made = line.desk.engine().execute(numbered);
    ASSERT_TRUE(made);
    const ProcessInstanceKey of_line = made->instance.key;
    const auto decide = [&](const std::string& element, const std::string& who) {
        UserTaskKey key;
        for (const auto& task : line.desk.rows<UserTask>(Query{}.where_equals("elementId", element).where_equals("state", UserTaskState::Created)))
            if (task.process_instance_key != line.key) key = task.key;
        return line.desk.engine().execute(CompleteUserTask{key, {R"({"outcome": "approved", "reason": "誤り"})"}, {}}, line.person(who));
    };
    for (const auto& [element, who] : {std::pair{"first", "joho"}, {"second", "kakaricho"}, {"last", "kacho"}}) ASSERT_TRUE(decide(element, who));
    line.desk.start(R"({"number": "PRD-R08-00009"})", "c");
    const auto unknown = decide("check", "kacho");
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().text.find("'number' names no case"), std::string::npos) << unknown.error().text;
    ASSERT_TRUE(line.desk.engine().execute(CancelProcessInstance{line.desk.rows<ProcessInstance>(Query{}.where_equals("processDefinitionId", std::string("c"))).front().key, {}}));
    line.desk.start(R"({"number": "PRD-R08-00001"})", "c");
    ASSERT_TRUE(decide("check", "kacho"));
    const auto of_case = line.desk.rows<ApprovalDecision>(Query{}.where_equals("caseKey", of_line));
    ASSERT_EQ(of_case.size(), 4u);
    EXPECT_EQ(of_case[3].outcome, "cancelled");
    EXPECT_EQ(of_case[3].actor_id, "kacho");
    EXPECT_EQ(of_case[3].voids.size(), 3u);
    EXPECT_EQ(of_case[3].case_no, "PRD-R08-00001");
    EXPECT_EQ(check_decisions(line.desk.engine().reader()).fault, std::nullopt);
}

// --- 代行入力

struct Typed : Line {
    using Line::Line;
    Outcome<Done> type(const std::string& element, const std::string& who, const std::string& principal, const std::string& evidence = "電話 10:15",
                       const std::string& outcome = "approved") {
        CompleteUserTask command{task(element), {R"({"outcome": ")" + outcome + "\"}"}, {}, ProxyEntry{principal, evidence}};
        return desk.engine().execute(command, person(who));
    }
    void not_typed(const std::string& why, Rejection::Code code, const Outcome<Done>& done) {
        ASSERT_FALSE(done) << why;
        EXPECT_EQ(done.error().code, code) << done.error().text;
        EXPECT_NE(done.error().text.find(why), std::string::npos) << done.error().text;
    }
};

TEST(ProxyEntry, SaysWhoTypedWhoDecidedAndByWhat) {
    Typed ward(step("answer", "review", for_chief) + step("last", "decide", for_manager) + flows({"s", "answer", "last", "e"}));
    ward.add("iom", "佐々木 花", "運用", {"iom.operator"});
    ward.desk.deploy(inspection, "inspection.bpmn");
    ward.not_typed("Only the desk", Rejection::Code::Forbidden, ward.type("answer", "shunin", "kakaricho"));
    ward.not_typed("needs evidence", Rejection::Code::InvalidArgument, ward.type("answer", "iom", "kakaricho", " "));
    ward.not_typed("'proxy.principal' is 'nobody'", Rejection::Code::InvalidArgument, ward.type("answer", "iom", "nobody"));
    ward.not_typed("can't type for themselves", Rejection::Code::InvalidArgument, ward.type("answer", "iom", "iom"));
    ward.not_typed("has no say", Rejection::Code::Forbidden, ward.type("answer", "iom", "shunin"));
    EXPECT_TRUE(ward.decisions().empty());
    ASSERT_TRUE(ward.type("answer", "iom", "kakaricho", "電話 10:15、受電簿 12", "reviewed"));
    const auto row = ward.decisions().at(0);
    EXPECT_EQ(row.authority, Authority::ProxyEntry);
    EXPECT_EQ(row.actor_id, "iom");
    EXPECT_EQ(row.principal_id, "kakaricho");
    EXPECT_EQ(row.principal_post, "情報システム課 係長");
    EXPECT_EQ(row.evidence, "電話 10:15、受電簿 12");
    const auto read = ward.desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("read")));
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read.front().assignee, "kakaricho") << "a copy, to which they may object";
    EXPECT_EQ(check_decisions(ward.desk.engine().reader()).fault, std::nullopt);
}

TEST(ProxyEntry, IsForDecisionsOnlyWhereTheStepAllowsItAndByOthersThanWhoDecide) {
    Typed closed(line_of_three);
    closed.add("iom", "佐々木 花", "運用", {"iom.operator"});
    closed.not_typed("'approval.proxyEntry' is not 'allowed'", Rejection::Code::Forbidden, closed.type("first", "iom", "joho"));
    const std::string allowed = property("approval.proxyEntry", "allowed");
    Typed open(step("first", "approve", for_staff, allowed) + step("second", "approve", for_chief, allowed) +
               step("last", "decide", R"(<zeebe:assignmentDefinition candidateGroups="ward_is.manager,iom.operator"/>)") + flows({"s", "first", "second", "last", "e"}));
    open.add("iom", "佐々木 花", "運用", {"iom.operator", "ward_is.staff"});
    open.not_typed("'shinsei' has no say", Rejection::Code::Forbidden, open.type("first", "iom", "shinsei"));
    open.decided("first", "iom");
    open.not_typed("'iom' has decided on 'first' in this case", Rejection::Code::Forbidden, open.type("second", "iom", "kakaricho"));
    open.pulled_back("iom");
    open.not_typed("'joho' has no say", Rejection::Code::Forbidden, open.type("first", "iom", "joho"));
    ASSERT_TRUE(open.desk.engine().execute(UnassignUserTask{open.task("first")}, open.person("iom")));
    const auto first = open.type("first", "iom", "joho");
    ASSERT_TRUE(first) << first.error().text;
    ASSERT_TRUE(open.type("second", "iom", "kakaricho"));
    open.not_typed("may not decide in this case", Rejection::Code::Forbidden, open.decide("last", "iom"));
    open.decided("last", "kacho");
    EXPECT_TRUE(open.is_over());
}

// Scenario 27: neither the applicant nor who typed it in for them decides.
TEST(ProxyEntry, OfAFilingMakesAnotherTheApplicant) {
    Ward ward(step("last", "decide", R"(<zeebe:assignmentDefinition candidateGroups="ward_is.manager,iom.operator"/>)") + flows({"s", "last", "e"}));
    ward.add("iom", "佐々木 花", "運用", {"iom.operator"});
    CreateProcessInstance command;
    command.process_definition_id = "p";
    command.is_by_start_form = true;
    command.proxy = ProxyEntry{"kacho", "電話 9:05"};
    EXPECT_EQ(ward.desk.engine().execute(command, ward.person("joho")).error().code, Rejection::Code::Forbidden) << "not of the desk";
    command.proxy = ProxyEntry{"kacho", ""};
    EXPECT_EQ(ward.desk.engine().execute(command, ward.person("iom")).error().code, Rejection::Code::InvalidArgument);
    command.proxy->evidence = "電話 9:05";
    EXPECT_EQ(ward.desk.engine().execute(command).error().code, Rejection::Code::InvalidArgument) << "nobody signed in";
    const auto started = ward.desk.engine().execute(command, ward.person("iom"));
    ASSERT_TRUE(started);
    EXPECT_EQ(ward.desk.variable(started->instance.key, "applicant"), "\"kacho\"");
    const auto row = ward.decisions().at(0);
    EXPECT_EQ(row.outcome, "submitted");
    EXPECT_EQ(row.authority, Authority::ProxyEntry);
    EXPECT_EQ(row.actor_id + row.principal_id, "iomkacho");
    const auto task = ward.desk.rows<UserTask>(Query{}.where_equals("processInstanceKey", started->instance.key)).front().key;
    for (const char* who : {"iom", "kacho"}) {
        const auto done = ward.desk.engine().execute(CompleteUserTask{task, {R"({"outcome": "approved"})"}, {}}, ward.person(who));
        ASSERT_FALSE(done) << who;
        EXPECT_EQ(done.error().code, Rejection::Code::Forbidden);
    }
}

}  // namespace
}  // namespace dandori::test
