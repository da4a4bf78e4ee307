// Carrying a running instance over to another version: what stays, what is opened and closed, and what is refused.

#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

class MigrationDesk : public Desk {
  public:
    /// Deploys another version and gives its key.
    ProcessDefinitionKey next_version(const std::string& elements, const std::string& others = "") {
        deploy(process_of(elements, others));
        return rows<ProcessDefinition>(Query{}.sorted_by("version", true)).front().key;
    }
    Outcome<Done> migrate(ProcessInstanceKey key, ProcessDefinitionKey target, std::vector<MappingInstruction> mappings) {
        return engine().execute(MigrateProcessInstance{key, {target, std::move(mappings)}});
    }
    std::string refusal(ProcessInstanceKey key, ProcessDefinitionKey target, std::vector<MappingInstruction> mappings) {
        const auto before = instance(key);
        const auto outcome = migrate(key, target, std::move(mappings));
        EXPECT_EQ(instance(key), before) << "a refusal changes nothing";
        return outcome ? "" : outcome.error().text;
    }
};

const std::string approval = R"(<userTask id="approve"><extensionElements><zeebe:userTask/></extensionElements></userTask>)";

TEST(Migration, KeepsTheUserTaskAndGoesOnByTheNewFlows) {
    MigrationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + approval + "<endEvent id=\"e\"/>" + flows({"s", "approve", "e"})));
    const auto key = desk.start();
    const auto task = desk.rows<UserTask>().front().key;
    const auto target = desk.next_version("<startEvent id=\"s\"/><userTask id=\"decide\" name=\"Decide\"><extensionElements><zeebe:userTask/>"
                                          "</extensionElements></userTask>" + service_task("after") + flows({"s", "decide", "after"}));
    ASSERT_TRUE(desk.migrate(key, target, {{"approve", "decide"}}));
    const auto migrated = desk.rows<UserTask>().front();
    EXPECT_EQ(migrated.key, task);
    EXPECT_EQ(migrated.element_id, "decide");
    EXPECT_EQ(migrated.process_definition_version, 2);
    EXPECT_EQ(desk.instance(key).process_definition_key, target);
    EXPECT_EQ(desk.instance(key).process_definition_version, 2);
    desk.restart();
    EXPECT_TRUE(desk.engine().execute(CompleteUserTask{task, {}, {}}));
    EXPECT_EQ(desk.active(key), "after");
}

TEST(Migration, CarriesJobsAndIncidentsOver) {
    MigrationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    const auto key = desk.start();
    const auto job = desk.activate("a").front().job.key;
    ASSERT_TRUE(desk.engine().execute(FailJob{job, 0, "no paper", 0, {}}));
    const auto target = desk.next_version("<startEvent id=\"s\"/>" + service_task("b") + flows({"s", "b"}));
    ASSERT_TRUE(desk.migrate(key, target, {{"a", "b"}}));
    EXPECT_EQ(desk.incidents().front().element_id, "b");
    EXPECT_EQ(desk.incidents().front().process_definition_key, target);
    ASSERT_TRUE(desk.engine().execute(UpdateJob{job, 1, {}}));
    ASSERT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_TRUE(desk.work("a")) << "the job is what it was; only its element is another";
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

/// The queue of jobs has a part for each process: a job leaves one and joins the other.
TEST(Migration, HandsAJobOutOnceThatIsOfAnotherProcessNow) {
    MigrationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    desk.deploy(R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d2"
        targetNamespace="urn:test"><process id="other" isExecutable="true"><startEvent id="s"/>)" + service_task("a") + flows({"s", "a"}) +
                "</process></definitions>", "other.bpmn");
    const auto target = desk.rows<ProcessDefinition>(Query{}.where_equals("processDefinitionId", std::string("other"))).front().key;
    EXPECT_TRUE(desk.activate("a").empty()) << "its queue is in memory from now on";
    for (const bool is_stored : {false, true}) {
        const auto key = desk.start();
        if (is_stored) desk.restart();
        ASSERT_TRUE(desk.migrate(key, target, {{"a", "a"}}));
        const auto jobs = desk.activate("a");
        ASSERT_EQ(jobs.size(), 1u);
        EXPECT_TRUE(desk.activate("a").empty());
        ASSERT_TRUE(desk.engine().execute(CompleteJob{jobs.front().job.key, {}, {}}));
        EXPECT_TRUE(desk.activate("a").empty());
    }
}

