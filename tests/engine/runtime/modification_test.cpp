// Modifying a running instance: what begins, what ends, and what is refused.

#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

ModifyProcessInstance::Activation activation(const std::string& id, std::optional<ScopeKey> ancestor = {}) {
    ModifyProcessInstance::Activation result;
    result.element_id = id;
    result.ancestor = ancestor;
    return result;
}

MoveInstruction moving(const std::string& from, const std::string& to,
                     MoveInstruction::Ancestor ancestor = MoveInstruction::Ancestor::Found) {
    MoveInstruction result;
    result.source.element_id = from;
    result.target_element_id = to;
    result.ancestor_kind = ancestor;
    return result;
}

class ModificationDesk : public Desk {
  public:
    Outcome<Done> modify(ModifyProcessInstance command) { return engine().execute(std::move(command)); }
    /// What a refusal says; empty where it was done.
    std::string refusal(ModifyProcessInstance command) {
        const auto before = history(command.key);
        const auto outcome = modify(command);
        EXPECT_EQ(history(command.key), before) << "a refusal changes nothing";
        return outcome ? "" : outcome.error().text;
    }
    ElementInstance active_element(ProcessInstanceKey key, const std::string& id) {
        for (const auto& row : rows<ElementInstance>(Query{}.where_equals("processInstanceKey", key)
                                                         .where_equals("state", InstanceState::Active)
                                                         .where_equals("elementId", id)))
            return row;
        ADD_FAILURE() << id << " isn't active";
        return {};
    }
};

const std::string two_steps = "<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + "<endEvent id=\"e\"/>" +
                              flows({"s", "a", "b", "e"});

TEST(Modification, MovesATokenBack) {
    ModificationDesk desk;
    desk.deploy(process_of(two_steps));
    const auto key = desk.start();
    desk.work("a");
    ASSERT_TRUE(desk.modify({key, {}, {moving("b", "a")}, {}}));
    EXPECT_EQ(desk.active(key), "a");
    EXPECT_FALSE(desk.work("b"));
    desk.restart();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_TRUE(desk.work("b"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.history(key), "s COMPLETED\na COMPLETED\nb TERMINATED\na COMPLETED\nb COMPLETED\ne COMPLETED\n");
}

TEST(Modification, EndsAnInstanceInWhichNothingIsLeft) {
    ModificationDesk desk;
    desk.deploy(process_of(two_steps));
    const auto key = desk.start();
    ASSERT_TRUE(desk.modify({key, {}, {}, {{"a"}}}));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
    EXPECT_FALSE(desk.modify({key, {activation("a")}, {}, {}}));
}

const std::string nested =
    "<startEvent id=\"s\"/>" + service_task("a") + "<endEvent id=\"e\"/>" + flows({"s", "a", "outer", "e"}) +
    R"(<subProcess id="outer"><extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="mapped"/></zeebe:ioMapping></extensionElements>
       <startEvent id="os"/><endEvent id="oe"/>)" + flows({"os", "inner", "oe"}) +
    R"(<subProcess id="inner"><startEvent id="is"/><endEvent id="ie"/>)" + service_task("x") + service_task("y") + flows({"is", "x", "y", "ie"}) +
    R"(</subProcess></subProcess>
    <boundaryEvent id="late" attachedToRef="outer"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>)" +
    service_task("overdue") + flows({"late", "overdue"});

TEST(Modification, OpensTheScopesAroundWhatItActivates) {
    ModificationDesk desk;
    desk.deploy(process_of(nested));
    const auto key = desk.start();
    auto in_y = activation("y");
    in_y.variables = {{{R"({"atProcess": 1})"}, ""}, {{R"({"inInner": 2})"}, "inner"}, {{R"({"local": 3})"}, "y"}};
    ASSERT_TRUE(desk.modify({key, {in_y, activation("x")}, {}, {{"a"}}}));
    EXPECT_EQ(desk.active(key), "outer inner y x") << "both share the scopes that were made";
    EXPECT_EQ(desk.variable(key, "atProcess"), "1");
    const auto jobs = desk.activate("y");
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_EQ(jobs.front().variables.text, R"({"local":3,"inInner":2,"mapped":1,"atProcess":1})");
    desk.restart();
    EXPECT_EQ(desk.rows<Timer>().size(), 1u) << "the boundary event waits";
    desk.wait(3'600'000);
    EXPECT_EQ(desk.active(key), "overdue");
}

