#include "adapters/rest/rights.h"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.h"
#include "engine/port/store.h"

namespace dandori::rest {
namespace {

using engine::Actor;

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

TEST_F(RightsTest, NobodyAndAdministratorsSeeEverything) {
    for (const auto& actor : {std::optional<Actor>{}, std::optional<Actor>{{"root", {}, true}}}) {
        EXPECT_TRUE(may_do_everything({actor}));
        EXPECT_TRUE(may_work({actor}));
        EXPECT_EQ(seen<engine::ProcessInstance>({actor}), "1234");
        EXPECT_EQ(seen<engine::UserTask>({actor}), "1234");
        EXPECT_EQ(seen<engine::Variable>({actor}), "1234");
        EXPECT_EQ(seen<engine::Job>({actor}), "1234");
    }
}

TEST_F(RightsTest, APersonSeesWhatConcernsThem) {
    const Actor sato{"sato", {}, false};
    EXPECT_FALSE(may_do_everything({sato}));
    EXPECT_EQ(seen<engine::ProcessInstance>({sato}), "1");
    EXPECT_EQ(seen<engine::Variable>({sato}), "1");
    EXPECT_EQ(seen<engine::UserTask>({sato}), "");
    const Actor ito{"ito", {"ward.chief"}, false};
    EXPECT_EQ(seen<engine::ProcessInstance>({ito}), "23");
    EXPECT_EQ(seen<engine::Variable>({ito}), "23");
    EXPECT_EQ(seen<engine::UserTask>({ito}), "23");
    EXPECT_EQ(seen<engine::Job>({ito}), "");
}

TEST_F(RightsTest, TheDeskSeesWhatBelongsToInstances) {
    const http::Caller ota{Actor{"ota", {"desk"}}, true};
    EXPECT_TRUE(may_operate(ota));
    EXPECT_FALSE(may_do_everything(ota));
    EXPECT_FALSE(may_work(ota));
    EXPECT_EQ(seen<engine::ProcessInstance>(ota), "1234");
    EXPECT_EQ(seen<engine::UserTask>(ota), "1234");
    EXPECT_EQ(seen<engine::Variable>(ota), "1234");
    EXPECT_EQ(seen<engine::Job>(ota), "1234");
    EXPECT_FALSE(may_operate({Actor{"ito", {}}}));
}

TEST_F(RightsTest, WorkersSeeJobsAndNoMore) {
    const Actor worker{"robot", {"workers"}, false};
    EXPECT_TRUE(may_work({worker}));
    EXPECT_FALSE(may_do_everything({worker}));
    EXPECT_EQ(seen<engine::Job>({worker}), "1234");
    EXPECT_EQ(seen<engine::ProcessInstance>({worker}), "");
}

}  // namespace
}  // namespace dandori::rest
