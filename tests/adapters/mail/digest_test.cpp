#include "adapters/mail/digest.h"

#include <gtest/gtest.h>

#include "adapters/mail/stored_records.h"
#include "adapters/memory/memory_store.h"
#include "engine/identity/resting_store.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/plain_expressions.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using Texts = std::vector<std::string>;

/// Thursday, 2 April 2026, 8:30 in Tokyo.
const Instant morning = *instant_from_iso8601("2026-04-02T08:30:00+09:00");

class DigestOfRows : public testing::Test {
  protected:
    DigestOfRows() {
        engine::Resource wording;
        wording.key = {1};
        wording.name = "mails/ML-digest-tasks.ja.txt";
        wording.content.value = "Subject: {{= overdueCount }}+{{= dueTodayCount }}\n\n{{= name }} {{= today }} {{= tasksUrl }}\n{{= overdue }}\n{{= dueToday }}\n";
        put(wording);
        person("suzuki", "suzuki@iom.jp", {"iom.operator"});
        person("sato", "sato@iom.jp", {"iom.operator", "iom.leader"});
        person("mori", "mori@helpdesk.jp", {"iom.operator", "digest.none"});
        person("kato", "", {"iom.operator"});
        engine::ProcessInstance instance;
        instance.key = {50};
        instance.business_id = "INC-R08-00001";
        put(instance);
        engine::Variable title;
        title.key = {51};
        title.process_instance_key = instance.key;
        title.scope_key = engine::scope_of(instance.key);
        title.name = "title";
        title.value = "\"障害\"";
        put(title);
    }
    template <class Row>
    void put(const Row& row) {
        engine::Batch batch;
        batch.put(row);
        store_.commit(batch);
    }
    void person(const std::string& name, const std::string& email, const Texts& groups) {
        engine::User user;
        user.username = name;
        user.name = name + "さん";
        if (!email.empty()) user.email = email;
        engine::put_person(store_, user, groups);
    }
    void task(std::int64_t key, const std::string& due, const Texts& groups, const std::string& assignee = "",
              engine::UserTaskState state = engine::UserTaskState::Created) {
        engine::UserTask row;
        row.key = {key};
        row.name = "A" + std::to_string(key);
        row.state = state;
        row.process_instance_key = {50};
        row.candidate_groups = groups;
        if (!assignee.empty()) row.assignee = assignee;
        if (!due.empty()) row.due_date = instant_from_iso8601(due);
        put(row);
    }
    Result<std::vector<engine::Mail>> digest(const json::object& headers = {{"template", "ML-digest-tasks"}, {"except", "digest.none"}}) {
        engine::ActivatedJob activated;
        activated.job.key = {7};
        activated.job.process_instance_key = {70};
        activated.job.custom_headers.text = json::serialize(headers);
        activated.variables.text = "{}";
        SendingSettings settings;
        settings.case_url_prefix = "https://desk/cases/";
        StoredRecords records(store_);
        return mails_of_digest(activated, store_, records, settings, test::evaluate_plainly, morning);
    }
    memory::MemoryStore store_;
};

TEST_F(DigestOfRows, TellsEachPersonWhatIsDueByTheEndOfTheDay) {
    task(11, "2026-04-01T17:00:00+09:00", {"iom.operator"});
    task(12, "2026-04-02T23:59:00+09:00", {}, "sato");
    task(13, "2026-04-03T00:00:00+09:00", {"iom.operator"});  // tomorrow
    task(14, "2026-04-01T17:00:00+09:00", {"ward_is.staff"});
    task(15, "2026-04-01T17:00:00+09:00", {"iom.operator"}, "suzuki", engine::UserTaskState::Completed);
    task(16, "", {"iom.operator"});
    const auto mails = digest();
    ASSERT_TRUE(mails) << mails.error().text;
    ASSERT_EQ(mails->size(), 2u);
    const auto& sato = mails->at(0);
    EXPECT_EQ(sato.recipients, (Texts{"sato@iom.jp"}));
    EXPECT_EQ(sato.subject, "1+1");
    EXPECT_NE(sato.text.find("satoさん 2026年4月2日（木） https://desk/"), std::string::npos) << sato.text;
    for (const std::string words : {"A11", "A12", "INC-R08-00001", "障害", "2026年4月1日（水）17:00", "https://desk/cases/INC-R08-00001"})
        EXPECT_NE(sato.text.find(words), std::string::npos) << words << " in " << sato.text;
    const auto& suzuki = mails->at(1);
    EXPECT_EQ(suzuki.subject, "1+0");
    EXPECT_EQ(suzuki.text.find("A12"), std::string::npos);
    EXPECT_NE(sato.message_id, suzuki.message_id);
    EXPECT_EQ(digest()->at(0).message_id, sato.message_id);
}

