// Who is to decide where a post is vacant, held by somebody who has another, or not enough any more.
#include "tests/engine/runtime/ward.h"

namespace dandori::engine {
namespace {

using test::day;
using test::flows;
using test::for_manager;
using test::property;
using test::step;
using test::Ward;

const std::string for_whoever_is_named = R"(<zeebe:assignmentDefinition candidateGroups="=[member]"/>)";

ChangeMembership membership_of(const std::string& person, const std::string& post, bool is_removed) {
    ChangeMembership change;
    change.membership.circle_type = CircleType::Group;
    change.membership.circle_id = post;
    change.membership.member_type = OwnerType::User;
    change.membership.member_id = person;
    change.is_removed = is_removed;
    return change;
}

TEST(VacantPost, IsAnIncidentUntilSomebodyHoldsIt) {
    const std::string two = step("first", "approve", R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)") + step("decide", "decide", for_manager) +
                            flows({"s", "first", "decide", "e"});
    Ward ward(two);
    ASSERT_TRUE(ward.decide("first", "kakaricho"));
    ASSERT_TRUE(ward.desk.incidents().empty());
    // Transferred yesterday; the manager returns it to the post that nobody holds.
    ASSERT_TRUE(ward.desk.engine().execute(membership_of("kakaricho", "ward_is.chief", true)));
    ASSERT_TRUE(ward.desk.incidents().empty()) << "nothing waits for it yet";
    ASSERT_TRUE(ward.desk.engine().execute(ReturnUserTask{ward.task("decide"), "first", "金額が違う", {}}, ward.person("kacho")));
    const auto incidents = ward.desk.incidents();
    ASSERT_EQ(incidents.size(), 1u);
    EXPECT_EQ(incidents[0].error_type, IncidentErrorType::Unspecified);
    EXPECT_EQ(incidents[0].error_message, "APPROVER_NOT_FOUND: 'first' waits for 'ward_is.chief', which nobody holds. Give somebody the post (who holds it gets the task), "
                                          "or assign the task to a person.");
    EXPECT_EQ(ward.seen_by("kakaricho"), "");
    ward.desk.restart();
    ASSERT_TRUE(ward.desk.engine().execute(ResolveIncident{incidents[0].key}));
    EXPECT_EQ(ward.desk.incidents().size(), 1u) << "resolving it alone fills no post";
    ASSERT_TRUE(ward.desk.engine().execute(membership_of("shunin", "ward_is.chief", false)));
    EXPECT_TRUE(ward.desk.incidents().empty());
    EXPECT_EQ(ward.seen_by("shunin"), "first");
    EXPECT_TRUE(ward.decide("first", "shunin"));
}

TEST(VacantPost, IsAnIncidentOfWhatWaitsWhenItsHolderLeaves) {
    for (const bool leaves_the_house : {false, true}) {
        Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
        ASSERT_TRUE(ward.desk.incidents().empty());
        if (leaves_the_house) ASSERT_TRUE(ward.desk.engine().execute(RemoveDirectoryEntry{RemoveDirectoryEntry::Kind::User, "kacho"}));
        else ASSERT_TRUE(ward.desk.engine().execute(membership_of("kacho", "ward_is.manager", true)));
        ASSERT_EQ(ward.desk.incidents().size(), 1u);
        ward.add("shin", "新 課長", "課長", {"ward_is.manager"});
        EXPECT_TRUE(ward.desk.incidents().empty());
        EXPECT_TRUE(ward.decide("decide", "shin"));
    }
}

TEST(VacantPost, IsMeantOfStepsOfApprovalAndOfPostsOfTheDirectoryOnly) {
    Ward plain(R"(<userTask id="work"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="ward_is.manager"/></extensionElements></userTask>)" +
               flows({"s", "work", "e"}));
    ASSERT_TRUE(plain.desk.engine().execute(membership_of("kacho", "ward_is.manager", true)));
    EXPECT_TRUE(plain.desk.incidents().empty());
    Ward elsewhere(step("decide", "decide", R"(<zeebe:assignmentDefinition candidateGroups="known.elsewhere"/>)") + flows({"s", "decide", "e"}));
    EXPECT_TRUE(elsewhere.desk.incidents().empty());
}

TEST(VacantPost, IsAlsoOneThatOnlyTheApplicantHolds) {
    const auto incidents_with = [](const std::string& more) {
        Ward ward(step("decide", "decide", for_manager, more) + flows({"s", "decide", "e"}), R"({"applicant": "kacho"})");
        const auto incidents = ward.desk.incidents();
        return incidents.empty() ? std::string() : incidents.front().error_message;
    };
    EXPECT_EQ(incidents_with(""), "APPROVER_NOT_FOUND: 'decide' waits for 'ward_is.manager', where 'kacho' is alone and may not decide on their own request. "
                                  "Give somebody else the post, or assign the task to a person.");
    EXPECT_EQ(incidents_with(property("approval.selfApproval", "allowed")), "");
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}), R"({"applicant": "kacho"})");
    ward.add("jicho", "森 次郎", "課長", {"ward_is.manager"});
    EXPECT_TRUE(ward.desk.incidents().empty()) << "another can decide";
    ASSERT_TRUE(ward.desk.engine().execute(membership_of("jicho", "ward_is.manager", true)));
    EXPECT_EQ(ward.desk.incidents().size(), 1u);
}

