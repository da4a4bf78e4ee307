#include "adapters/mail/send_task.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "adapters/mail/message.h"
#include "adapters/mail/send_worker.h"
#include "tests/support/plain_expressions.h"
#include "tests/support/hand_moved_clock.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::IsEmpty;

class KnownRecords : public SendingRecords {
  public:
    Result<MailTemplate> template_of(const std::string& id) override {
        if (id != "ML-a-received")
            return fail(Failure::Kind::ResourceNotFound, "Mail template '" + id + "' is not deployed.");
        return read_template(id, "Subject: [{{= caseNo }}] 受付しました: {{= title }}\n\n{{= caseUrl }}\n");
    }
    std::vector<std::string> addresses_of_group(const std::string& group) override { return groups[group]; }
    std::optional<std::string> address_of_user(const std::string& username) override {
        return username == "suzuki" ? std::optional<std::string>("suzuki@iom.jp") : std::nullopt;
    }
    std::vector<std::string> references_of(const std::string&) override { return {"r0@x.jp"}; }
    bool was_answered(const std::string& address, engine::ProcessInstanceKey, const std::string&,
                      Instant since) override {
        asked_since = since;
        return address == answered;
    }
    std::map<std::string, std::vector<std::string>> groups{{"iom.operator", {"a@iom.jp", "b@iom.jp"}}};
    std::string answered;
    Instant asked_since;
};

engine::ActivatedJob job(const json::object& headers, json::object variables = {}) {
    engine::ActivatedJob activated;
    activated.job.key = {7};
    activated.job.element_id = "A12_Acknowledge";
    activated.job.process_instance_key = {5};
    activated.job.custom_headers.text = json::serialize(headers);
    variables["caseNo"] = "INC-R08-00001";
    variables["title"] = "障害";
    activated.variables.text = json::serialize(variables);
    return activated;
}

class SendTask : public testing::Test {
  protected:
    Result<JobMail> make(const json::object& headers, const json::object& variables = {}) {
        return mail_of_job(job(headers, variables), records_, {}, test::evaluate_plainly, Instant{10'000'000});
    }
    std::string fault_of(const json::object& headers, const json::object& variables = {}) {
        const auto made = make(headers, variables);
        return made ? "none" : made.error().text;
    }
    KnownRecords records_;
};

TEST_F(SendTask, PutsATimeIntoTheCalendarOfItsReaders) {
    const json::value event{{"from", "2026-04-20T19:00:00+09:00"}, {"to", "2026-04-20T21:00:00+09:00"}, {"summary", "s"}};
    const auto made = make({{"template", "ML-a-received"}, {"to", "a@x.jp"}, {"calendarEvent", "=event"}}, {{"event", event}});
    ASSERT_TRUE(made && made->mail) << made.error().text;
    const auto whole = read_message(made->mail->raw.value);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->message_id, made->mail->message_id);
    EXPECT_EQ(whole->subject, made->mail->subject);
    ASSERT_EQ(whole->attachments.size(), 2u);
    EXPECT_EQ(whole->attachments[1].name, "INC-R08-00001.ics");
    EXPECT_EQ(make({{"template", "ML-a-received"}, {"to", "a@x.jp"}, {"calendarEvent", "=event"}}, {{"event", nullptr}})->mail->raw.value, "");
    EXPECT_EQ(fault_of({{"template", "ML-a-received"}, {"to", "a@x.jp"}, {"calendarEvent", "=event"}}, {{"event", json::object()}}),
              "Header 'calendarEvent' of the task: 'from' is ''; a date with a time and an offset is needed.");
}

TEST_F(SendTask, MakesTheMailOfItsTemplate) {
    const auto made = make({{"template", "ML-a-received"}, {"to", "=requester.mail"}, {"cc", "user:suzuki"}},
                           {{"requester", {{"mail", "taro@v.jp"}}}});
    ASSERT_TRUE(made && made->mail);
    const auto& mail = *made->mail;
    EXPECT_THAT(mail.recipients, ElementsAre("taro@v.jp"));
    EXPECT_THAT(mail.cc, ElementsAre("suzuki@iom.jp"));
    EXPECT_EQ(mail.subject, "[INC-R08-00001] 受付しました: 障害");
    EXPECT_EQ(mail.text, "http://localhost:8080/cases/INC-R08-00001\n");
    EXPECT_EQ(mail.message_id, "job.7@desk.example.jp");
    EXPECT_EQ(mail.template_id, "ML-a-received");
    EXPECT_EQ(mail.case_number, "INC-R08-00001");
    EXPECT_EQ(mail.in_reply_to, std::nullopt);
}

TEST_F(SendTask, WritesToEachAddressOnce) {
    const auto made = make({{"template", "ML-a-received"}, {"to", "=who"}},
                           {{"who",
                             {"group:iom.operator", nullptr, "", "A@iom.jp, c@x.jp",
                              json::array{"user:suzuki", "user:nobody"}, "group:empty"}}});
    ASSERT_TRUE(made && made->mail);
    EXPECT_THAT(made->mail->recipients, ElementsAre("a@iom.jp", "b@iom.jp", "c@x.jp", "suzuki@iom.jp"));
    const auto copied = make({{"template", "ML-a-received"}, {"to", "A@iom.jp"}, {"cc", "group:iom.operator"}});
    ASSERT_TRUE(copied && copied->mail);
    EXPECT_THAT(copied->mail->cc, ElementsAre("b@iom.jp"));
}