TEST_F(DigestOfRows, LeavesOutWhatIsOnHoldUntilALaterDay) {
    for (const std::string until : {"2026-04-03T09:00:00+09:00", "2026-04-02T08:30:00+09:00", ""}) {
        task(11, "2026-04-01T17:00:00+09:00", {}, "sato");
        auto row = *engine::get<engine::UserTask>(store_, engine::UserTaskKey{11});
        row.held_by = "sato";
        if (!until.empty()) row.held_until = instant_from_iso8601(until);
        put(row);
        const auto mails = digest();
        ASSERT_TRUE(mails);
        EXPECT_EQ(mails->size(), until.starts_with("2026-04-03") ? 0u : 1u) << until;
    }
}

TEST_F(DigestOfRows, WhatSomebodyHasTakenIsTheirs) {
    task(11, "2026-04-01T17:00:00+09:00", {"iom.operator"}, "suzuki");
    const auto mails = digest();
    ASSERT_TRUE(mails);
    ASSERT_EQ(mails->size(), 1u);
    EXPECT_EQ(mails->at(0).recipients, (Texts{"suzuki@iom.jp"}));
}

TEST_F(DigestOfRows, SomeWantNone) {
    task(11, "2026-04-01T17:00:00+09:00", {"iom.operator"});
    EXPECT_EQ(digest()->size(), 2u);
    EXPECT_EQ(digest({{"template", "ML-digest-tasks"}})->size(), 3u);
    EXPECT_EQ(digest({{"template", "ML-digest-tasks"}, {"except", "iom.operator"}})->size(), 0u);
}

TEST_F(DigestOfRows, ManyTasksAreCounted) {
    for (std::int64_t key = 100; key < 300; ++key) task(key, "2026-04-01T17:00:00+09:00", {"iom.leader"});
    const auto mails = digest();
    ASSERT_TRUE(mails);
    ASSERT_EQ(mails->size(), 1u);
    EXPECT_EQ(mails->at(0).subject, "200+0");
}

TEST_F(DigestOfRows, SaysWhatItNeeds) {
    const auto fault_of = [&](const json::object& headers) {
        const auto mails = digest(headers);
        return mails ? "none" : mails.error().text;
    };
    EXPECT_EQ(fault_of({}), "Header 'template' of the task: the id of a mail template is needed.");
    EXPECT_NE(fault_of({{"template", "ML-other"}}).find("ML-other"), std::string::npos);
    EXPECT_EQ(fault_of({{"template", "ML-digest-tasks"}, {"except", "=except.groups"}}), "none");  // a text, as test expressions are
}

/// The engine's side of the worker: all mails go with the end of the job.
TEST_F(DigestOfRows, IsOneCommand) {
    task(11, "2026-04-01T17:00:00+09:00", {"iom.operator"});
    test::HandMovedClock clock;
    clock.set(morning);
    std::vector<engine::CompleteJob> completed;
    std::vector<engine::FailJob> failed;
    EngineAccess access;
    access.reader = &store_;
    access.clock = &clock;
    access.complete_job = [&](engine::CompleteJob command, const auto& answered) {
        completed.push_back(std::move(command));
        answered(engine::Done{});
    };
    access.fail_job = [&](engine::FailJob command) {
        failed.push_back(std::move(command));
        return engine::Outcome<engine::Done>(engine::Done{});
    };
    StoredRecords records(store_);
    engine::ActivatedJob activated;
    activated.job.key = {7};
    activated.variables.text = "{}";
    activated.job.custom_headers.text = R"({"template": "ML-digest-tasks", "except": "digest.none"})";
    work_digest(activated, access, records, {}, test::evaluate_plainly, [](const std::string&) {});
    activated.job.custom_headers.text = "{}";
    work_digest(activated, access, records, {}, test::evaluate_plainly, [](const std::string&) {});
    ASSERT_EQ(completed.size(), 1u);
    EXPECT_EQ(completed[0].mails.size(), 2u);
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0].retries, 0);
}

}  // namespace
}  // namespace dandori::mail
