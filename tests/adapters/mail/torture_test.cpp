// What nobody should write and somebody does: each mail is taken, whole, and seen by a person.
#include <glib.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "adapters/mail/intake_service.h"
#include "adapters/mail/stored_records.h"
#include "adapters/memory/memory_store.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/plain_expressions.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/torture_mails.h"

namespace dandori::mail {
namespace {

std::string all_of(const std::vector<std::string>& notes) {
    std::string text;
    for (const auto& note : notes) text += note + "\n";
    return text;
}

bool is_text(const std::string& text) { return g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr); }

TEST(TortureMails, AreReadAsFarAsTheyCanBe) {
    for (const auto& sample : test::torture_mails()) {
        SCOPED_TRACE(sample.name);
        const auto message = read_message(sample.raw);
        if (!message) {
            EXPECT_EQ(message.error().kind, Failure::Kind::Syntax);
            EXPECT_EQ(sample.text + sample.note, "");
            continue;
        }
        EXPECT_NE(message->text.find(sample.text), std::string::npos) << message->text.substr(0, 300);
        EXPECT_NE(all_of(message->notes).find(sample.note), std::string::npos) << all_of(message->notes);
        EXPECT_TRUE(is_text(message->text) && is_text(message->subject) && is_text(message->from.address));
    }
}

/// The intake before an engine that only keeps rows by their Message-ID.
class TortureIntake : public testing::Test {
  protected:
    TortureIntake() {
        std::ofstream(folder_ / "rules.json") << R"({"formatVersion": 1, "rules": []})";
        access_.reader = &store_;
        access_.clock = &clock_;
        access_.take_mail = [this](engine::TakeMail command) {
            auto [row, is_new] = rows.emplace(command.mail.message_id, command.mail);
            return engine::TakeMail::Answer{row->second, !is_new};
        };
        service = std::make_unique<IntakeService>(access_, std::make_unique<StoredRecords>(store_), folder_ / "rules.json", test::evaluate_plainly,
                                                  [](const std::string&) {});
    }
    const engine::Mail& taken(const std::string& raw) {
        const auto outcome = service->take(raw, {});
        EXPECT_TRUE(outcome.has_value()) << (outcome ? "" : outcome.error().text);
        for (const auto& [id, mail] : rows) {
            if (mail.raw.value == raw) return mail;
        }
        static const engine::Mail none;
        return none;
    }
    std::map<std::string, engine::Mail> rows;
    std::unique_ptr<IntakeService> service;

  private:
    test::TemporaryFolder folder_;
    memory::MemoryStore store_;
    test::HandMovedClock clock_;
    EngineAccess access_;
};

TEST_F(TortureIntake, NoneIsLostAndEachSaysWhyItWaits) {
    const auto samples = test::torture_mails();
    for (const auto& sample : samples) {
        SCOPED_TRACE(sample.name);
        const auto& mail = taken(sample.raw);
        EXPECT_EQ(mail.raw.value, sample.raw);
        EXPECT_TRUE(mail.reason.has_value());
        EXPECT_FALSE(mail.message_id.empty());
        EXPECT_LE(mail.message_id.size(), 500u);
    }
    EXPECT_EQ(rows.size(), samples.size());
    for (const auto& sample : samples) EXPECT_TRUE(service->take(sample.raw, {})->is_known) << sample.name;
    EXPECT_EQ(rows.size(), samples.size());
}

TEST_F(TortureIntake, AnotherMailWithAKnownMessageIdWaitsForAPerson) {
    const std::string first = "Message-ID: <a@b>\nFrom: a@b.jp\nSubject: one\n\nfirst\n", second = "Message-ID: <a@b>\nFrom: a@b.jp\nSubject: one\n\nsecond\n";
    EXPECT_EQ(taken(first).message_id, "a@b");
    const auto& other = taken(second);
    EXPECT_EQ(other.message_id.substr(0, 7), "sha256.");
    EXPECT_EQ(other.reason, "same_message_id: another mail with the Message-ID a@b was taken before");
    EXPECT_TRUE(service->take(second, {})->is_known);
    EXPECT_EQ(rows.size(), 2u);
}

TEST_F(TortureIntake, ACopyThatCameAnotherWayIsTheSameMail) {
    const std::string mail = "Message-ID: <a@b>\nFrom: a@b.jp\nSubject: one\nDate: Thu, 02 Apr 2026 10:00:00 +0900\n\nfirst\n";
    EXPECT_EQ(taken("Delivered-To: incident@desk.example.jp\n" + mail).message_id, "a@b");
    EXPECT_TRUE(service->take("Received: from x by y\nDelivered-To: alert@desk.example.jp\n" + mail, {"alert@desk.example.jp", 0})->is_known);
    EXPECT_TRUE(service->take(mail.substr(0, mail.size() - 3), {"", 31'457'280})->is_known);  // only its beginning
    EXPECT_EQ(rows.size(), 1u);
}

TEST_F(TortureIntake, WhatIsNoMailWaitsForAPerson) {
    const std::string words = "just words\nand more words\n";
    const auto& mail = taken(words);
    EXPECT_EQ(mail.raw.value, words);
    EXPECT_EQ(mail.reason.value_or("").substr(0, 11), "unreadable:");
}

}  // namespace
}  // namespace dandori::mail