/// An agreement of posts, in which `kakaricho` may hold two.
std::string agreement(const std::string& more, const std::string& sequential = "false") {
    std::string text = step("agree", "agree", for_whoever_is_named, more);
    const std::string loop = "<multiInstanceLoopCharacteristics isSequential=\"" + sequential +
                             "\"><extensionElements><zeebe:loopCharacteristics inputCollection=\"=members\" inputElement=\"member\" "
                             "outputCollection=\"agreements\" outputElement=\"={member: member, outcome: outcome}\"/></extensionElements></multiInstanceLoopCharacteristics>";
    text.insert(text.find("</userTask>"), loop);
    const auto mapping = text.find("<zeebe:properties>");
    text.insert(mapping, R"(<zeebe:ioMapping><zeebe:output source="=outcome" target="last"/></zeebe:ioMapping>)");
    return text + flows({"s", "agree", "e"});
}
const std::string members = R"({"applicant": "shinsei", "members": ["ward_is.chief", "ward_is.manager", "ward_is.deputy"]})";

struct Agreement : Ward {
    explicit Agreement(const std::string& more, const std::string& variables = members, const std::string& sequential = "false")
        : Ward("<task id=\"none\"/>" + flows({"s", "none", "e"})) {
        add("kennin", "兼任 者", "係長", {"iom.leader"});
        EXPECT_TRUE(desk.engine().execute(PutDirectoryEntry{UserGroup{"ward_is.deputy", "deputy", {}}, true, {}, false}));
        EXPECT_TRUE(desk.engine().execute(membership_of("kakaricho", "ward_is.deputy", false)));
        desk.deploy(test::process_of("<startEvent id=\"s\"/>" + agreement(more, sequential) + "<endEvent id=\"e\"/>"));
        key = desk.start(variables);
    }
    /// The open ones, by their groups.
    std::string asked() {
        std::string text;
        for (const auto& row : desk.rows<UserTask>(Query{}.where_equals("processInstanceKey", key).where_equals("state", UserTaskState::Created)))
            text += (text.empty() ? "" : " ") + (row.candidate_groups.empty() ? row.assignee.value_or("") : row.candidate_groups.front());
        return text;
    }
    Outcome<Done> answer(const std::string& group, const std::string& who, const std::string& outcome = "agreed") {
        for (const auto& row : desk.rows<UserTask>(Query{}.where_equals("processInstanceKey", key).where_equals("state", UserTaskState::Created))) {
            if (row.candidate_groups.front() == group) return desk.engine().execute(CompleteUserTask{row.key, {R"({"outcome": ")" + outcome + "\"}"}, {}}, person(who));
        }
        return tl::unexpected(Rejection{Rejection::Code::NotFound, "not asked"});
    }
    Outcome<Done> add_approver(const std::string& who, const std::string& member) {
        return desk.engine().execute(AddApprover{task("agree"), member, "関係がある"}, person(who));
    }
};

TEST(Agreement, AsksOnePersonInTwoPostsOnceOrForEachPost) {
    Agreement by_person("");
    EXPECT_EQ(by_person.asked(), "ward_is.chief ward_is.manager");
    ASSERT_TRUE(by_person.answer("ward_is.chief", "kakaricho"));
    ASSERT_TRUE(by_person.answer("ward_is.manager", "kacho"));
    EXPECT_EQ(by_person.desk.variable(by_person.key, "agreements"), R"([{"member":"ward_is.chief","outcome":"agreed"},{"member":"ward_is.manager","outcome":"agreed"}])");
    EXPECT_EQ(by_person.desk.active(by_person.key), "");

    Agreement by_post(property("approval.count", "capacity"));
    EXPECT_EQ(by_post.asked(), "ward_is.chief ward_is.manager ward_is.deputy");
    ASSERT_TRUE(by_post.answer("ward_is.deputy", "kakaricho"));
    ASSERT_TRUE(by_post.answer("ward_is.chief", "kakaricho", "disagreed"));
    EXPECT_EQ(by_post.decisions().size(), 2u) << "a row for each post";
}

