// The same for many instances, between other commands.

#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

class BatchDesk : public Desk {
  public:
    BatchOperationKey begin(StartBatchOperation command) {
        const auto outcome = engine().execute(std::move(command));
        EXPECT_TRUE(outcome) << outcome.error().text;
        return outcome ? outcome->operation.key : BatchOperationKey{};
    }
    BatchOperation operation(BatchOperationKey key) { return get<BatchOperation>(engine().reader(), key).value(); }
    /// Lets the loop go round until the operation is over.
    BatchOperation finished(BatchOperationKey key) {
        for (int i = 0; i < 10'000 && !operation(key).end_date; ++i) wait(0);
        return operation(key);
    }
    std::vector<ProcessInstanceKey> start_many(int count) {
        std::vector<ProcessInstanceKey> keys;
        for (int i = 0; i < count; ++i) keys.push_back(start());
        return keys;
    }
};

const std::string two_jobs = "<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + flows({"s", "a", "b"});

TEST(BatchOperation, CancelsEachAndCounts) {
    BatchDesk desk;
    desk.deploy(process_of(two_jobs));
    auto keys = desk.start_many(250);
    ASSERT_TRUE(desk.engine().execute(CancelProcessInstance{keys.front(), {}}));
    const auto key = desk.begin({BatchOperationType::CancelProcessInstance, keys});
    const auto done = desk.finished(key);
    EXPECT_EQ(done.state, BatchOperationState::Completed);
    EXPECT_EQ(done.total_count, 250);
    EXPECT_EQ(done.completed_count, 250);
    EXPECT_EQ(done.failed_count, 0);
    EXPECT_EQ(desk.instance(keys.back()).state, InstanceState::Terminated);
    const auto items = desk.rows<BatchOperationItem>(Query{}.where_equals("state", BatchOperationItemState::Skipped));
    ASSERT_EQ(items.size(), 1u) << "the one that was over";
    EXPECT_EQ(items.front().process_instance_key, keys.front());
}

TEST(BatchOperation, MovesWhatIsThereAndTellsWhatFailed) {
    BatchDesk desk;
    desk.deploy(process_of(two_jobs));
    const auto keys = desk.start_many(3);
    desk.work("a");  // the first stands at b
    StartBatchOperation command{BatchOperationType::ModifyProcessInstance, keys};
    MoveInstruction move;
    move.source.element_id = "a";
    move.target_element_id = "b";
    command.moves = {move};
    const auto done = desk.finished(desk.begin(command));
    EXPECT_EQ(done.state, BatchOperationState::PartiallyCompleted);
    EXPECT_EQ(done.completed_count, 2);
    EXPECT_EQ(done.failed_count, 1);
    EXPECT_EQ(desk.active(keys[1]), "b");
    const auto failed = desk.rows<BatchOperationItem>(Query{}.where_equals("state", BatchOperationItemState::Failed));
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_NE(failed.front().error_message->find("nothing is active in element 'a'"), std::string::npos) << *failed.front().error_message;
}

TEST(BatchOperation, MigratesSuspendsResumesResolvesAndDeletes) {
    BatchDesk desk;
    desk.deploy(process_of(two_jobs));
    const auto keys = desk.start_many(3);
    desk.deploy(process_of(two_jobs + "<task id=\"new\"/>"));
    const auto target = desk.rows<ProcessDefinition>(Query{}.sorted_by("version", true)).front().key;
    StartBatchOperation migration{BatchOperationType::MigrateProcessInstance, keys};
    migration.migration = MigrationPlan{target, {{"a", "a"}}};
    EXPECT_EQ(desk.finished(desk.begin(migration)).completed_count, 3);
    EXPECT_EQ(desk.instance(keys[2]).process_definition_key, target);

    EXPECT_EQ(desk.finished(desk.begin({BatchOperationType::SuspendProcessInstance, keys})).completed_count, 3);
    EXPECT_TRUE(desk.activate("a").empty());
    EXPECT_EQ(desk.finished(desk.begin({BatchOperationType::ResumeProcessInstance, keys})).completed_count, 3);

    for (const auto& job : desk.activate("a")) ASSERT_TRUE(desk.engine().execute(FailJob{job.job.key, 0, "jam", 0, {}}));
    EXPECT_EQ(desk.incidents().size(), 3u);
    EXPECT_EQ(desk.finished(desk.begin({BatchOperationType::ResolveIncident, keys})).completed_count, 3);
    EXPECT_TRUE(desk.incidents().empty());
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(desk.work("a")) << "each job was given one more try";

    EXPECT_EQ(desk.finished(desk.begin({BatchOperationType::DeleteProcessInstance, keys})).failed_count, 3) << "they still run";
    desk.finished(desk.begin({BatchOperationType::CancelProcessInstance, keys}));
    EXPECT_EQ(desk.finished(desk.begin({BatchOperationType::DeleteProcessInstance, keys})).completed_count, 3);
    EXPECT_TRUE(desk.rows<ProcessInstance>().empty());
}

TEST(BatchOperation, WaitsWhileSuspendedAndGoesOnAfterARestart) {
    BatchDesk desk;
    desk.deploy(process_of(two_jobs));
    const auto keys = desk.start_many(2'000);
    const auto key = desk.begin({BatchOperationType::CancelProcessInstance, keys});
    const auto suspended = desk.engine().execute(ChangeBatchOperation{key, ChangeBatchOperation::Change::Suspend});
    ASSERT_TRUE(suspended) << suspended.error().text;
    const auto before = desk.operation(key).completed_count;
    EXPECT_LT(before, 2'000);
    for (int i = 0; i < 10; ++i) desk.wait(0);
    EXPECT_EQ(desk.operation(key).completed_count, before);
    desk.restart();
    for (int i = 0; i < 10; ++i) desk.wait(0);
    EXPECT_EQ(desk.operation(key).completed_count, before);
    ASSERT_TRUE(desk.engine().execute(ChangeBatchOperation{key, ChangeBatchOperation::Change::Resume}));
    desk.restart();
    const auto done = desk.finished(key);
    EXPECT_EQ(done.state, BatchOperationState::Completed);
    EXPECT_EQ(done.completed_count, 2'000);
    EXPECT_EQ(desk.engine().execute(ChangeBatchOperation{key, ChangeBatchOperation::Change::Cancel}).error().code,
              Rejection::Code::InvalidState);
}

TEST(BatchOperation, GoesOnWhenWhatItIsAboutIsDeletedMeanwhile) {
    BatchDesk desk;
    desk.deploy(process_of(two_jobs));
    const auto keys = desk.start_many(2'000);
    const auto key = desk.begin({BatchOperationType::ResolveIncident, keys});
    ASSERT_TRUE(desk.engine().execute(ChangeBatchOperation{key, ChangeBatchOperation::Change::Suspend}));
    ASSERT_LT(desk.operation(key).completed_count, 2'000);
    ASSERT_TRUE(desk.engine().execute(CancelProcessInstance{keys.back(), {}}));
    ASSERT_TRUE(desk.engine().execute(DeleteProcessInstance{keys.back()}));
    ASSERT_TRUE(desk.engine().execute(ChangeBatchOperation{key, ChangeBatchOperation::Change::Resume}));
    EXPECT_EQ(desk.finished(key).completed_count, 2'000);
    const auto items = desk.rows<BatchOperationItem>(Query{}.where_equals("processInstanceKey", keys.back()));
    ASSERT_EQ(items.size(), 1u) << "what it did is still told";
    EXPECT_EQ(items.front().state, BatchOperationItemState::Skipped);
}

TEST(BatchOperation, LeavesTheRestAloneWhenItIsCanceled) {
    BatchDesk desk;
    desk.deploy(process_of(two_jobs));
    const auto keys = desk.start_many(2'000);
    const auto key = desk.begin({BatchOperationType::CancelProcessInstance, keys});
    ASSERT_TRUE(desk.engine().execute(ChangeBatchOperation{key, ChangeBatchOperation::Change::Cancel}));
    const auto canceled = [&] {
        return find<BatchOperationItem>(desk.engine().reader(), Query{}.where_equals("state", BatchOperationItemState::Canceled)).total;
    };
    for (int i = 0; i < 1'000 && canceled() + desk.operation(key).completed_count < 2'000; ++i) desk.wait(0);
    EXPECT_EQ(desk.operation(key).state, BatchOperationState::Canceled);
    EXPECT_GT(canceled(), 0);
    EXPECT_EQ(desk.instance(keys.back()).state, InstanceState::Active);
}

TEST(BatchOperation, OfNothingIsOverAtOnce) {
    BatchDesk desk;
    const auto key = desk.begin({BatchOperationType::CancelProcessInstance, {}});
    EXPECT_EQ(desk.operation(key).state, BatchOperationState::Completed);
    const Actor clerk = test::actor("hanako");
    EXPECT_EQ(desk.engine().execute(StartBatchOperation{BatchOperationType::CancelProcessInstance, {}}, clerk).error().code,
              Rejection::Code::Forbidden);
    EXPECT_EQ(desk.engine().execute(ChangeBatchOperation{BatchOperationKey{42}, {}}).error().code, Rejection::Code::NotFound);
}

}  // namespace
}  // namespace dandori::test
