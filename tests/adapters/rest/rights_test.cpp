#include "adapters/rest/rights.h"

#include <gtest/gtest.h>

#include <array>

#include "adapters/memory/memory_store.h"
#include "engine/port/store.h"
#include "tests/support/actors.h"

namespace dandori::rest {
namespace {

using engine::Actor;
using engine::Permission;
using engine::ResourceType;

/// Instance 1 was started by sato, in instance 2 ito has a task, in instance 3 the group ward.chief, in 4 nobody.
class RightsTest : public testing::Test {
  protected:
    RightsTest() {
        engine::Batch batch;
        for (int i = 1; i <= 4; ++i) {
            instances_[i].key = {i};
            tasks_[i].key = {10 + i};
            tasks_[i].process_instance_key = {i};
            variables_[i].key = {20 + i};
            variables_[i].process_instance_key = {i};
            jobs_[i].key = {30 + i};
            jobs_[i].process_instance_key = {i};
        }
        instances_[1].started_by = "sato";
        instances_[3].tenant_id = "red";
        instances_[4].process_definition_id = jobs_[4].process_definition_id = "leave";
        tasks_[2].assignee = "ito";
        tasks_[3].candidate_groups = {"other", "ward.chief"};
        for (int i = 1; i <= 4; ++i) {
            batch.put(instances_[i]);
            batch.put(tasks_[i]);
            batch.put(variables_[i]);
            batch.put(jobs_[i]);
        }
        store_.commit(batch);
    }

    template <class Row>
    std::string seen(const http::Caller& caller) {
        engine::Query query;
        limit_to_own(query, Row::table, caller);
        std::string text;
        for (const auto& row : engine::find<Row>(store_.reader(), query).rows)
            text += std::to_string(row.key.value % 10);
        return text;
    }

  private:
    memory::MemoryStore store_;
    engine::ProcessInstance instances_[5];
    engine::UserTask tasks_[5];
    engine::Variable variables_[5];
    engine::Job jobs_[5];
};

TEST_F(RightsTest, NobodyInParticularAndAdministratorsSeeEverything) {
    for (const auto& actor : {std::optional<Actor>{}, std::optional<Actor>{test::administrator()}}) {
        EXPECT_EQ(seen<engine::ProcessInstance>({actor}), "1234");
        EXPECT_EQ(seen<engine::UserTask>({actor}), "1234");
        EXPECT_EQ(seen<engine::Variable>({actor}), "1234");
        EXPECT_EQ(seen<engine::Job>({actor}), "1234");
    }
}

TEST_F(RightsTest, APersonSeesWhatConcernsThem) {
    const http::Caller sato{test::actor("sato")};
    EXPECT_EQ(seen<engine::ProcessInstance>(sato), "1");
    EXPECT_EQ(seen<engine::Variable>(sato), "1");
    EXPECT_EQ(seen<engine::UserTask>(sato), "");
    const http::Caller ito{test::actor("ito", {"ward.chief"})};
    EXPECT_EQ(seen<engine::ProcessInstance>(ito), "23");
    EXPECT_EQ(seen<engine::Variable>(ito), "23");
    EXPECT_EQ(seen<engine::UserTask>(ito), "23");
    EXPECT_EQ(seen<engine::Job>(ito), "23") << "of the instances with a task of theirs";
}

TEST_F(RightsTest, TheDeskSeesWhatBelongsToInstances) {
    const http::Caller ota{test::actor("ota", {"iom.operator"})};
    EXPECT_EQ(seen<engine::ProcessInstance>(ota), "1234");
    EXPECT_EQ(seen<engine::UserTask>(ota), "1234");
    EXPECT_EQ(seen<engine::Variable>(ota), "1234");
    EXPECT_EQ(seen<engine::Job>(ota), "1234");
    EXPECT_TRUE(is_let_in(may_resolve, ota));
    EXPECT_FALSE(is_let_in(who_may(ResourceType::ProcessDefinition, Permission::UpdateProcessInstance), ota));
    EXPECT_FALSE(is_let_in(may_resolve, {test::actor("ito")}));
}

TEST_F(RightsTest, WorkersSeeInstancesAndJobsButNoTasks) {
    const http::Caller worker{test::actor("robot", {"workers"})};
    EXPECT_TRUE(is_let_in(who_may(ResourceType::ProcessDefinition, Permission::UpdateProcessInstance), worker));
    EXPECT_EQ(seen<engine::Job>(worker), "1234");
    EXPECT_EQ(seen<engine::UserTask>(worker), "");
}

TEST_F(RightsTest, AnAuthorizationByIdGivesThatProcessOnly) {
    engine::Authorization leave;
    leave.resource_type = ResourceType::ProcessDefinition;
    leave.resource_id = "leave";
    leave.permissions = {"READ_PROCESS_INSTANCE"};
    Actor actor;
    actor.username = "a";
    actor.grants = engine::Grants(std::array{leave});
    EXPECT_EQ(seen<engine::ProcessInstance>({actor}), "4");
    EXPECT_EQ(seen<engine::Variable>({actor}), "4");
    EXPECT_EQ(seen<engine::Job>({actor}), "4");
    EXPECT_EQ(seen<engine::UserTask>({actor}), "");
}

TEST_F(RightsTest, WithTenantsOnlyTheirRowsAreSeen) {
    Actor actor = test::administrator();
    actor.tenants = std::vector<std::string>{"red"};
    EXPECT_EQ(seen<engine::ProcessInstance>({actor}), "3");
    actor.tenants = std::vector<std::string>{"red", "<default>"};
    EXPECT_EQ(seen<engine::ProcessInstance>({actor}), "1234");
    actor.tenants->clear();
    EXPECT_EQ(seen<engine::ProcessInstance>({actor}), "");
}

}  // namespace
}  // namespace dandori::rest
