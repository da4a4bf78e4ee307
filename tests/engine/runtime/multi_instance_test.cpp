// Multi-instance activities: what one run costs, however many there are, and what completion conditions may ask.

#include "tests/engine/runtime/desk.h"
#include "tests/support/weighing_store.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string each(bool is_sequential, const std::string& more = "") {
    return process_of(R"(<startEvent id="s"/><serviceTask id="a"><extensionElements><zeebe:taskDefinition type="a"/></extensionElements>
           <multiInstanceLoopCharacteristics isSequential=")" + std::string(is_sequential ? "true" : "false") + R"("><extensionElements>
             <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"/>
           </extensionElements>)" + more + R"(</multiInstanceLoopCharacteristics></serviceTask><endEvent id="e"/>)" +
                      flows({"s", "a", "e"}));
}

std::string numbers(int count) {
    std::string list = R"({"items": [)";
    for (int i = 1; i <= count; ++i) list += (i > 1 ? "," : "") + std::to_string(1'000'000 + i);
    return list + "]}";
}

/// Runs all jobs and gives what each completion but the first and the last ones wrote, at least and at most.
std::pair<WeighingStore::Weight, WeighingStore::Weight> weights_of_completions(bool is_sequential, int count) {
    memory::MemoryStore rows;
    WeighingStore store(rows);
    HandMovedClock clock;
    Engine engine(store, clock, {});
    EXPECT_TRUE(engine.execute(DeployResources{{{"p.bpmn", each(is_sequential)}}}));
    CreateProcessInstance start;
    start.process_definition_id = "p";
    start.variables = {numbers(count)};
    EXPECT_TRUE(engine.execute(start));
    WeighingStore::Weight least{INT64_MAX, INT64_MAX}, most;
    for (int i = 0; i < count; ++i) {
        ActivateJobs activate;
        activate.type = "a";
        activate.timeout_ms = 1'000;
        const auto jobs = engine.execute(activate);
        if (!jobs || jobs->jobs.size() != 1) ADD_FAILURE() << "no job " << i;
        store.take();
        EXPECT_TRUE(engine.execute(CompleteJob{jobs->jobs.front().job.key, {R"({"result": 1234567})"}, {}}));
        const auto weight = store.take();
        if (i < 10 || i > count - 3) continue;
        least = {std::min(least.rows, weight.rows), std::min(least.bytes, weight.bytes)};
        most = {std::max(most.rows, weight.rows), std::max(most.bytes, weight.bytes)};
    }
    const auto instances = find<ProcessInstance>(rows, {}).rows;
    EXPECT_EQ(instances.at(0).state, InstanceState::Completed);
    EXPECT_TRUE(find<LoopValue>(rows, {}).rows.empty());
    return {least, most};
}

TEST(MultiInstance, ACompletionWritesTheSameHoweverManyRunThereAre) {
    for (const bool is_sequential : {false, true}) {
        const auto [least, most] = weights_of_completions(is_sequential, 300);
        EXPECT_EQ(least.rows, most.rows) << is_sequential;
        EXPECT_LE(most.bytes - least.bytes, 16) << is_sequential;  // numbers of two and of three digits
        EXPECT_LT(most.bytes, 3'000) << is_sequential;
    }
}

TEST(MultiInstance, AConditionSeesWhatWasCollectedSoFarAlsoAfterARestart) {
    Desk desk;
    desk.deploy(each(false, "<completionCondition>=count(results[item != null]) = 3 and numberOfActiveInstances = 2 and "
                            "numberOfInstances = 5 and numberOfCompletedInstances = 3</completionCondition>"));
    const auto key = desk.start(numbers(5));
    EXPECT_TRUE(desk.work("a", R"({"result": 1})"));
    desk.restart();
    EXPECT_TRUE(desk.work("a", R"({"result": {"deep": [1]}})"));
    EXPECT_EQ(desk.variable(key, "results"), "absent");
    desk.restart();
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
    EXPECT_TRUE(desk.work("a", R"({"result": 3})"));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    EXPECT_EQ(desk.variable(key, "results"), R"([1,{"deep":[1]},3,null,null])");
    EXPECT_TRUE(desk.rows<LoopValue>().empty());
}

TEST(MultiInstance, ASequentialOneKeepsTheListItBeganWith) {
    Desk desk;
    desk.deploy(each(true));
    const auto key = desk.start(R"({"items": ["one", "two"]})");
    desk.engine().execute(SetVariables{scope_of(key), {R"({"items": []})"}, false});
    EXPECT_TRUE(desk.work("a", R"({"result": 1})"));
    desk.restart();
    const auto jobs = desk.activate("a");
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_NE(jobs.front().variables.text.find(R"("item":"two")"), std::string::npos) << jobs.front().variables.text;
}

TEST(MultiInstance, ItsValuesGoWhenItIsInterrupted) {
    Desk desk;
    desk.deploy(each(true));
    const auto key = desk.start(numbers(5));
    EXPECT_TRUE(desk.work("a", R"({"result": 1})"));
    EXPECT_EQ(desk.rows<LoopValue>().size(), 2u);
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{key, {}}));
    EXPECT_TRUE(desk.rows<LoopValue>().empty());
}

}  // namespace
}  // namespace dandori::test
