#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string person(const std::string& id, const std::string& properties = "") {
    return "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/><zeebe:properties>" + properties +
           "</zeebe:properties></extensionElements></userTask>";
}
std::string property(const std::string& name, const std::string& value) {
    return "<zeebe:property name=\"" + name + "\" value=\"" + value + "\"/>";
}
/// `account` has a handler `undo`.
const std::string undoable_account = service_task("account") +
    R"(<boundaryEvent id="undoing" attachedToRef="account"><compensateEventDefinition/></boundaryEvent>
       <serviceTask id="undo" isForCompensation="true"><extensionElements><zeebe:taskDefinition type="undo"/></extensionElements></serviceTask>
       <association id="as" sourceRef="undoing" targetRef="undo" associationDirection="One"/>)";

struct Office {
    Desk desk;
    ProcessInstanceKey key;

    explicit Office(const std::string& elements, const std::string& variables = R"({"items": [1, 2]})") {
        desk.deploy(process_of("<startEvent id=\"s\"/>" + elements + "<endEvent id=\"e\"/>"));
        key = desk.start(variables);
    }
    UserTaskKey task(const std::string& element) {
        const auto found = desk.rows<UserTask>(Query{}.where_equals("elementId", element).where_equals("state", UserTaskState::Created));
        return found.empty() ? UserTaskKey{} : found.front().key;
    }
    void approve(const std::string& element) {
        const auto done = desk.engine().execute(CompleteUserTask{task(element), {R"({"outcome": "approved"})"}, {}});
        EXPECT_TRUE(done) << element << ": " << done.error().text;
    }
    Outcome<Done> give_back(const std::string& from, const std::string& to, const std::string& reason = "incomplete") {
        return desk.engine().execute(ReturnUserTask{task(from), to, reason, {"{}"}});
    }
    void returned(const std::string& from, const std::string& to) {
        const auto done = give_back(from, to);
        EXPECT_TRUE(done) << done.error().text;
    }
    void refused(const std::string& from, const std::string& to, const std::string& why) {
        const std::string before = desk.history(key);
        const auto done = give_back(from, to);
        ASSERT_FALSE(done);
        EXPECT_NE(done.error().text.find(why), std::string::npos) << done.error().text;
        EXPECT_EQ(desk.history(key), before);
    }
    std::string active() { return desk.active(key); }
    bool is_over() { return desk.instance(key).state == InstanceState::Completed; }
};

const std::string fork_and_join = person("draft") + person("left") + person("right") + person("decide") +
                                  "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>" + flows({"s", "draft", "f", "left", "j", "decide", "e"}) +
                                  flows({"f", "right", "j"});

TEST(UserTaskReturn, MovesOnlyItsOwnToken) {
    Office office(person("a") + person("b") + person("c") + flows({"s", "a", "b", "c", "e"}));
    office.approve("a");
    office.approve("b");
    office.returned("c", "a");
    EXPECT_EQ(office.active(), "a");
    EXPECT_EQ(office.desk.variable(office.key, "outcome"), "\"returned\"");
    EXPECT_EQ(office.desk.variable(office.key, "returnReason"), "\"incomplete\"");
    office.desk.restart();
    office.approve("a");
    office.approve("b");
    office.approve("c");
    EXPECT_TRUE(office.is_over());
    EXPECT_EQ(office.desk.history(office.key),
              "s COMPLETED\na COMPLETED\nb COMPLETED\nc TERMINATED\na COMPLETED\nb COMPLETED\nc COMPLETED\ne COMPLETED\n");
}

TEST(UserTaskReturn, TakesAllTokensOfAForkBackThatItGoesBefore) {
    Office office(fork_and_join);
    office.approve("draft");
    office.approve("left");
    office.returned("right", "draft");
    EXPECT_EQ(office.active(), "draft");
    EXPECT_TRUE(office.desk.rows<Token>().empty());
    office.approve("draft");
    office.approve("right");
    EXPECT_EQ(office.active(), "left");
    office.approve("left");
    office.approve("decide");
    EXPECT_TRUE(office.is_over());
}

