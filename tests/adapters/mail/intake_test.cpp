#include "adapters/mail/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/plain_expressions.h"

namespace dandori::mail {
namespace {

using testing::StartsWith;
using Kind = Decision::Kind;

/// What the desk knows, as lists.
class KnownRecords : public DeskRecords {
  public:
    std::optional<CaseLink> case_of_mails(const std::vector<std::string>& ids) override {
        for (const auto& id : ids) {
            if (threads.contains(id)) return threads[id];
        }
        return std::nullopt;
    }
    std::optional<SentMail> sent_mail(const std::vector<std::string>& ids) override {
        for (const auto& id : ids) {
            if (sent.contains(id)) return sent[id];
        }
        return std::nullopt;
    }
    std::optional<CaseLink> case_of_number(const std::string& number) override {
        return number == incident.case_number ? std::optional(incident) : std::nullopt;
    }
    bool is_party_of(const CaseLink&, const std::string& address) override { return address == "suzuki@vendor.jp"; }
    std::optional<std::string> party_of(const std::string& address) override {
        return parties.contains(address) ? std::optional(parties[address]) : std::nullopt;
    }
    const CaseLink incident{{5}, "INC-R08-00001"};
    std::map<std::string, SentMail> sent{{"job.5@desk.example.jp", {{7}, incident}}, {"job.6@desk.example.jp", {{8}, {}}}};
    std::map<std::string, CaseLink> threads{{"sent@desk.example.jp", incident}};
    std::map<std::string, std::string> parties{{"suzuki@vendor.jp", "joint_asp/SYS-46"}};
};

class Intake : public testing::Test {
  protected:
    Intake() {
        std::ifstream file(DANDORI_SOURCE_DIR "/processes/intake/rules.json");
        std::ostringstream text;
        text << file.rdbuf();
        rules_ = *read_rules(text.str());
    }
    Decision decide_on(const std::string& raw) {
        const auto message = read_message(raw);
        EXPECT_TRUE(message.has_value());
        return decide(rules_, *message, *instant_from_iso8601("2026-04-02T01:00:00Z"), records_,
                      test::evaluate_plainly);
    }
    boost::json::object variables_of(const Decision& decision) {
        return boost::json::parse(decision.message.value().variables.text).as_object();
    }
    IntakeRules rules_;
    KnownRecords records_;
};

std::string bounce_of(const std::string& message_id, const std::string& action = "failed") {
    return "Return-Path: <>\nFrom: mailer-daemon@desk.example.jp\nSubject: s\nContent-Type: multipart/report; boundary=B\n\n"
           "--B\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; gone@x.jp\nAction: " + action + "\nStatus: 5.1.1\n\n"
           "--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: <" + message_id + ">\n\n--B--\n";
}

TEST_F(Intake, AMailThatCameBackIsToldOfAndBelongsToItsCase) {
    const auto decision = decide_on(bounce_of("job.5@desk.example.jp"));
    EXPECT_EQ(decision.kind, Kind::Correspondence);
    EXPECT_EQ(decision.link, records_.incident);
    EXPECT_FALSE(decision.reply_allowed);
    ASSERT_TRUE(decision.bounce);
    EXPECT_EQ(decision.bounce->key.value, 7);
    EXPECT_EQ(decision.bounce->result, engine::ReportMailSending::Result::Failed);
    EXPECT_EQ(decision.bounce->reason, "gone@x.jp: 5.1.1");
}

TEST_F(Intake, AMailThatIsLateIsOnlyCorrespondence) {
    const auto decision = decide_on(bounce_of("job.5@desk.example.jp", "delayed"));
    EXPECT_EQ(decision.kind, Kind::Correspondence);
    EXPECT_FALSE(decision.bounce);
}

TEST_F(Intake, AMailThatCameBackAfterItsCaseHasEndedWaitsForAPerson) {
    const auto decision = decide_on(bounce_of("job.6@desk.example.jp"));
    EXPECT_EQ(decision.kind, Kind::Tray);
    EXPECT_EQ(decision.reason, "bounce: gone@x.jp: 5.1.1");
    EXPECT_TRUE(decision.bounce);
    EXPECT_EQ(decide_on(bounce_of("job.6@desk.example.jp", "delayed")).kind, Kind::Record);
}

TEST_F(Intake, ABounceOfAMailThatWeDidNotSendGoesByTheRules) {
    auto raw = bounce_of("other@desk.example.jp");
    raw.replace(raw.find("mailer-daemon@desk"), 18, "mailer-daemon@x");
    const auto decision = decide_on(raw);
    EXPECT_EQ(decision.kind, Kind::Tray);
    EXPECT_EQ(decision.reason, "bounce");
    EXPECT_FALSE(decision.bounce);
}

std::string zabbix(const std::string& subject, const std::string& text) {
    return "Message-ID: <z1@infra>\nFrom: zabbix@infra.example.jp\nTo: alert@desk.example.jp\nSubject: " + subject +
           "\n\n" + text;
}

TEST_F(Intake, TurnsAnAlertIntoItsMessage) {
    const auto decision = decide_on(zabbix("PROBLEM: Disk space 91% at 10:00",
                                           "Host: TAX-01\nTrigger: Disk /var is 91 % full #4711\nSeverity: High\n"));
    EXPECT_EQ(decision.kind, Kind::Publish);
    EXPECT_EQ(decision.rule_id, "alert");
    EXPECT_EQ(decision.fingerprint, "zabbix-infra|tax-01|disk /var is full");
    EXPECT_FALSE(decision.keep_without_case);
    ASSERT_TRUE(decision.message.has_value());
    EXPECT_EQ(decision.message->name, "alert");
    EXPECT_EQ(decision.message->correlation_key, *decision.fingerprint);
    EXPECT_EQ(decision.message->time_to_live_ms, 3'600'000);
    EXPECT_EQ(decision.message->message_id, "z1@infra");
    const auto variables = variables_of(decision);
    EXPECT_EQ(variables.at("host"), "TAX-01");
    EXPECT_EQ(variables.at("severity"), "high");
    EXPECT_EQ(variables.at("systems"), (boost::json::array{"SYS-46"}));
    EXPECT_EQ(variables.at("suspectedParty"), "joint_asp/SYS-46");
    EXPECT_EQ(variables.at("sourceSystem"), "インフラ統合基盤 Zabbix");
    EXPECT_EQ(variables.at("origin"), "alert");
    EXPECT_EQ(variables.at("from"), "zabbix@infra.example.jp");
    EXPECT_EQ(variables.at("receivedAt"), "2026-04-02T10:00:00+09:00");
    EXPECT_EQ(variables.at("replyAllowed"), true);
}

TEST_F(Intake, GivesOneFaultOneFingerprint) {
    const auto first = decide_on(zabbix("PROBLEM: x", "Host: tax-01\nTrigger: CPU 91% 2026-04-02 10:00\n"));
    const auto again = decide_on(zabbix("PROBLEM: x", "Host: tax-01\nTrigger: CPU  95.5 %  2026/04/03 11:12:13\n"));
    const auto other_host = decide_on(zabbix("PROBLEM: x", "Host: tax-02\nTrigger: CPU 91%\n"));
    const auto full_width = decide_on(zabbix("PROBLEM: x", "Host: tax-01\nTrigger: ＣＰＵ ９１％\n"));
    EXPECT_EQ(first.fingerprint, "zabbix-infra|tax-01|cpu");
    EXPECT_EQ(again.fingerprint, first.fingerprint);
    EXPECT_EQ(full_width.fingerprint, first.fingerprint);
    EXPECT_NE(other_host.fingerprint, first.fingerprint);
}

TEST_F(Intake, KnowsARecovery) {
    const auto decision = decide_on(zabbix("RESOLVED: CPU", "Host: tax-01\nTrigger: CPU 12%\n"));
    EXPECT_EQ(decision.rule_id, "alert-recovered");
    EXPECT_EQ(decision.message->name, "alert-recovered");
    EXPECT_EQ(decision.message->correlation_key, "zabbix-infra|tax-01|cpu");
    EXPECT_TRUE(decision.keep_without_case);
}

TEST_F(Intake, ReadsOtherSourcesByTheirOwnRules) {
    const auto network = decide_on(
        "From: kanshi@network.example.jp\nSubject: "
        "=?utf-8?B?44CQ6Zqc5a6z44CR5Zue57ea?=\n\n機器名：sw-01\n監視項目：回線(第2報)\n重要度：重大\n");
    EXPECT_EQ(network.fingerprint, "jp1-network|sw-01|回線");
    EXPECT_EQ(variables_of(network).at("severity"), "critical");
    const auto cloud = decide_on(
        "From: no-reply@sns.amazonaws.com\nSubject: ALARM: \"critical-db-cpu\" in Asia\n\n- DBInstanceIdentifier = "
        "db-1\n");
    EXPECT_EQ(cloud.fingerprint, "cloudwatch|db-1|critical-db-cpu");
    EXPECT_FALSE(cloud.reply_allowed);
}

TEST_F(Intake, PutsAReplyToItsCase) {
    const auto reply = decide_on(
        "From: zabbix@infra.example.jp\nSubject: PROBLEM: x\nReferences: <other@x> <sent@desk.example.jp>\n\nHost: "
        "tax-01\n");
    EXPECT_EQ(reply.kind,
              Kind::Correspondence);  // not an occurrence, though a monitoring address sent it (A-D2 rule 1)
    EXPECT_EQ(reply.link, records_.incident);
    EXPECT_FALSE(reply.message.has_value());
}

TEST_F(Intake, TrustsACaseNumberOnlyFromAPartyOfTheCase) {
    const auto known = decide_on("From: suzuki@vendor.jp\nSubject: Re: [INC-R08-00001] x\n\ny");
    EXPECT_EQ(known.kind, Kind::Correspondence);
    EXPECT_EQ(known.link, records_.incident);
    const auto full_width = decide_on("From: suzuki@vendor.jp\nSubject: Re: ［ＩＮＣ－Ｒ０８－００００１］\n\ny");
    EXPECT_EQ(full_width.link, records_.incident);
    for (const char* raw :
         {"From: evil@x.jp\nSubject: [INC-R08-00001]\n\ny", "From: suzuki@vendor.jp\nSubject: [INC-R08-99999]\n\ny"}) {
        const auto stranger = decide_on(raw);
        EXPECT_EQ(stranger.kind, Kind::Tray);
        EXPECT_EQ(stranger.reason, "stranger_with_case_number");
    }
}

TEST_F(Intake, ChoosesByMailboxAndParty) {
    const auto report =
        decide_on("From: suzuki@vendor.jp\nTo: incident@desk.example.jp\nMessage-ID: <m@v>\nSubject: x\n\ny");
    EXPECT_EQ(report.rule_id, "report-vendor");
    EXPECT_EQ(report.message->correlation_key, "m@v");
    EXPECT_EQ(variables_of(report).at("suspectedParty"), "joint_asp/SYS-46");
    const auto envelope =
        decide_on("Delivered-To: request@desk.example.jp\nFrom: suzuki@vendor.jp\nSubject: 作業依頼書\n\ny");
    EXPECT_EQ(envelope.rule_id, "infra-work-form");
    const auto stranger = decide_on("From: who@x.jp\nTo: incident@desk.example.jp\nSubject: x\n\ny");
    EXPECT_EQ(stranger.kind, Kind::Tray);
    EXPECT_EQ(stranger.reason, "no_rule");
}

TEST_F(Intake, KeepsItsOwnMailsQuietly) {
    const auto own =
        decide_on("From: desk@desk.example.jp\nTo: incident@desk.example.jp\nSubject: [INC-R08-00001]\n\ny");
    EXPECT_EQ(own.kind, Kind::Own);
    EXPECT_TRUE(own.keep_without_case);
    EXPECT_FALSE(own.reply_allowed);
}

TEST_F(Intake, AnswersNoMachine) {
    const std::pair<const char*, bool> samples[]{
        {"", true},
        {"Auto-Submitted: no\n", true},
        {"Auto-Submitted: no; owner=x\n", true},
        {"Auto-Submitted: auto-replied\n", false},
        {"Auto-Submitted: AUTO-GENERATED\n", false},
        {"Precedence: bulk\n", false},
        {"Precedence: List\n", false},
        {"Precedence: junk\n", false},
        {"Precedence: first-class\n", true},
        {"Return-Path: <>\n", false},
        {"Return-Path: <a@b.jp>\n", true},
        {"List-Id: <l.x.jp>\n", false},
    };
    for (const auto& [header, allowed] : samples) {
        EXPECT_EQ(decide_on(std::string(header) + "From: suzuki@vendor.jp\nSubject: x\n\ny").reply_allowed, allowed)
            << header;
    }
    EXPECT_FALSE(decide_on("From: MAILER-DAEMON@x.jp\nSubject: x\n\ny").reply_allowed);
    EXPECT_FALSE(decide_on("Subject: nobody\n\ny").reply_allowed);
}

TEST_F(Intake, SendsABounceToTheTray) {
    const auto bounce = decide_on("From: mailer-daemon@x.jp\nSubject: Undelivered\n\ny");
    EXPECT_EQ(bounce.kind, Kind::Tray);
    EXPECT_EQ(bounce.reason, "bounce");
}

TEST_F(Intake, ShowsARuleThatFailed) {
    rules_ = *read_rules(R"json({"formatVersion": 1, "rules": [{"id": "r", "when": {}, "then":
        {"publish": {"message": "m", "correlationKey": "k", "variables": {"a": "=fail()"}}}}]})json");
    const auto failed = decide_on("From: a@b.jp\n\ny");
    EXPECT_EQ(failed.kind, Kind::Tray);
    EXPECT_EQ(failed.reason, "rule_failed: r: a: It was asked to fail.");

    rules_ = *read_rules(
        R"json({"formatVersion": 1, "rules": [{"id": "r", "when": {}, "then": {"publish": {"message": "m", "correlationKey": "=mail.to"}}}]})json");
    EXPECT_EQ(decide_on("From: a@b.jp\n\ny").reason, "rule_failed: r: correlationKey gave []; a text is needed.");

    rules_ = *read_rules(
        R"json({"formatVersion": 1, "rules": [{"id": "r", "when": {"text": "^(a+)+$"}, "then": {"tray": "x"}}]})json");
    EXPECT_THAT(decide_on("From: a@b.jp\n\n" + std::string(40, 'a') + "b").reason.value_or(""),
                StartsWith("rule_failed: r: The pattern "));
}

}  // namespace
}  // namespace dandori::mail
