#include "adapters/mail/mail_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/mail/stored_records.h"
#include "adapters/memory/memory_store.h"
#include "tests/support/actors.h"
#include "tests/support/plain_expressions.h"
#include "tests/support/hand_moved_clock.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using engine::MailState;

class Api : public testing::Test {
  protected:
    Api() {
        access_.reader = &store_;
        access_.clock = &clock_;
        access_.take_mail = [this](engine::TakeMail command) -> engine::Outcome<engine::TakeMail::Answer> {
            if (rejection_) return tl::unexpected(*rejection_);
            command.mail.key = {9};
            return engine::TakeMail::Answer{command.mail, is_known_};
        };
        access_.assign_mail = [this](
                                  engine::AssignMail command,
                                  std::optional<engine::Actor> actor) -> engine::Outcome<engine::AssignMail::Answer> {
            if (rejection_) return tl::unexpected(*rejection_);
            assigned_ = command;
            actor_ = actor;
            auto mail = *engine::get<engine::Mail>(store_, command.key);
            mail.process_instance_key = command.process_instance_key.value_or(engine::ProcessInstanceKey{77});
            mail.case_number = "INC-R08-00009";
            return engine::AssignMail::Answer{mail};
        };
        service_ = std::make_unique<IntakeService>(access_, std::make_unique<StoredRecords>(store_),
                                                   DANDORI_SOURCE_DIR "/processes/intake/rules.json",
                                                   test::evaluate_plainly, [](const std::string&) {});
        api_ = std::make_unique<MailApi>(access_, *service_, records_, test::evaluate_plainly, "https://desk/cases/");
        put_mail(1, MailState::Tray, {});
        put_mail(2, MailState::Taken, engine::ProcessInstanceKey{50});
        engine::ProcessInstance instance;
        instance.key = {50};
        instance.business_id = "INC-R08-00001";
        put(instance);
    }
    template <class Row>
    void put(const Row& row) {
        engine::Batch batch;
        batch.put(row);
        store_.commit(batch);
    }
    void put_mail(std::int64_t key, MailState state, std::optional<engine::ProcessInstanceKey> instance) {
        engine::Mail mail;
        mail.key = {key};
        mail.state = state;
        mail.message_id = "m" + std::to_string(key) + "@x.jp";
        mail.sender = "a@x.jp";
        mail.recipients = {"incident@desk.example.jp"};
        mail.subject = "件名";
        mail.text = "本文";
        mail.raw.value = "Message-ID: <" + mail.message_id +
                         ">\nFrom: a@x.jp\nSubject: =subject\nContent-Type: multipart/mixed; boundary=x\n\n"
                         "--x\n\ntext\n--x\nContent-Type: image/png; name=p.png\n\nxyz\n--x--\n";
        mail.process_instance_key = instance;
        if (instance)
            mail.case_number = "INC-R08-00001";
        else
            mail.reason = "no_rule";
        put(mail);
    }
    static json::object object_of(const ApiAnswer& answer) { return json::parse(answer.body).as_object(); }
    static Visitor desk() { return {dandori::test::actor("tanto", {"iom.operator"}), {}}; }
    static Visitor vendor(std::int64_t sees) {
        return {dandori::test::actor("hayashi", {"joint_asp/SYS-46.staff"}),
                [sees](engine::ProcessInstanceKey key) { return key.value == sees; }};
    }

    memory::MemoryStore store_;
    StoredRecords records_{store_};
    test::HandMovedClock clock_;
    EngineAccess access_;
    std::unique_ptr<IntakeService> service_;
    std::unique_ptr<MailApi> api_;
    std::optional<engine::Rejection> rejection_;
    bool is_known_ = false;
    std::optional<engine::AssignMail> assigned_;
    std::optional<engine::Actor> actor_;
};