const auto with_timer = [](const std::string& boundary, const std::string& duration) {
    return "<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}) + "<boundaryEvent id=\"" + boundary +
           "\" attachedToRef=\"a\"><timerEventDefinition><timeDuration>" + duration + "</timeDuration></timerEventDefinition></boundaryEvent>" +
           service_task("late") + flows({boundary, "late"});
};

TEST(Migration, CarriesMappedTimersOverAndOpensTheOthers) {
    MigrationDesk desk;
    desk.deploy(process_of(with_timer("timer", "PT1H")));
    const auto mapped = desk.start();
    const auto unmapped = desk.start();
    const auto target = desk.next_version(with_timer("alarm", "PT5H"));
    ASSERT_TRUE(desk.migrate(mapped, target, {{"a", "a"}, {"timer", "alarm"}}));
    ASSERT_TRUE(desk.migrate(unmapped, target, {{"a", "a"}}));
    desk.restart();
    desk.wait(3'600'000);
    EXPECT_EQ(desk.active(mapped), "late") << "the timer that ran goes on";
    EXPECT_EQ(desk.active(unmapped), "a") << "that of the target was opened in its place";
    desk.wait(4 * 3'600'000);
    EXPECT_EQ(desk.active(unmapped), "late");
}

TEST(Migration, ChangesWhatMessagesAndEventSubProcessesWaitFor) {
    MigrationDesk desk;
    const std::string message = R"(<message id="m" name="news"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>)";
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    const auto key = desk.start(R"({"id": "7"})");
    const auto without = desk.start();
    const auto target = desk.next_version("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}) +
        R"(<subProcess id="ev" triggeredByEvent="true"><startEvent id="evs"><messageEventDefinition messageRef="m"/></startEvent>)" +
        service_task("x") + flows({"evs", "x"}) + "</subProcess>", message);
    EXPECT_NE(desk.refusal(without, target, {{"a", "a"}}).find("'evs' would wait for can't be read"), std::string::npos);
    ASSERT_TRUE(desk.migrate(key, target, {{"a", "a"}}));
    desk.publish("news", "7");
    EXPECT_EQ(desk.active(key), "ev x");
}

TEST(Migration, CarriesTokensThatWaitAtAJoin) {
    MigrationDesk desk;
    const auto forked = [](const std::string& join, const std::string& flow) {
        return "<startEvent id=\"s\"/><parallelGateway id=\"fork\"/>" + service_task("a") + service_task("b") + "<parallelGateway id=\"" + join +
               "\"/>" + service_task("after") + flows({"s", "fork", "a"}) + "<sequenceFlow id=\"" + flow + "\" sourceRef=\"a\" targetRef=\"" + join +
               "\"/>" + flows({"fork", "b", join, "after"});
    };
    desk.deploy(process_of(forked("join", "f")));
    const auto key = desk.start();
    desk.work("a");
    const auto target = desk.next_version(forked("meet", "g"));
    EXPECT_NE(desk.refusal(key, target, {{"b", "b"}}).find("waits in front of 'join', which has no mapping"), std::string::npos);
    EXPECT_NE(desk.refusal(key, target, {{"b", "b"}, {"join", "meet"}}).find("by sequence flow 'f'"), std::string::npos);
    ASSERT_TRUE(desk.migrate(key, target, {{"b", "b"}, {"join", "meet"}, {"f", "g"}}));
    desk.restart();
    desk.work("b");
    EXPECT_EQ(desk.active(key), "after");
}