TEST(UserTaskReturn, IntoOneBranchArmsTheJoinAgain) {
    Office office(fork_and_join);
    for (const char* each : {"draft", "left", "right"}) office.approve(each);
    office.returned("decide", "left");
    EXPECT_EQ(office.active(), "left");
    office.desk.restart();
    office.approve("left");
    EXPECT_EQ(office.active(), "decide");
    office.approve("decide");
    EXPECT_TRUE(office.is_over());
}

TEST(UserTaskReturn, IsRefusedToASiblingBranchToWhatWasNotPassedAndToWhatIsNoStep) {
    Office office(fork_and_join);
    office.approve("draft");
    office.approve("left");
    office.refused("right", "left", "RETURN_TARGET_NOT_ON_PATH");
    office.refused("right", "decide", "RETURN_TARGET_NOT_ON_PATH");
    office.refused("right", "f", "no user task");
    office.refused("right", "nowhere", "no element 'nowhere'");
    EXPECT_EQ(office.give_back("right", "draft", " \t\n").error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(office.active(), "right");
}

TEST(UserTaskReturn, GoesOnlyWhereThePropertyLetsItGo) {
    const auto with = [](const std::string& return_to) {
        return person("fix", property("approval.step", "correct")) + person("a") + person("b", property("approval.returnTo", return_to)) +
               flows({"s", "fix", "a", "b", "e"});
    };
    const auto allowed = [&](const std::string& return_to, const std::string& target) {
        Office office(with(return_to));
        office.approve("fix");
        office.approve("a");
        return office.give_back("b", target).has_value();
    };
    EXPECT_TRUE(allowed("applicantAndPassed", "fix"));
    EXPECT_TRUE(allowed("applicantAndPassed", "a"));
    EXPECT_TRUE(allowed("applicant", "fix"));
    EXPECT_FALSE(allowed("applicant", "a"));
    EXPECT_FALSE(allowed("passed", "fix"));
    EXPECT_TRUE(allowed("passed", "a"));
    EXPECT_FALSE(allowed("none", "a"));
    EXPECT_TRUE(allowed("x, a", "a"));
    EXPECT_FALSE(allowed("x, a", "fix"));
}

TEST(UserTaskReturn, IsForWhoMayWorkOnTheTask) {
    Office office(person("a") + person("b") + flows({"s", "a", "b", "e"}));
    office.approve("a");
    const auto done = office.desk.engine().execute(ReturnUserTask{office.task("b"), "a", "no", {"{}"}}, test::actor("stranger"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Rejection::Code::Forbidden);
}

TEST(UserTaskReturn, LeavesASubProcess) {
    Office office(person("a") + "<subProcess id=\"sub\"><startEvent id=\"s2\"/>" + person("b") + service_task("aside") +
                  "<endEvent id=\"e2\"/>" + flows({"s2", "b", "e2"}) + flows({"s2", "aside", "e2"}) + "</subProcess>" +
                  flows({"s", "a", "sub", "e"}));
    office.approve("a");
    office.returned("b", "a");
    EXPECT_EQ(office.active(), "a");
    EXPECT_TRUE(office.desk.activate("aside").empty());
}

TEST(UserTaskReturn, OpensAFinishedJointAgreementWholeAgain) {
    const std::string agree = "<userTask id=\"agree\"><extensionElements><zeebe:userTask/></extensionElements>"
        "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection=\"=items\" inputElement=\"item\" "
        "outputCollection=\"answers\" outputElement=\"=outcome\"/></extensionElements></multiInstanceLoopCharacteristics></userTask>";
    Office office(agree + person("decide") + flows({"s", "agree", "decide", "e"}));
    office.approve("agree");
    office.approve("agree");
    office.returned("decide", "agree");
    EXPECT_EQ(office.active(), "agree agree agree");  // the body and two
    office.approve("agree");
    office.approve("agree");
    EXPECT_EQ(office.desk.variable(office.key, "answers"), R"(["approved","approved"])");
    office.approve("decide");
    EXPECT_TRUE(office.is_over());
}

TEST(UserTaskReturn, FromOneOfAJointAgreementEndsTheOthers) {
    const std::string agree = "<userTask id=\"agree\"><extensionElements><zeebe:userTask/></extensionElements>"
        "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection=\"=items\" inputElement=\"item\"/>"
        "</extensionElements></multiInstanceLoopCharacteristics></userTask>";
    Office office(person("draft") + agree + flows({"s", "draft", "agree", "e"}));
    office.approve("draft");
    office.returned("agree", "draft");
    EXPECT_EQ(office.active(), "draft");
    EXPECT_FALSE(office.task("agree").value);
}

TEST(UserTaskReturn, DoesNotPassOverWhatIsIrreversible) {
    const std::string sent = service_task("send", "<zeebe:properties>" + property("approval.irreversible", "true") + "</zeebe:properties>");
    Office office(person("a") + sent + person("b") + person("c") + flows({"s", "a", "send", "b", "c", "e"}));
    office.approve("a");
    EXPECT_TRUE(office.desk.work("send"));
    office.approve("b");
    office.refused("c", "a", "'send' lies on the way");
    office.returned("c", "b");
    EXPECT_EQ(office.active(), "b");
}

TEST(UserTaskReturn, UndoesFirstWhatHasCompensation) {
    Office office(person("a") + undoable_account + person("b") + flows({"s", "a", "account", "b", "e"}));
    office.approve("a");
    EXPECT_TRUE(office.desk.work("account"));
    office.returned("b", "a");
    EXPECT_EQ(office.active(), "b undo");
    const UserTaskKey waiting = office.task("b");
    office.desk.restart();
    const auto meanwhile = office.desk.engine().execute(CompleteUserTask{waiting, {"{}"}, {}});
    ASSERT_FALSE(meanwhile);
    EXPECT_NE(meanwhile.error().text.find("returns to 'a'"), std::string::npos) << meanwhile.error().text;
    EXPECT_FALSE(office.give_back("b", "a"));
    EXPECT_EQ(office.desk.variable(office.key, "outcome"), "\"approved\"");
    EXPECT_TRUE(office.desk.work("undo"));
    EXPECT_EQ(office.active(), "a");
    EXPECT_EQ(office.desk.variable(office.key, "outcome"), "\"returned\"");
    office.approve("a");
    EXPECT_TRUE(office.desk.work("account"));
    office.approve("b");
    EXPECT_TRUE(office.is_over());
    EXPECT_FALSE(office.desk.work("undo"));
}

TEST(UserTaskReturn, WaitsWhereUndoingFails) {
    Office office(person("a") + undoable_account + person("b") + flows({"s", "a", "account", "b", "e"}));
    office.approve("a");
    EXPECT_TRUE(office.desk.work("account"));
    office.returned("b", "a");
    const auto job = office.desk.activate("undo");
    ASSERT_EQ(job.size(), 1u);
    FailJob failed;
    failed.key = job[0].job.key;
    failed.retries = 0;
    EXPECT_TRUE(office.desk.engine().execute(failed));
    EXPECT_EQ(office.active(), "b undo");
    ASSERT_EQ(office.desk.incidents().size(), 1u);
    UpdateJob more;
    more.key = failed.key;
    more.retries = 1;
    EXPECT_TRUE(office.desk.engine().execute(more));
    EXPECT_TRUE(office.desk.engine().execute(ResolveIncident{office.desk.incidents()[0].key}));
    EXPECT_TRUE(office.desk.work("undo"));
    EXPECT_EQ(office.active(), "a");
}

TEST(UserTaskReturn, IsOverWithItsTaskWhenSomethingInterrupts) {
    Office office(person("a") + undoable_account + person("b") +
                  "<boundaryEvent id=\"late\" attachedToRef=\"b\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
                  "</boundaryEvent>" + person("c") + flows({"s", "a", "account", "b", "e"}) + flows({"late", "c", "e"}));
    office.approve("a");
    EXPECT_TRUE(office.desk.work("account"));
    office.returned("b", "a");
    office.desk.wait(3'600'000);
    EXPECT_EQ(office.active(), "c");
    EXPECT_FALSE(office.desk.work("undo"));
    office.approve("c");
    EXPECT_TRUE(office.is_over());
}

TEST(UserTaskReturn, FindsItsWayAnewWhenAllIsUndone) {
    // While `left` waits for the undoing, the other branch is approved too.
    Office office(person("draft") + undoable_account + person("left") + person("right") + person("decide") +
                  "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>" + flows({"s", "draft", "account", "f", "left", "j", "decide", "e"}) +
                  flows({"f", "right", "j"}));
    office.approve("draft");
    EXPECT_TRUE(office.desk.work("account"));
    office.returned("left", "draft");
    office.approve("right");
    EXPECT_TRUE(office.desk.work("undo"));
    EXPECT_EQ(office.active(), "draft");
    EXPECT_TRUE(office.desk.rows<Token>().empty());
}

TEST(UserTaskReturn, LeavesACalledProcessWhereTheCallAllowsIt) {
    for (const bool is_allowed : {true, false}) {
        Desk desk;
        const std::string inside = "<startEvent id=\"s2\"/>" + person("b") + "<endEvent id=\"e2\"/>" + flows({"s2", "b", "e2"});
        std::string called = process_of(inside);
        called.replace(called.find("id=\"p\""), 6, "id=\"q\"");
        desk.deploy(called, "q.bpmn");
        desk.deploy(process_of("<startEvent id=\"s\"/>" + person("a") + "<callActivity id=\"call\"><extensionElements><zeebe:calledElement processId=\"q\"/><zeebe:properties>" +
                               (is_allowed ? property("approval.returnTo", "passed") : "") +
                               "</zeebe:properties></extensionElements></callActivity><endEvent id=\"e\"/>" + flows({"s", "a", "call", "e"})));
        const ProcessInstanceKey key = desk.start();
        const auto first = desk.rows<UserTask>().front();
        EXPECT_TRUE(desk.engine().execute(CompleteUserTask{first.key, {"{}"}, {}}));
        const auto second = desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("b"))).front();
        const auto done = desk.engine().execute(ReturnUserTask{second.key, "a", "no", {"{}"}});
        EXPECT_EQ(done.has_value(), is_allowed) << (done ? "" : done.error().text);
        EXPECT_EQ(desk.active(key), is_allowed ? "a" : "call");
        EXPECT_EQ(desk.instance(second.process_instance_key).state, is_allowed ? InstanceState::Terminated : InstanceState::Active);
    }
}