TEST_F(Api, ShowsWhatATemplateComesTo) {
    const auto made = api_->preview(R"({"text": "Subject: [{{= caseNo }}] x\nImportance: high\n\n{{= caseUrl }}\n{{= title }}\n{{= fail() }}\n",
                                        "variables": {"caseNo": "INC-1", "title": null}})", desk());
    ASSERT_EQ(made.status, 200) << made.body;
    const auto mail = object_of(made);
    EXPECT_EQ(mail.at("subject"), "[INC-1] x");
    EXPECT_EQ(mail.at("text"), "https://desk/cases/INC-1\n（エラー）\n");
    EXPECT_EQ(mail.at("isImportant"), true);
    EXPECT_EQ(mail.at("emptyPlaceholders"), json::array{"title"});
    EXPECT_EQ(mail.at("faults"), json::array{"fail(): It was asked to fail."});
    EXPECT_NE(std::string(mail.at("html").as_string()).find("https://desk/cases/INC-1"), std::string::npos);

    engine::Resource resource;
    resource.key = {1};
    resource.name = "mails/ML-x.ja.txt";
    resource.content.value = "Subject: deployed\n\nwords\n";
    put(resource);
    EXPECT_EQ(object_of(api_->preview(R"({"template": "ML-x"})", desk())).at("subject"), "deployed");
    EXPECT_EQ(api_->preview(R"({"template": "ML-y"})", desk()).status, 404);
}