TEST(Agreement, AsksAPostThatSeveralHoldAsIfItWereOnePerson) {
    Ward ward("<task id=\"none\"/>" + flows({"s", "none", "e"}));
    ward.add("kakaricho2", "係長 二", "係長", {"ward_is.chief", "ward_is.manager"});
    ward.desk.deploy(test::process_of("<startEvent id=\"s\"/>" + agreement("") + "<endEvent id=\"e\"/>"));
    ward.desk.start(R"({"members": ["ward_is.chief", "ward_is.manager"]})");
    EXPECT_EQ(ward.desk.rows<UserTask>(Query{}.where_equals("state", UserTaskState::Created)).size(), 2u) << "each may be answered by another";
}

TEST(Agreement, AsksAPostAboutEachThingThatItsListNames) {
    const std::string of_one_post = R"({"members": ["a", "b", "a"]})";
    std::string elements = agreement("");
    const std::string by_member = "candidateGroups=\"=[member]\"";
    elements.replace(elements.find(by_member), by_member.size(), "candidateGroups=\"ward_is.chief\"");
    Ward ward(elements, of_one_post);
    EXPECT_EQ(ward.desk.rows<UserTask>(Query{}.where_equals("state", UserTaskState::Created)).size(), 2u) << "but not twice about the same";
}

TEST(Agreement, KeepsItsListWhenPostsChangeHands) {
    Agreement ward("");
    ASSERT_TRUE(ward.answer("ward_is.manager", "kacho"));
    ASSERT_TRUE(ward.desk.engine().execute(membership_of("kakaricho", "ward_is.deputy", true)));
    ASSERT_TRUE(ward.desk.engine().execute(membership_of("kennin", "ward_is.deputy", false)));
    ward.desk.restart();
    ASSERT_TRUE(ward.desk.engine().execute(PullBack{ward.key, ""}, ward.person("kacho")));
    EXPECT_EQ(ward.asked(), "ward_is.chief ward_is.manager") << "asked again is who had answered";
}

TEST(AddedApprover, IsAskedBesideTheOthersAndCounted) {
    Agreement ward("");
    EXPECT_EQ(ward.add_approver("joho", R"("iom.leader")").error().code, Rejection::Code::Forbidden);
    EXPECT_EQ(ward.add_approver("kakaricho", R"("nowhere.leader")").error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(ward.add_approver("kakaricho", R"("ward_is.manager")").error().code, Rejection::Code::AlreadyExists);
    ASSERT_TRUE(ward.add_approver("kakaricho", R"("iom.leader")"));
    EXPECT_EQ(ward.asked(), "ward_is.chief ward_is.manager iom.leader");
    ward.desk.restart();
    ASSERT_TRUE(ward.answer("ward_is.chief", "kakaricho"));
    ASSERT_TRUE(ward.answer("ward_is.manager", "kacho"));
    EXPECT_EQ(ward.desk.active(ward.key), "agree agree") << "the body and the one who was added";
    ASSERT_TRUE(ward.answer("iom.leader", "kennin", "disagreed"));
    EXPECT_EQ(ward.desk.active(ward.key), "");
    EXPECT_EQ(ward.desk.variable(ward.key, "agreements"), R"([{"member":"ward_is.chief","outcome":"agreed"},{"member":"ward_is.manager","outcome":"agreed"},)"
                                                          R"({"member":"iom.leader","outcome":"disagreed"}])");
    const auto events = ward.desk.rows<TaskEvent>();
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].kind, TaskEventKind::ApproverAdded);
    EXPECT_EQ(events[0].people, std::vector<std::string>{"kennin"});
    EXPECT_EQ(events[0].text, "関係がある");
}

TEST(AddedApprover, MayTakeTheirAnswerBackAsTheOthersDo) {
    Agreement ward("");
    ASSERT_TRUE(ward.add_approver("kakaricho", R"("iom.leader")"));
    ASSERT_TRUE(ward.answer("iom.leader", "kennin"));
    ASSERT_TRUE(ward.desk.engine().execute(PullBack{ward.key, ""}, ward.person("kennin")));
    EXPECT_EQ(ward.asked(), "ward_is.chief ward_is.manager iom.leader");
}

TEST(AddedApprover, IsTheLastOfASequence) {
    Agreement ward("", R"({"members": ["ward_is.chief"]})", "true");
    ASSERT_TRUE(ward.add_approver("kakaricho", R"("iom.leader")"));
    EXPECT_EQ(ward.asked(), "ward_is.chief");
    ASSERT_TRUE(ward.answer("ward_is.chief", "kakaricho"));
    EXPECT_EQ(ward.asked(), "iom.leader");
    ASSERT_TRUE(ward.answer("iom.leader", "kennin"));
    EXPECT_EQ(ward.desk.active(ward.key), "");
}

