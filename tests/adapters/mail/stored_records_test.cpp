#include "adapters/mail/stored_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/memory/memory_store.h"
#include "engine/identity/resting_store.h"

namespace dandori::mail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class RecordsOfRows : public testing::Test {
  protected:
    template <class Row>
    void put(const Row& row) {
        engine::Batch batch;
        batch.put(row);
        store_.commit(batch);
    }
    void put_user(const std::string& name, const std::string& email, std::vector<std::string> groups) {
        engine::User user;
        user.username = name;
        if (!email.empty()) user.email = email;
        engine::put_person(store_, user, groups);
    }
    void put_resource(std::int64_t key, std::int64_t deployment, const std::string& name, const std::string& content) {
        engine::Resource resource;
        resource.key = {key};
        resource.deployment_key = {deployment};
        resource.name = name;
        resource.content.value = content;
        put(resource);
    }
    memory::MemoryStore store_;
    StoredRecords records_{store_};
};

TEST_F(RecordsOfRows, FindTheCaseOfTheNearestMailOfAThread) {
    for (const std::int64_t key : {1, 2, 3}) {
        engine::Mail mail;
        mail.key = {key};
        mail.message_id = "m" + std::to_string(key);
        if (key != 3) mail.process_instance_key = engine::ProcessInstanceKey{key * 10};
        mail.case_number = "INC-" + std::to_string(key);
        put(mail);
    }
    EXPECT_EQ(records_.case_of_mails({"m2", "m1"}), (CaseLink{{20}, "INC-2"}));
    EXPECT_EQ(records_.case_of_mails({"m3", "m1"}), (CaseLink{{10}, "INC-1"}));  // m3 lies in the tray
    EXPECT_EQ(records_.case_of_mails({"m9"}), std::nullopt);
    EXPECT_EQ(records_.case_of_mails({}), std::nullopt);
}

TEST_F(RecordsOfRows, KnowThePartiesOfACase) {
    engine::ProcessInstance instance;
    instance.key = {10};
    instance.business_id = "INC-R08-00001";
    put(instance);
    engine::Variable requester;
    requester.key = {11};
    requester.scope_key = engine::scope_of(instance.key);
    requester.process_instance_key = instance.key;
    requester.name = "requester";
    requester.value = R"({"mail": "Taro@v.jp"})";
    put(requester);
    engine::UserTask task;
    task.key = {12};
    task.process_instance_key = instance.key;
    task.candidate_groups = {"joint_asp/SYS-46.staff"};
    put(task);
    put_user("hayashi", "hayashi@tax.jp", {"joint_asp/SYS-46.staff"});
    put_user("shimizu", "shimizu@jumin.jp", {"joint_asp/SYS-40.staff"});

    const auto link = records_.case_of_number("INC-R08-00001");
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->key, instance.key);
    EXPECT_EQ(records_.case_of_number("INC-R08-00002"), std::nullopt);
    EXPECT_TRUE(records_.is_party_of(*link, "taro@v.jp"));
    EXPECT_TRUE(records_.is_party_of(*link, "HAYASHI@tax.jp"));
    EXPECT_FALSE(records_.is_party_of(*link, "shimizu@jumin.jp"));
    EXPECT_FALSE(records_.is_party_of(*link, "evil@x.jp"));
    EXPECT_FALSE(records_.is_party_of(*link, ""));
    EXPECT_EQ(records_.party_of("hayashi@tax.jp"), "joint_asp/SYS-46");
    EXPECT_EQ(records_.party_of("evil@x.jp"), std::nullopt);
}

TEST_F(RecordsOfRows, FindAddresses) {
    put_user("a", "a@x.jp", {"iom.operator", "iom.oncall"});
    put_user("b", "", {"iom.operator"});
    put_user("c", "c@x.jp", {"iom.leader"});
    EXPECT_THAT(records_.addresses_of_group("iom.operator"), ElementsAre("a@x.jp"));
    EXPECT_THAT(records_.addresses_of_group("nobody"), IsEmpty());
    EXPECT_EQ(records_.address_of_user("c"), "c@x.jp");
    EXPECT_EQ(records_.address_of_user("b"), std::nullopt);
    EXPECT_EQ(records_.address_of_user("d"), std::nullopt);
}

TEST_F(RecordsOfRows, TakeTheNewestTemplate) {
    put_resource(1, 100, "mails/ML-a-x.ja.txt", "Subject: old\n\n");
    put_resource(2, 100, "mails/ML-a-x.ja.html", "<p>old</p>");
    EXPECT_EQ(records_.template_of("ML-a-x")->html, "<p>old</p>");
    put_resource(3, 200, "incident/mails/ML-a-x.ja.txt", "Subject: new\n\n");
    put_resource(4, 300, "mails/OTHER-ML-a-x.ja.txt", "Subject: other\n\n");
    EXPECT_EQ(records_.template_of("ML-a-x")->subject, "new");
    EXPECT_EQ(records_.template_of("ML-a-x")->html, std::nullopt);
    EXPECT_EQ(records_.template_of("ML-none").error().text,
              "Mail template 'ML-none' is not deployed; a file mails/ML-none.ja.txt is needed.");
    EXPECT_EQ(records_.template_of("../x*").error().text, "'../x*' is no id of a mail template.");
}

TEST_F(RecordsOfRows, RememberAutomaticAnswers) {
    engine::Mail answer;
    answer.key = {1};
    answer.direction = engine::MailDirection::Out;
    answer.message_id = "reply.1";
    answer.recipients = {"a@x.jp"};
    answer.in_reply_to = "m1";
    answer.references = {"m0", "m1"};
    answer.process_instance_key = engine::ProcessInstanceKey{10};
    answer.created_at = {1000};
    put(answer);
    auto first = answer;  // the mail that the thread began with
    first.key = {2};
    first.direction = engine::MailDirection::In;
    first.message_id = "m0";
    first.in_reply_to.reset();
    first.references.clear();
    put(first);
    EXPECT_TRUE(records_.was_answered("a@x.jp", {10}, "m9", {500}));
    EXPECT_TRUE(records_.was_answered("a@x.jp", {99}, "m0", {500}));
    EXPECT_FALSE(records_.was_answered("a@x.jp", {99}, "m9", {500}));
    EXPECT_FALSE(records_.was_answered("b@x.jp", {10}, "m1", {500}));
    EXPECT_FALSE(records_.was_answered("a@x.jp", {10}, "m1", {1000}));
    EXPECT_THAT(records_.references_of("reply.1"), ElementsAre("m0", "m1"));
    EXPECT_THAT(records_.references_of("none"), IsEmpty());
}

}  // namespace
}  // namespace dandori::mail