TEST_F(Api, ShowsNoTemplateThatIsNone) {
    for (const std::string body : {"{", "{}", R"({"text": 1})", R"({"text": "no subject\n\nx"})", R"({"text": "Subject: {{= a\n\nx"})",
                                   R"({"text": "Subject: s\n\n", "variables": []})", R"({"text": "Subject: s\n\n", "to": "a@b.jp"})"})
        EXPECT_EQ(api_->preview(body, desk()).status, 400) << body;
    EXPECT_EQ(api_->preview(R"({"text": "Subject: s\n\n"})", vendor(50)).status, 403);
}

TEST_F(Api, TakesAMail) {
    const auto taken = api_->post("Message-ID: <n@x>\nFrom: a@b.jp\n\nx", {});
    EXPECT_EQ(taken.status, 201);
    EXPECT_EQ(object_of(taken).at("mailKey"), "9");
    EXPECT_EQ(object_of(taken).at("reason"), "no_rule");
    is_known_ = true;
    EXPECT_EQ(api_->post("Message-ID: <n@x>\nFrom: a@b.jp\n\nx", {}).status, 200);
    EXPECT_EQ(api_->post("", {}).status, 400);
    rejection_ = engine::Rejection{engine::Rejection::Code::ResourceExhausted, "busy"};
    const auto busy = api_->post("From: a@b.jp\n\nx", {});
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.content_type, "application/problem+json");
    EXPECT_EQ(object_of(busy).at("detail"), "busy");
}

TEST_F(Api, SearchesNewestFirst) {
    const auto all = object_of(api_->search("{}", desk()));
    EXPECT_EQ(all.at("page").at("totalItems"), 2);
    EXPECT_EQ(all.at("items").at(0).at("mailKey"), "2");
    const auto tray =
        object_of(api_->search(R"({"filter": {"state": "TRAY", "caseNo": null}, "page": {"limit": 1}})", desk()));
    ASSERT_EQ(tray.at("items").as_array().size(), 1U);
    EXPECT_EQ(tray.at("items").at(0), (json::value{{"mailKey", "1"},
                                                   {"direction", "IN"},
                                                   {"state", "TRAY"},
                                                   {"from", "a@x.jp"},
                                                   {"to", json::array{"incident@desk.example.jp"}},
                                                   {"subject", "件名"},
                                                   {"date", "1970-01-01T00:00:00.000Z"},
                                                   {"caseNo", nullptr},
                                                   {"processInstanceKey", nullptr},
                                                   {"messageId", "m1@x.jp"},
                                                   {"failure", nullptr}}));
}

TEST_F(Api, RefusesSearchesItDoesNotUnderstand) {
    for (const char* body :
         {"[", "[]", R"({"filter": {"state": "GONE"}})", R"({"filter": {"raw": "x"}})", R"({"filter": {"caseNo": 3}})",
          R"({"filter": {"processInstanceKey": "x"}})", R"({"page": {"limit": 0}})", R"({"page": {"limit": 201}})",
          R"({"filter": [null]})", R"({"page": 1})", R"({"page": {"size": 1}})", R"({"filters": {}})"}) {
        EXPECT_EQ(api_->search(body, desk()).status, 400) << body;
    }
}

TEST_F(Api, ShowsAMail) {
    const auto mail = object_of(api_->get({1}, desk()));
    EXPECT_EQ(mail.at("text"), "本文");
    EXPECT_EQ(mail.at("reason"), "no_rule");
    EXPECT_EQ(mail.at("attachments"), (json::array{{{"name", "p.png"}, {"type", "image/png"}, {"size", 3}}}));
    EXPECT_EQ(api_->get({3}, desk()).status, 404);
    const auto raw = api_->raw({1}, desk());
    EXPECT_EQ(raw.content_type, "message/rfc822");
    EXPECT_EQ(raw.file_name, "1.eml");
    EXPECT_TRUE(raw.body.starts_with("Message-ID: <m1@x.jp>"));
}

TEST_F(Api, ShowsTheTrayOnlyToTheDeskAndACaseToItsPeople) {
    EXPECT_EQ(api_->search("{}", vendor(50)).status, 403);
    EXPECT_EQ(api_->search(R"({"filter": {"caseNo": "INC-R08-00001"}})", vendor(50)).status, 200);
    EXPECT_EQ(api_->search(R"({"filter": {"processInstanceKey": "50"}})", vendor(50)).status, 200);
    EXPECT_EQ(api_->search(R"({"filter": {"caseNo": "INC-R08-00001"}})", vendor(51)).status, 403);
    EXPECT_EQ(api_->get({2}, vendor(50)).status, 200);
    EXPECT_EQ(api_->get({2}, vendor(51)).status, 404);
    EXPECT_EQ(api_->get({1}, vendor(50)).status, 404);
    EXPECT_EQ(api_->raw({1}, vendor(50)).status, 404);
    EXPECT_EQ(api_->assign({1}, R"({"caseNo": "INC-R08-00001"})", vendor(50)).status, 403);
    EXPECT_EQ(api_->start({1}, R"({"processDefinitionId": "incident"})", vendor(50)).status, 403);
}

TEST_F(Api, GivesAMailOfTheTrayToACase) {
    EXPECT_EQ(api_->assign({1}, R"({"caseNo": "INC-R08-00001"})", desk()).status, 204);
    ASSERT_TRUE(assigned_.has_value());
    EXPECT_EQ(assigned_->process_instance_key, engine::ProcessInstanceKey{50});
    EXPECT_EQ(actor_->username, "tanto");
    EXPECT_EQ(api_->assign({1}, R"({"caseNo": "INC-R08-99999"})", desk()).status, 404);
    EXPECT_EQ(api_->assign({1}, "{}", desk()).status, 400);
    rejection_ = engine::Rejection{engine::Rejection::Code::InvalidState, "taken"};
    EXPECT_EQ(api_->assign({1}, R"({"caseNo": "INC-R08-00001"})", desk()).status, 409);
}

TEST_F(Api, LetsAMailOfTheTrayStartAProcess) {
    for (const auto& [key, name] : {std::pair{61, "alert"}, std::pair{62, "incident-report"}}) {
        engine::MessageSubscription start;
        start.key = {key};
        start.process_definition_id = "incident";
        start.message_name = name;
        put(start);
    }
    const auto started = api_->start({1}, R"({"processDefinitionId": "incident"})", desk());
    EXPECT_EQ(started.status, 201);
    EXPECT_EQ(object_of(started), (json::object{{"caseNo", "INC-R08-00009"}, {"processInstanceKey", "77"}}));
    ASSERT_TRUE(assigned_ && assigned_->publish);
    EXPECT_EQ(assigned_->publish->name, "incident-report");  // not alert: that is for monitoring
    EXPECT_EQ(assigned_->publish->correlation_key, "m1@x.jp");
    EXPECT_EQ(json::parse(assigned_->publish->variables.text).at("title"), "=subject");  // a text, not an expression
    EXPECT_EQ(api_->start({1}, R"({"processDefinitionId": "other"})", desk()).status, 400);
    EXPECT_EQ(api_->start({2}, R"({"processDefinitionId": "incident"})", desk()).status, 409);
    EXPECT_EQ(api_->start({3}, R"({"processDefinitionId": "incident"})", desk()).status, 404);
}

}  // namespace
}  // namespace dandori::mail
