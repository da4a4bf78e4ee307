#include "adapters/mail/intake_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "adapters/mail/stored_records.h"
#include "adapters/memory/memory_store.h"
#include "tests/support/plain_expressions.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/temporary_folder.h"

namespace dandori::mail {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

const std::string publishing = R"json({"formatVersion": 1, "rules": [{"id": "r", "when": {"to": ["incident@*"]},
    "then": {"publish": {"message": "m", "correlationKey": "=mail.messageId"}}}]})json";

class Service : public testing::Test {
  protected:
    Service() {
        write(publishing);
        access_.reader = &store_;
        access_.clock = &clock_;
        access_.take_mail = [this](engine::TakeMail command) {
            commands_.push_back(command);
            return engine::TakeMail::Answer{command.mail, false};
        };
    }
    void write(const std::string& rules) { std::ofstream(folder_ / "rules.json", std::ios::trunc) << rules; }
    std::unique_ptr<IntakeService> service() {
        return std::make_unique<IntakeService>(access_, std::make_unique<StoredRecords>(store_), folder_ / "rules.json",
                                               test::evaluate_plainly,
                                               [this](const std::string& line) { log_.push_back(line); });
    }
    test::TemporaryFolder folder_;
    memory::MemoryStore store_;
    test::HandMovedClock clock_;
    EngineAccess access_;
    std::vector<engine::TakeMail> commands_;
    std::vector<std::string> log_;
};

/// A mail with a table, a picture and a table inside a forwarded mail.
std::string mail_with_files(const std::string& from) {
    return "Message-ID: <files@x>\nFrom: " + from +
           "\nTo: incident@desk.example.jp\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n"
           "--b\nContent-Type: text/csv; name=\"=?UTF-8?B?5Zue562ULkNTVg==?=\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nYSxiDQo=\n"
           "--b\nContent-Type: image/png; name=p.png\nContent-Disposition: attachment\n\nx\n--b--\n";
}

TEST_F(Service, ShowsTheTablesOfAMailBeforeItIsTaken) {
    std::vector<std::string> shown;
    bool is_down = true;
    IntakeService intake(access_, std::make_unique<StoredRecords>(store_), folder_ / "rules.json", test::evaluate_plainly, [](const auto&) {},
                         [&](const Message& message, const std::vector<AttachedFile>& files) -> Result<std::vector<std::string>> {
                             if (is_down) return fail(Failure::Kind::Unspecified, "Full.");
                             std::vector<std::string> kept;
                             for (const auto& file : files) {
                                 shown.push_back(message.from.address + " " + file.name + " " + file.bytes);
                                 kept.push_back(file.name);
                             }
                             return kept;
                         });
    const auto refused = intake.take(mail_with_files("a@b.jp"), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, engine::Rejection::Code::Unavailable);
    EXPECT_EQ(refused.error().text, "The files of the mail can't be kept now: Full.");
    EXPECT_TRUE(commands_.empty());
    is_down = false;
    ASSERT_TRUE(intake.take(mail_with_files("a@b.jp"), {}));
    EXPECT_THAT(shown, ElementsAre("a@b.jp 回答.CSV a,b\r\n"));
    EXPECT_EQ(commands_.at(0).mail.reason, "answer_taken: 回答.CSV");
    EXPECT_TRUE(commands_[0].publish.has_value());  // it goes its way all the same
    ASSERT_TRUE(intake.take("Message-ID: <m2@x>\nFrom: a@b.jp\nTo: x@desk.example.jp\nSubject: s\n\nno files\n", {}));
    ASSERT_TRUE(intake.take(mail_with_files("a@b.jp"), {.recipient = {}, .full_size = 100'000'000}));  // half a mail
    EXPECT_EQ(shown.size(), 1U);
}

TEST_F(Service, TakesAMailWithItsMessageInOneCommand) {
    const std::string raw = "Message-ID: <m1@x>\nFrom: a@b.jp\nTo: incident@desk.example.jp\nSubject: s\n\ntext\n";
    ASSERT_TRUE(service()->take(raw, {}).has_value());
    ASSERT_EQ(commands_.size(), 1U);
    const auto& mail = commands_[0].mail;
    EXPECT_EQ(mail.message_id, "m1@x");
    EXPECT_EQ(mail.raw.value, raw);
    EXPECT_EQ(mail.sender, "a@b.jp");
    EXPECT_EQ(mail.mailbox, "incident@desk.example.jp");
    EXPECT_EQ(mail.text, "text\n");
    ASSERT_TRUE(commands_[0].publish.has_value());
    EXPECT_EQ(commands_[0].publish->correlation_key, "m1@x");
}

TEST_F(Service, GoesByTheRecipientOfTheEnvelope) {
    ASSERT_TRUE(service()
                    ->take("From: a@b.jp\nTo: undisclosed-recipients:;\n\nx",
                           {.recipient = "incident@desk.example.jp", .full_size = 0})
                    .has_value());
    EXPECT_TRUE(commands_[0].publish.has_value());
    EXPECT_EQ(commands_[0].mail.mailbox, "incident@desk.example.jp");
}

TEST_F(Service, PutsWhatNoRuleFitsInTheTray) {
    ASSERT_TRUE(service()->take("From: a@b.jp\n\nx", {}).has_value());
    EXPECT_FALSE(commands_[0].publish.has_value());
    EXPECT_FALSE(commands_[0].keep_without_case);
    EXPECT_EQ(commands_[0].mail.reason, "no_rule");
}

TEST_F(Service, PutsTheBeginningOfALargeMailInTheTray) {
    ASSERT_TRUE(
        service()
            ->take("From: a@b.jp\nTo: incident@desk.example.jp\n\nbegin", {.recipient = "", .full_size = 31'457'280})
            .has_value());
    EXPECT_FALSE(commands_[0].publish.has_value());
    EXPECT_EQ(commands_[0].mail.reason, "too_large: 31457280 bytes; only the beginning was kept");
}

TEST_F(Service, RefusesWhatIsNoMail) {
    const auto outcome = service()->take("", {});
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().code, engine::Rejection::Code::InvalidArgument);
}

TEST_F(Service, ReadsItsRulesAgainAndKeepsTheGoodOnes) {
    const auto running = service();
    write("{ faulty, and longer than before: " + publishing);
    EXPECT_EQ(running->rules()->rules.size(), 1U);
    ASSERT_EQ(log_.size(), 1U);
    EXPECT_THAT(log_[0], StartsWith("The intake rules before stay in force. Intake rules, the file: it is no JSON: "));
    write(R"({"formatVersion": 1})");
    EXPECT_EQ(running->rules()->rules.size(), 0U);
    EXPECT_EQ(log_[1], "The intake rules were read again.");
}

TEST_F(Service, DoesNotStartWithFaultyRules) {
    write("[]");
    EXPECT_THROW(service(), std::runtime_error);
}

}  // namespace
}  // namespace dandori::mail