TEST(Modification, UsesTheScopeThatIsThere) {
    ModificationDesk desk;
    desk.deploy(process_of(nested));
    const auto key = desk.start();
    desk.work("a");
    const auto inner = desk.active_element(key, "inner").key;
    ASSERT_TRUE(desk.modify({key, {activation("y")}, {}, {}}));
    EXPECT_EQ(desk.active_element(key, "y").scope_key, scope_of(inner));
    EXPECT_TRUE(desk.work("x"));
    EXPECT_TRUE(desk.work("y"));
    EXPECT_TRUE(desk.work("y"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Modification, EndsScopesThatItLeavesEmpty) {
    ModificationDesk desk;
    desk.deploy(process_of(nested));
    const auto key = desk.start();
    desk.work("a");
    ASSERT_TRUE(desk.modify({key, {activation("a")}, {}, {{"x"}}}));
    EXPECT_EQ(desk.active(key), "a");
    EXPECT_TRUE(desk.rows<Timer>().empty());
    desk.restart();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.active(key), "outer inner x");
}

TEST(Modification, AsksWhichScopeWhereThereAreSeveral) {
    ModificationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><parallelGateway id=\"fork\"/>" + flows({"s", "fork", "sub"}) +
                           "<sequenceFlow id=\"twice\" sourceRef=\"fork\" targetRef=\"sub\"/><subProcess id=\"sub\"><startEvent id=\"is\"/>" +
                           service_task("x") + service_task("y") + flows({"is", "x", "y"}) + "</subProcess>"));
    const auto key = desk.start();
    EXPECT_NE(desk.refusal({key, {activation("y")}, {}, {}}).find("could be activated in 2 instances of 'sub'"), std::string::npos);
    const auto one = desk.active_element(key, "sub").key;
    ASSERT_TRUE(desk.modify({key, {activation("y", scope_of(one))}, {}, {}}));
    EXPECT_EQ(desk.active_element(key, "y").scope_key, scope_of(one));
    // Each source's own scope takes what is moved out of it.
    ASSERT_TRUE(desk.modify({key, {}, {moving("x", "y", MoveInstruction::Ancestor::SourceParent)}, {}}));
    EXPECT_EQ(desk.active(key), "sub sub y y y");
    ASSERT_TRUE(desk.modify({key, {}, {moving("y", "x", MoveInstruction::Ancestor::Inferred)}, {}}));
    EXPECT_EQ(desk.active(key), "sub sub x x x");
    ASSERT_TRUE(desk.modify({key, {}, {}, {{"", one}}}));
    EXPECT_EQ(desk.active(key), "sub x");
}

TEST(Modification, LetsAJoinFireAndTakesWaitingTokensAway) {
    ModificationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><parallelGateway id=\"fork\"/>" + service_task("a") + service_task("b") +
                           "<parallelGateway id=\"join\"/>" + service_task("after") + flows({"s", "fork", "a", "join", "after"}) +
                           flows({"fork", "b", "join"})));
    const auto key = desk.start();
    desk.work("a");
    EXPECT_EQ(desk.rows<Token>().size(), 1u);
    ASSERT_TRUE(desk.modify({key, {}, {moving("join", "a")}, {}}));
    EXPECT_TRUE(desk.rows<Token>().empty());
    EXPECT_EQ(desk.active(key), "b a");
    desk.work("a");
    desk.restart();
    ASSERT_TRUE(desk.modify({key, {activation("join")}, {}, {{"b"}}}));
    EXPECT_EQ(desk.active(key), "after") << "activated, it waits for nobody";
    EXPECT_EQ(desk.rows<Token>().size(), 1u) << "what waited before goes on waiting";
    ASSERT_TRUE(desk.modify({key, {}, {}, {{"join"}, {"after"}}}));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
    EXPECT_TRUE(desk.rows<Token>().empty());
}

