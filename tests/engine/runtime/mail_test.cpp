#include "tests/engine/runtime/desk.h"

namespace dandori::engine {
namespace {

using Result = ReportMailSending::Result;

/// A case whose service task `send` has sent a mail and which waits at `after`.
class MailOfACase : public testing::Test {
  protected:
    MailOfACase() {
        desk.deploy(test::process_of("<startEvent id=\"s\"/>" + test::service_task("send") + test::service_task("after") + "<endEvent id=\"e\"/>" +
                                     test::flows({"s", "send", "after", "e"})));
        instance = desk.start();
        const auto job = desk.activate("send").at(0).job;
        Mail mail;
        mail.message_id = "job." + std::to_string(job.key.value) + "@desk.example.jp";
        mail.recipients = {"hanako@x.jp", "gone@x.jp"};
        mail.subject = "予定";
        EXPECT_TRUE(desk.engine().execute(CompleteJob{job.key, {}, {mail}}));
        key = desk.rows<Mail>().at(0).key;
    }
    Outcome<Done> report(Result result, const std::string& reason = "") {
        return desk.engine().execute(ReportMailSending{key, result, {}, reason.empty() ? std::nullopt : std::optional(reason)});
    }
    Mail mail() { return desk.rows<Mail>().at(0); }
    std::vector<Incident> open_incidents() {
        auto rows = desk.rows<Incident>();
        std::erase_if(rows, [](const Incident& it) { return it.state != IncidentState::Active; });
        return rows;
    }
    test::Desk desk;
    ProcessInstanceKey instance;
    MailKey key;
};

TEST_F(MailOfACase, ThatIsSentBackOpensAnIncidentOnIt) {
    ASSERT_TRUE(report(Result::Sent));
    desk.restart();
    ASSERT_TRUE(report(Result::Failed, "gone@x.jp: 550 no such user"));
    EXPECT_EQ(mail().state, MailState::Failed);
    EXPECT_EQ(mail().reason, "gone@x.jp: 550 no such user");
    EXPECT_EQ(mail().attempts, 1);
    EXPECT_TRUE(mail().sent_at.has_value());
    ASSERT_EQ(open_incidents().size(), 1u);
    const auto incident = open_incidents()[0];
    EXPECT_EQ(incident.element_id, "send");
    EXPECT_EQ(incident.process_instance_key, instance);
    EXPECT_EQ(incident.error_message, "The mail '予定' to hanako@x.jp, gone@x.jp was not delivered: gone@x.jp: 550 no such user. Reach them in another way.");
}

TEST_F(MailOfACase, ThatTheServerRefusesOpensOneToo) {
    ASSERT_TRUE(report(Result::TryAgain, "busy"));
    EXPECT_TRUE(open_incidents().empty());
    ASSERT_TRUE(report(Result::Failed, "550 no"));
    EXPECT_EQ(mail().attempts, 2);
    EXPECT_EQ(open_incidents().size(), 1u);
}

TEST_F(MailOfACase, IsToldOfOnceForEachRecipient) {
    ASSERT_TRUE(report(Result::Sent));
    ASSERT_TRUE(report(Result::Failed, "gone@x.jp: 550"));
    ASSERT_TRUE(report(Result::Failed, "gone@x.jp: 550"));
    EXPECT_EQ(open_incidents().size(), 1u);
    ASSERT_TRUE(report(Result::Failed, "hanako@x.jp: 552"));
    EXPECT_EQ(open_incidents().size(), 2u);
    EXPECT_EQ(mail().reason, "gone@x.jp: 550; hanako@x.jp: 552");
}

TEST_F(MailOfACase, ItsIncidentIsResolvedByAPersonAndTheCaseGoesOn) {
    ASSERT_TRUE(report(Result::Failed, "550"));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{open_incidents().at(0).key}));
    EXPECT_TRUE(open_incidents().empty());
    EXPECT_TRUE(desk.activate("send").empty());  // nothing is sent again
    EXPECT_TRUE(desk.work("after"));
    EXPECT_EQ(desk.rows<ProcessInstance>().at(0).state, InstanceState::Completed);
}

TEST_F(MailOfACase, ItsIncidentDoesNotOutliveTheCase) {
    ASSERT_TRUE(report(Result::Failed, "550"));
    EXPECT_TRUE(desk.work("after"));
    EXPECT_EQ(desk.rows<ProcessInstance>().at(0).state, InstanceState::Completed);
    EXPECT_TRUE(open_incidents().empty());
}

TEST_F(MailOfACase, OpensNoneOnceTheCaseHasEnded) {
    ASSERT_TRUE(report(Result::Sent));
    ASSERT_TRUE(desk.work("after"));
    ASSERT_TRUE(report(Result::Failed, "550"));
    EXPECT_EQ(mail().state, MailState::Failed);
    EXPECT_TRUE(desk.rows<Incident>().empty());
}

TEST_F(MailOfACase, IsNotSentTwiceNorTriedAgainOnceItIsSent) {
    ASSERT_TRUE(report(Result::Sent));
    for (const auto result : {Result::Sent, Result::TryAgain}) {
        const auto told = report(result);
        ASSERT_FALSE(told);
        EXPECT_EQ(told.error().code, Rejection::Code::InvalidState);
    }
    EXPECT_EQ(mail().state, MailState::Sent);
}

TEST_F(MailOfACase, AMailThatCameIsNoneThatWasSent) {
    TakeMail command;
    command.mail.message_id = "1@x";
    const auto taken = desk.engine().execute(command);
    ASSERT_TRUE(taken);
    key = taken->mail.key;
    EXPECT_FALSE(report(Result::Failed, "550"));
}

}  // namespace
}  // namespace dandori::engine