TEST(Agreement, ThatAsksOneAfterTheOtherGivesAnAnswerBackWhileTheNextHasNotAnswered) {
    Agreement ward("", R"({"members": ["ward_is.chief", "ward_is.manager", "iom.leader"]})", "true");
    ASSERT_TRUE(ward.answer("ward_is.chief", "kakaricho", "disagreed"));
    EXPECT_EQ(ward.asked(), "ward_is.manager");
    ward.desk.restart();
    const auto pulled = ward.desk.engine().execute(PullBack{ward.key, ""}, ward.person("kakaricho"));
    ASSERT_TRUE(pulled) << pulled.error().text;
    EXPECT_EQ(ward.asked(), "ward_is.chief");
    EXPECT_EQ(ward.desk.active(ward.key), "agree agree");
    ASSERT_TRUE(ward.answer("ward_is.chief", "kakaricho"));
    EXPECT_EQ(ward.asked(), "ward_is.manager") << "the next is asked again, and only once";
    ASSERT_TRUE(ward.answer("ward_is.manager", "kacho"));
    const auto late = ward.desk.engine().execute(PullBack{ward.key, ""}, ward.person("kakaricho"));
    ASSERT_FALSE(late);
    EXPECT_NE(late.error().text.find("others of 'agree' have answered since"), std::string::npos) << late.error().text;
    ASSERT_TRUE(ward.answer("iom.leader", "kennin"));
    EXPECT_EQ(ward.desk.active(ward.key), "");
    EXPECT_EQ(ward.desk.variable(ward.key, "agreements"), R"([{"member":"ward_is.chief","outcome":"agreed"},{"member":"ward_is.manager","outcome":"agreed"},)"
                                                          R"({"member":"iom.leader","outcome":"agreed"}])");
}

TEST(AddedApprover, HasNoPlaceInAStepThatAsksOne) {
    Ward ward(step("decide", "decide", for_manager) + flows({"s", "decide", "e"}));
    const auto refused = ward.desk.engine().execute(AddApprover{ward.task("decide"), R"("ward_is.chief")", ""}, ward.person("kacho"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidState);
}

/// After a day it is the manager's, too.
std::string escalated(const std::string& whom) {
    return step("check", "approve", whom) + R"(<boundaryEvent id="late" attachedToRef="check" cancelActivity="false"><extensionElements><zeebe:properties>)" +
           property("approval.escalateTo", "ward_is.manager") +
           R"(</zeebe:properties></extensionElements><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="told"/>)" +
           flows({"s", "check", "e"}) + flows({"late", "told"});
}

TEST(Escalation, WidensTheOwnerAndTheOldOneCanStillAct) {
    for (const std::string decider : {"kakaricho", "kacho"}) {
        Ward ward(escalated(R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)"));
        EXPECT_FALSE(ward.decide("check", "kacho")) << "it isn't theirs yet";
        ward.desk.wait(day);
        EXPECT_EQ(ward.seen_by("kacho"), "check");
        EXPECT_EQ(ward.seen_by("kakaricho"), "check");
        ASSERT_TRUE(ward.decide("check", decider));
        ASSERT_EQ(ward.decisions().size(), 1u);
        EXPECT_EQ(ward.decisions()[0].actor_id, decider);
        EXPECT_EQ(ward.decisions()[0].actor_post, decider == "kacho" ? "情報システム課 課長" : "情報システム課 係長") << "the row says which";
        const auto events = ward.desk.rows<TaskEvent>();
        ASSERT_EQ(events.size(), 1u);
        EXPECT_EQ(events[0].kind, TaskEventKind::Widened);
        EXPECT_EQ(events[0].actor, std::nullopt);
        EXPECT_EQ(events[0].people, std::vector<std::string>{"ward_is.manager"});
        EXPECT_EQ(events[0].text, "ward_is.chief");
    }
}

TEST(Escalation, IsToldOnceThoughItsTimerRepeats) {
    std::string elements = escalated(R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)");
    const std::string once = "<timeDuration>P1D</timeDuration>";
    elements.replace(elements.find(once), once.size(), "<timeCycle>R/P1D</timeCycle>");
    Ward ward(elements);
    ward.desk.wait(day);
    ward.desk.wait(day);
    EXPECT_EQ(ward.desk.rows<TaskEvent>().size(), 1u);
}

TEST(Escalation, LeavesWhoHasTakenItOverTheirSay) {
    Ward ward(escalated(R"(<zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>)"));
    ASSERT_TRUE(ward.desk.engine().execute(AssignUserTask{ward.task("check"), "kakaricho", false, {}}, ward.person("kakaricho")));
    ward.desk.wait(day);
    const auto task = ward.desk.rows<UserTask>().front();
    EXPECT_EQ(task.assignee, std::nullopt);
    EXPECT_EQ(task.candidate_users, std::vector<std::string>{"kakaricho"});
    EXPECT_EQ(task.action, "escalate");
    EXPECT_EQ(ward.seen_by("kacho"), "check");
    EXPECT_TRUE(ward.decide("check", "kakaricho"));
}

}  // namespace
}  // namespace dandori::engine
