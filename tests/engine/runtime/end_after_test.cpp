// Instances that were started to be terminated after an element.

#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

CreateProcessInstance ending_after(std::vector<std::string> elements) {
    CreateProcessInstance command;
    command.process_definition_id = "p";
    command.end_after = std::move(elements);
    return command;
}

ProcessInstanceKey start_ending_after(Desk& desk, std::vector<std::string> elements) {
    const auto started = desk.engine().execute(ending_after(std::move(elements)));
    EXPECT_TRUE(started) << started.error().text;
    return started ? started->instance.key : ProcessInstanceKey{};
}

const std::string two_jobs_and_end = "<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + "<endEvent id=\"e\"/>" + flows({"s", "a", "b", "e"});

TEST(EndAfter, LetsNoTokenGoOnBehindTheElement) {
    Desk desk;
    desk.deploy(process_of(two_jobs_and_end));
    const auto key = start_ending_after(desk, {"a"});
    desk.restart();
    EXPECT_TRUE(desk.work("a", R"({"x": 1})"));
    EXPECT_EQ(desk.history(key), "s COMPLETED\na COMPLETED\n");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
}

TEST(EndAfter, IsTerminationAlsoBehindTheLast) {
    Desk desk;
    desk.deploy(process_of(two_jobs_and_end));
    const auto key = start_ending_after(desk, {"e"});
    EXPECT_TRUE(desk.work("a") && desk.work("b"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
}

TEST(EndAfter, EndsWhatRunsBesideAndAround) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><subProcess id=\"sub\"><startEvent id=\"inner\"/>" + service_task("a") + flows({"inner", "a"}) +
                           "</subProcess>" + service_task("b") + flows({"s", "sub"}) + flows({"s", "b"})));
    const auto key = start_ending_after(desk, {"a"});
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.history(key), "s COMPLETED\nsub TERMINATED\nb TERMINATED\ninner COMPLETED\na COMPLETED\n");
    EXPECT_FALSE(desk.work("b"));
}

TEST(EndAfter, CountsWhatAnEventHasInterrupted) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") +
                           "<boundaryEvent id=\"late\" attachedToRef=\"a\"><timerEventDefinition><timeDuration>PT1H</timeDuration>"
                           "</timerEventDefinition></boundaryEvent>" +
                           service_task("b") + flows({"s", "a"}) + flows({"late", "b"})));
    const auto key = start_ending_after(desk, {"a"});
    desk.wait(3'600'000);
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
    EXPECT_FALSE(desk.work("b"));
}

TEST(EndAfter, WaitsForAllRunsOfALoop) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><serviceTask id=\"a\"><extensionElements><zeebe:taskDefinition type=\"a\"/></extensionElements>"
                           "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection=\"=[1, 2]\"/>"
                           "</extensionElements></multiInstanceLoopCharacteristics></serviceTask>" +
                           service_task("b") + flows({"s", "a", "b"})));
    const auto key = start_ending_after(desk, {"a"});
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Terminated);
}

TEST(EndAfter, AnswersWhoAwaitsTheEnd) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/><scriptTask id=\"a\"><extensionElements><zeebe:script expression=\"=6 * 7\" resultVariable=\"x\"/>"
                           "</extensionElements></scriptTask>" + service_task("b") + flows({"s", "a", "b"})));
    auto command = ending_after({"a"});
    command.await_completion = true;
    const auto ended = desk.engine().execute(command);
    ASSERT_TRUE(ended) << ended.error().text;
    EXPECT_EQ(ended->variables.text, R"({"x":42})");
    EXPECT_EQ(desk.instance(ended->instance.key).state, InstanceState::Terminated);
}

TEST(EndAfter, OfAnElementThatIsNotThereIsRefused) {
    Desk desk;
    desk.deploy(process_of(two_jobs_and_end));
    const auto refused = desk.engine().execute(ending_after({"c"}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::InvalidArgument);
    EXPECT_EQ(refused.error().text, "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to terminate the instance after element 'c', "
                                    "but the process has no such element");
}

}  // namespace
}  // namespace dandori::test