TEST(UserTaskReturn, LooksForIrreversibleStepsInCalledProcessesToo) {
    Desk desk;
    std::string called = process_of("<startEvent id=\"s2\"/>" +
                                    service_task("send", "<zeebe:properties>" + property("approval.irreversible", "true") + "</zeebe:properties>") +
                                    flows({"s2", "send"}));
    called.replace(called.find("id=\"p\""), 6, "id=\"q\"");
    desk.deploy(called, "q.bpmn");
    desk.deploy(process_of("<startEvent id=\"s\"/>" + person("a") + R"(<callActivity id="call"><extensionElements><zeebe:calledElement processId="q"/>
        </extensionElements></callActivity>)" + person("b") + flows({"s", "a", "call", "b"})));
    const ProcessInstanceKey key = desk.start();
    EXPECT_TRUE(desk.engine().execute(CompleteUserTask{desk.rows<UserTask>().front().key, {"{}"}, {}}));
    EXPECT_TRUE(desk.work("send"));
    const auto task = desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("b"))).front();
    const auto done = desk.engine().execute(ReturnUserTask{task.key, "a", "no", {"{}"}});
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().text.find("'send'"), std::string::npos) << done.error().text;
    EXPECT_EQ(desk.active(key), "b");
}

}  // namespace
}  // namespace dandori::test