TEST_F(SendTask, FailsVisibly) {
    EXPECT_EQ(fault_of({{"template", "ML-a-received"}, {"to", "group:empty"}}),
              "Header 'to' of the task: nobody to write to in 'group:empty'.");
    EXPECT_EQ(fault_of({{"template", "ML-x"}, {"to", "a@b.jp"}}), "Mail template 'ML-x' is not deployed.");
    EXPECT_EQ(fault_of({{"to", "a@b.jp"}}), "Header 'template' of the task: the id of a mail template is needed.");
    EXPECT_EQ(fault_of({{"template", "ML-a-received"}, {"to", "=fail()"}}),
              "Header 'to' of the task: It was asked to fail.");
    EXPECT_EQ(fault_of({{"template", "ML-a-received"}, {"to", "=n"}}, {{"n", 3}}),
              "Header 'to' of the task: it gave 3; texts are needed.");
    for (const char* address :
         {"nobody", "@x.jp", "a@", "a@b@c.jp", "a b@c.jp", "a@x.jp\r\nBcc: evil@x.jp", "<a@b.jp>", "部@x.jp"}) {
        EXPECT_TRUE(
            fault_of({{"template", "ML-a-received"}, {"to", "=v"}}, {{"v", address}}).ends_with("is no address."))
            << address;
    }
}

TEST_F(SendTask, AnswersInTheThreadOfTheMail) {
    const auto made = make({{"template", "ML-a-received"}, {"to", "a@b.jp"}, {"inReplyTo", "=messageId"}},
                           {{"messageId", "m1@x.jp"}});
    ASSERT_TRUE(made && made->mail);
    EXPECT_EQ(made->mail->in_reply_to, "m1@x.jp");
    EXPECT_THAT(made->mail->references, ElementsAre("r0@x.jp", "m1@x.jp"));
}

TEST_F(SendTask, DoesNotAnswerAMachine) {
    const json::object headers{{"template", "ML-a-received"}, {"to", "a@b.jp"}, {"autoReply", "true"}};
    const auto refused = make(headers, {{"replyAllowed", false}});
    ASSERT_TRUE(refused.has_value());
    EXPECT_FALSE(refused->mail.has_value());
    EXPECT_EQ(refused->why_none, "the mail came from a program (replyAllowed is false)");
    const auto allowed = make(headers, {{"replyAllowed", true}, {"messageId", "m1@x.jp"}});
    ASSERT_TRUE(allowed && allowed->mail);
    EXPECT_EQ(allowed->mail->in_reply_to, "m1@x.jp");
}

TEST_F(SendTask, AnswersOnceASenderAndThreadWithinTheHour) {
    records_.answered = "a@b.jp";
    const auto again = make({{"template", "ML-a-received"}, {"to", "a@b.jp"}, {"autoReply", "true"}});
    ASSERT_TRUE(again.has_value());
    EXPECT_FALSE(again->mail.has_value());
    EXPECT_EQ(records_.asked_since, Instant{10'000'000 - 3'600'000});
    EXPECT_TRUE(
        make({{"template", "ML-a-received"}, {"to", "a@b.jp"}})->mail.has_value());  // no automatic answer: always goes
}

TEST_F(SendTask, ReplacesTheSubject) {
    EXPECT_EQ(make({{"template", "ML-a-received"}, {"to", "a@b.jp"}, {"subject", "{{= caseNo }} です"}})->mail->subject,
              "INC-R08-00001 です");
    // What a stranger wrote is not a template.
    EXPECT_EQ(make({{"template", "ML-a-received"}, {"to", "a@b.jp"}, {"subject", "=v"}},
                   {{"v", "Re: {{= caseNo }}\r\nBcc: x"}})
                  ->mail->subject,
              "Re: {{= caseNo }}  Bcc: x");
}

class SendWork : public SendTask {
  protected:
    SendWork() {
        access_.clock = &clock_;
        access_.complete_job = [this](engine::CompleteJob command, const auto& answered) {
            completed_.push_back(std::move(command));
            answered(engine::Done{});
        };
        access_.fail_job = [this](engine::FailJob command) {
            failed_.push_back(std::move(command));
            return engine::Done{};
        };
    }
    void work(const json::object& headers, const json::object& variables = {}) {
        work_job(job(headers, variables), access_, records_, {}, test::evaluate_plainly,
                 [this](const std::string& line) { log_.push_back(line); });
    }
    test::HandMovedClock clock_;
    EngineAccess access_;
    std::vector<engine::CompleteJob> completed_;
    std::vector<engine::FailJob> failed_;
    std::vector<std::string> log_;
};

TEST_F(SendWork, CompletesTheJobTogetherWithItsMail) {
    work({{"template", "ML-a-received"}, {"to", "a@b.jp"}});
    ASSERT_EQ(completed_.size(), 1U);
    EXPECT_EQ(completed_[0].key, engine::JobKey{7});
    ASSERT_EQ(completed_[0].mails.size(), 1U);
    EXPECT_THAT(failed_, IsEmpty());
}

TEST_F(SendWork, CompletesTheJobWithoutAMailThatMayNotGo) {
    work({{"template", "ML-a-received"}, {"to", "a@b.jp"}, {"autoReply", "true"}}, {{"replyAllowed", false}});
    ASSERT_EQ(completed_.size(), 1U);
    EXPECT_THAT(completed_[0].mails, IsEmpty());
    EXPECT_THAT(
        log_, ElementsAre(
                  "Mail of 'A12_Acknowledge', job 7: not sent: the mail came from a program (replyAllowed is false)."));
}

TEST_F(SendWork, FailsTheJobForAPersonToSee) {
    work({{"template", "ML-x"}, {"to", "a@b.jp"}});
    EXPECT_THAT(completed_, IsEmpty());
    ASSERT_EQ(failed_.size(), 1U);
    EXPECT_EQ(failed_[0].retries, 0);
    EXPECT_EQ(failed_[0].error_message, "Mail template 'ML-x' is not deployed.");
}

}  // namespace
}  // namespace dandori::mail