TEST(Migration, KeepsMultiInstanceRunsAndScopes) {
    MigrationDesk desk;
    const auto many = [](const std::string& id, const std::string& inner) {
        return "<startEvent id=\"s\"/><subProcess id=\"" + id + R"("><multiInstanceLoopCharacteristics><extensionElements>
        <zeebe:loopCharacteristics inputCollection="=[1,2]" inputElement="n"/></extensionElements></multiInstanceLoopCharacteristics>
        <startEvent id="ms"/>)" + service_task(inner) + flows({"ms", inner}) + "</subProcess>" + service_task("after") + flows({"s", id, "after"});
    };
    desk.deploy(process_of(many("many", "m")));
    const auto key = desk.start();
    desk.work("m");
    const auto target = desk.next_version(many("each", "work"));
    EXPECT_NE(desk.refusal(key, target, {{"many", "after"}, {"m", "work"}}).find("of another kind"), std::string::npos);
    ASSERT_TRUE(desk.migrate(key, target, {{"many", "each"}, {"m", "work"}}));
    desk.restart();
    EXPECT_TRUE(desk.work("m"));
    EXPECT_EQ(desk.active(key), "after");
}

TEST(Migration, IsRefusedByNameWhereItIsImpossible) {
    MigrationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"})));
    const auto key = desk.start();
    const auto target = desk.next_version("<startEvent id=\"s\"/>" + service_task("a") + approval + flows({"s", "a", "approve"}) +
                                          "<subProcess id=\"sub\"><startEvent id=\"is\"/>" + service_task("x") + flows({"is", "x"}) + "</subProcess>");
    const auto says = [&](std::vector<MappingInstruction> mappings, const std::string& words) {
        const auto text = desk.refusal(key, target, std::move(mappings));
        EXPECT_NE(text.find(words), std::string::npos) << text;
    };
    says({}, "element 'a' is active and has no mapping");
    says({{"a", "nowhere"}}, "the target has no element 'nowhere'");
    says({{"nowhere", "a"}}, "its process has no element 'nowhere'");
    says({{"a", "a"}, {"a", "x"}}, "'a' is mapped twice");
    says({{"a", "approve"}}, "of another kind");
    says({{"a", "x"}}, "The scopes around an active element");
    EXPECT_EQ(desk.migrate(key, ProcessDefinitionKey{42}, {}).error().code, Rejection::Code::NotFound);
    EXPECT_EQ(desk.migrate(ProcessInstanceKey{42}, target, {}).error().code, Rejection::Code::NotFound);
    EXPECT_EQ(desk.engine().execute(MigrateProcessInstance{key, {target, {{"a", "a"}}}}, test::actor("hanako")).error().code,
              Rejection::Code::Forbidden);
    EXPECT_TRUE(desk.migrate(key, target, {{"a", "a"}}));
}

TEST(Migration, CarriesWhatCanBeCompensated) {
    MigrationDesk desk;
    const auto booking = [](const std::string& undo) {
        return "<startEvent id=\"s\"/>" + service_task("book") + service_task("pay") +
               R"(<boundaryEvent id="bc" attachedToRef="book"><compensateEventDefinition/></boundaryEvent>
                  <serviceTask id=")" + undo + R"(" isForCompensation="true"><extensionElements><zeebe:taskDefinition type=")" + undo +
               R"("/></extensionElements></serviceTask><association id="as" sourceRef="bc" targetRef=")" + undo + R"("/>
                  <endEvent id="e"><compensateEventDefinition/></endEvent>)" + flows({"s", "book", "pay", "e"});
    };
    desk.deploy(process_of(booking("undo")));
    const auto key = desk.start();
    desk.work("book");
    const auto target = desk.next_version(booking("undo-better"));
    ASSERT_TRUE(desk.migrate(key, target, {{"pay", "pay"}, {"book", "book"}}));
    desk.restart();
    desk.work("pay");
    EXPECT_EQ(desk.active(key), "e undo-better");
}

}  // namespace
}  // namespace dandori::test