TEST(Modification, ActivatesInsideEventSubProcesses) {
    ModificationDesk desk;
    desk.deploy(process_of(two_steps + R"(<subProcess id="ev" triggeredByEvent="true"><startEvent id="evs" isInterrupting="true">
        <timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>)" + service_task("x") + flows({"evs", "x"}) + "</subProcess>"));
    const auto key = desk.start();
    ASSERT_TRUE(desk.modify({key, {activation("x")}, {}, {}}));
    EXPECT_EQ(desk.active(key), "a ev x") << "nothing is interrupted that wasn't named";
    ASSERT_TRUE(desk.modify({key, {activation("ev")}, {}, {{"ev"}}}));
    EXPECT_EQ(desk.active(key), "a ev x");
    desk.wait(86'400'000);
    EXPECT_EQ(desk.active(key), "ev x") << "the timer still interrupts";
}

TEST(Modification, IsRefusedByNameWhereItMakesNoSense) {
    ModificationDesk desk;
    desk.deploy(process_of(nested + R"(<subProcess id="many"><multiInstanceLoopCharacteristics isSequential="true"><extensionElements>
        <zeebe:loopCharacteristics inputCollection="=[1,2]"/></extensionElements></multiInstanceLoopCharacteristics>
        <startEvent id="ms"/>)" + service_task("m") + flows({"ms", "m"}) + "</subProcess>"));
    const auto key = desk.start();
    const auto says = [&](const ModifyProcessInstance& command, const std::string& words) {
        const auto text = desk.refusal(command);
        EXPECT_NE(text.find(words), std::string::npos) << text;
        EXPECT_NE(text.find("INVALID_ARGUMENT"), std::string::npos) << text;
    };
    says({key, {}, {}, {}}, "there is no instruction");
    says({key, {activation("nowhere")}, {}, {}}, "has no element 'nowhere'");
    says({key, {activation("s")}, {}, {}}, "'s' is a start event");
    says({key, {activation("late")}, {}, {}}, "'late' is a boundary event");
    says({key, {activation("m")}, {}, {}}, "lies in the multi-instance activity 'many'");
    says({key, {}, {}, {{"b"}}}, "has no element 'b'");
    says({key, {}, {}, {{"x"}}}, "nothing is active in element 'x'");
    says({key, {}, {}, {{"a"}, {"a"}}}, "would be terminated twice");
    says({key, {}, {moving("a", "x")}, {{"a"}}}, "would be terminated twice");
    says({key, {activation("x", scope_of(desk.active_element(key, "a").key))}, {}, {}}, "which isn't around 'x'");
    says({key, {activation("x", ScopeKey{42})}, {}, {}}, "is no active element instance");
    says({key, {}, {}, {{"", ElementInstanceKey{42}}}}, "no active element instance with key '42'");
    says({key, {}, {}, {{"", ElementInstanceKey{key.value}}}}, "Cancel it instead");
    auto wrong_scope = activation("a");
    wrong_scope.variables = {{{"{}"}, "inner"}};
    says({key, {wrong_scope}, {}, {}}, "name the scope 'inner'");
    desk.work("a");
    says({key, {activation("y", scope_of(desk.active_element(key, "inner").key))}, {}, {{"outer"}}}, "is terminated by the same modification");
    ASSERT_TRUE(desk.modify({key, {activation("many")}, {}, {}}));
    EXPECT_EQ(desk.active(key), "outer inner x many many m");
    ASSERT_TRUE(desk.modify({key, {activation("m")}, {}, {}})) << "one run is there: no question which";
    EXPECT_EQ(desk.active(key), "outer inner x many many m m");
}

std::string for_each_member(const std::string& more) {
    return "<startEvent id=\"s\"/><serviceTask id=\"ask\"><extensionElements><zeebe:taskDefinition type=\"ask\"/></extensionElements>"
           "<multiInstanceLoopCharacteristics " + more + "<extensionElements><zeebe:loopCharacteristics inputCollection=\"=[1,2,3]\" "
           "inputElement=\"member\"/></extensionElements></multiInstanceLoopCharacteristics></serviceTask>" + service_task("after") +
           flows({"s", "ask", "after"});
}

TEST(Modification, DropsOneOfManyWhileTheOthersGoOn) {
    ModificationDesk desk;
    desk.deploy(process_of(for_each_member(">")));
    const auto key = desk.start();
    const auto jobs = desk.activate("ask");
    ASSERT_EQ(jobs.size(), 3u);
    ASSERT_TRUE(desk.engine().execute(CompleteJob{jobs[0].job.key, {}, {}}));
    ASSERT_TRUE(desk.modify({key, {}, {}, {{"", jobs[1].job.element_instance_key}}}));
    EXPECT_EQ(desk.active(key), "ask ask");
    desk.restart();
    ASSERT_TRUE(desk.modify({key, {}, {}, {{"", jobs[2].job.element_instance_key}}}));
    EXPECT_EQ(desk.active(key), "after") << "one has completed; without the others it is done";
}

TEST(Modification, GoesToTheNextOfASequence) {
    ModificationDesk desk;
    desk.deploy(process_of(for_each_member("isSequential=\"true\">")));
    const auto key = desk.start();
    for (const char* member : {"1", "2", "3"}) {
        const auto jobs = desk.activate("ask");
        ASSERT_EQ(jobs.size(), 1u);
        EXPECT_NE(jobs.front().variables.text.find("\"member\":" + std::string(member)), std::string::npos) << jobs.front().variables.text;
        desk.restart();
        ASSERT_TRUE(desk.modify({key, {}, {}, {{"", jobs.front().job.element_instance_key}}}));
    }
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated) << "none of them has completed";
}

TEST(Modification, GivesAnElementOfAnAdHocSubProcessAnInnerInstance) {
    ModificationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><adHocSubProcess id=\"hoc\">" + service_task("x") + service_task("y") + flows({"x", "y"}) +
                           "</adHocSubProcess>" + flows({"s", "hoc"})));
    const auto key = desk.start();
    ASSERT_TRUE(desk.modify({key, {activation("y")}, {}, {}}));
    EXPECT_EQ(desk.active(key), "hoc hoc#innerInstance y");
    const auto inner = desk.active_element(key, "hoc#innerInstance").key;
    ASSERT_TRUE(desk.modify({key, {activation("x", scope_of(inner))}, {}, {{"y"}}}));
    EXPECT_EQ(desk.active(key), "hoc hoc#innerInstance x");
    desk.restart();
    EXPECT_TRUE(desk.work("x"));
    EXPECT_TRUE(desk.work("y"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    const auto gone = desk.start();
    ASSERT_TRUE(desk.modify({gone, {activation("hoc")}, {}, {{"hoc"}}}));
    EXPECT_EQ(desk.active(gone), "hoc");
}

TEST(Modification, DoesNotLeaveACallWaitingForEver) {
    ModificationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><callActivity id=\"call\"><extensionElements><zeebe:calledElement processId=\"c\"/>"
                           "</extensionElements></callActivity>" + flows({"s", "call"})));
    auto called = process_of(two_steps);
    called.replace(called.find("id=\"p\""), 6, "id=\"c\"");
    desk.deploy(called, "c.bpmn");
    const auto key = desk.start();
    const auto child = desk.rows<ProcessInstance>(Query{}.where_equals("parentProcessInstanceKey", key)).front().key;
    EXPECT_NE(desk.refusal({child, {}, {}, {{"a"}}}).find("would wait for ever"), std::string::npos);
    ASSERT_TRUE(desk.modify({child, {}, {moving("a", "b")}, {}}));
    desk.work("b");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Modification, OfAScopeWhoseEventsCantBeReadMakesAnIncident) {
    ModificationDesk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + flows({"s", "a"}) +
                           R"(<subProcess id="sub"><startEvent id="is"/>)" + service_task("x") + flows({"is", "x"}) + R"(</subProcess>
        <boundaryEvent id="news" attachedToRef="sub"><messageEventDefinition messageRef="m"/></boundaryEvent>)",
                           R"(<message id="m" name="news"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>)"));
    const auto key = desk.start();
    ASSERT_TRUE(desk.modify({key, {activation("x")}, {}, {{"a"}}}));
    EXPECT_EQ(desk.active(key), "sub x");
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().element_id, "sub");
    ASSERT_TRUE(desk.engine().execute(SetVariables{scope_of(key), {R"({"id": "7"})"}, false}));
    ASSERT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_EQ(desk.active(key), "sub x");
    desk.publish("news", "7");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed) << desk.active(key);
}

TEST(Modification, IsForAdministratorsAndTheDesk) {
    ModificationDesk desk;
    desk.deploy(process_of(two_steps));
    const auto key = desk.start();
    const ModifyProcessInstance command{key, {}, {moving("a", "b")}, {}};
    EXPECT_EQ(desk.engine().execute(command, test::actor("hanako", {"chiefs"})).error().code, Rejection::Code::Forbidden);
    EXPECT_TRUE(desk.engine().execute(command, test::actor("taro", {"iom.operator"})));
}

TEST(Modification, KeepsTheBoundOfEndlessLoops) {
    EngineSettings settings;
    settings.elements_per_command_max = 50;
    Desk desk(settings);
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + "<exclusiveGateway id=\"g\"/><task id=\"t\"/>" + flows({"s", "a"}) +
                           flows({"g", "t", "g"})));
    const auto key = desk.start();
    ASSERT_TRUE(desk.engine().execute(ModifyProcessInstance{key, {activation("g")}, {}, {}}));
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_NE(desk.incidents().front().error_message.find("without waiting"), std::string::npos);
    EXPECT_TRUE(desk.work("a"));
}

}  // namespace
}  // namespace dandori::test
