#include "adapters/mail/outbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/mail/message.h"
#include "adapters/memory/memory_store.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/temporary_folder.h"

namespace dandori::mail {
namespace {

using engine::MailState;
using testing::ElementsAre;
using testing::IsEmpty;

/// Answers as it is told; keeps what it was given.
class ToldTransport : public Transport {
  public:
    Sending send(const std::string&, const std::vector<std::string>& recipients, const std::string& message) override {
        recipients_seen.push_back(recipients);
        messages.push_back(message);
        return answer;
    }
    Sending answer;
    std::vector<std::vector<std::string>> recipients_seen;
    std::vector<std::string> messages;
};

std::future<engine::Outcome<engine::Done>> told(engine::Outcome<engine::Done> outcome) {
    std::promise<engine::Outcome<engine::Done>> promise;
    promise.set_value(std::move(outcome));
    return promise.get_future();
}

/// An outbox over a store of memory; reports are written down as the engine does.
class OutboxOfRows : public testing::Test {
  protected:
    OutboxOfRows() {
        access_.reader = &store_;
        access_.clock = &clock_;
        access_.report_sending = [this](engine::ReportMailSending report) {
            auto mail = *engine::get<engine::Mail>(store_, report.key);
            ++mail.attempts;
            mail.reason = report.reason;
            mail.next_attempt_at = report.next_attempt_at;
            using Result = engine::ReportMailSending::Result;
            mail.state = report.result == Result::Sent     ? MailState::Sent
                         : report.result == Result::Failed ? MailState::Failed
                                                           : MailState::Pending;
            put(mail);
            return told(engine::Done{});
        };
    }
    void put(const engine::Mail& mail) {
        engine::Batch batch;
        batch.put(mail);
        store_.commit(batch);
    }
    engine::Mail pending(std::int64_t key) {
        engine::Mail mail;
        mail.key = {key};
        mail.direction = engine::MailDirection::Out;
        mail.state = MailState::Pending;
        mail.message_id = std::to_string(key) + "@desk.example.jp";
        mail.recipients = {"a@x.jp"};
        mail.cc = {"c@x.jp"};
        mail.next_attempt_at = clock_.now();
        return mail;
    }
    engine::Mail row(std::int64_t key) { return *engine::get<engine::Mail>(store_, engine::MailKey{key}); }
    std::size_t send() {
        return send_pending(access_, transport_, {}, [](const std::string&) {});
    }

    memory::MemoryStore store_;
    test::HandMovedClock clock_;
    EngineAccess access_;
    ToldTransport transport_;
};

TEST_F(OutboxOfRows, SendsWhatIsDueOnce) {
    for (std::int64_t key = 1; key <= 45; ++key) put(pending(key));
    EXPECT_EQ(send(), 45U);
    EXPECT_EQ(send(), 0U);
    EXPECT_EQ(transport_.messages.size(), 45U);
    EXPECT_THAT(transport_.recipients_seen[0], ElementsAre("a@x.jp", "c@x.jp"));
    EXPECT_EQ(row(45).state, MailState::Sent);
}

TEST_F(OutboxOfRows, SendsOnlyAFewAheadOfWhatIsWrittenDown) {
    for (std::int64_t key = 1; key <= 45; ++key) put(pending(key));
    std::vector<std::promise<engine::Outcome<engine::Done>>> reports;
    access_.report_sending = [&](engine::ReportMailSending) {
        auto report = reports.emplace_back().get_future();
        if (reports.size() == 5) reports[0].set_value(tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "The disk is full."}));
        return report;
    };
    EXPECT_EQ(send(), 5U);  // four whose reports are on their way, and the mail after which the first is waited for
    EXPECT_EQ(transport_.messages.size(), 5U);
}

TEST_F(OutboxOfRows, SendsAsItIsWhatWasMadeWhole) {
    auto mail = pending(1);
    mail.raw.value = "Subject: whole\r\n\r\n";
    put(mail);
    send();
    EXPECT_THAT(transport_.messages, ElementsAre(mail.raw.value));
}

TEST_F(OutboxOfRows, TriesAgainLaterAndLater) {
    put(pending(1));
    transport_.answer = {Sending::Result::TryAgain, "451 later"};
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(row(1).state, MailState::Pending);
    EXPECT_EQ(row(1).reason, "451 later");
    EXPECT_EQ(*row(1).next_attempt_at - clock_.now(), 60'000);
    EXPECT_EQ(send(), 0U);
    clock_.advance(60'000);
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(*row(1).next_attempt_at - clock_.now(), 300'000);
    transport_.answer = {};
    clock_.advance(300'000);
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(row(1).state, MailState::Sent);
}

TEST_F(OutboxOfRows, GivesUpVisiblyInTheEnd) {
    put(pending(1));
    transport_.answer = {Sending::Result::TryAgain, "no connection"};
    std::size_t attempts = 0;
    while (row(1).state == MailState::Pending && attempts < 100) {
        attempts += send();
        clock_.advance(24 * 3'600'000);
    }
    EXPECT_EQ(attempts, 8U);
    EXPECT_EQ(row(1).state, MailState::Failed);
    EXPECT_EQ(row(1).reason, "no connection");
}

TEST_F(OutboxOfRows, GivesUpAtOnceWhenRefusedForGood) {
    put(pending(1));
    transport_.answer = {Sending::Result::Failed, "550 no such user"};
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(row(1).state, MailState::Failed);
}

TEST_F(OutboxOfRows, StopsWhenNothingCanBeWrittenDown) {
    put(pending(1));
    put(pending(2));
    put(pending(3));
    access_.report_sending = [](engine::ReportMailSending) {
        return told(tl::unexpected(engine::Rejection{engine::Rejection::Code::ResourceExhausted, "busy"}));
    };
    EXPECT_EQ(send(), 1U);  // not the others: they would be sent again and again
}

TEST_F(OutboxOfRows, WorksOnAThreadUntilItIsDestroyed) {
    put(pending(1));
    std::mutex mutex;
    std::condition_variable reported;
    bool is_sent = false;
    access_.report_sending = [&](engine::ReportMailSending) {
        const std::lock_guard lock(mutex);
        is_sent = true;
        auto mail = pending(1);
        mail.state = MailState::Sent;
        put(mail);
        reported.notify_all();
        return told(engine::Done{});
    };
    auto transport = std::make_unique<ToldTransport>();
    Outbox outbox{
        access_, std::move(transport), {.letterhead = {}, .look_every_ms = 3'600'000}, [](const std::string&) {}};
    outbox.wake();
    std::unique_lock lock(mutex);
    EXPECT_TRUE(reported.wait_for(lock, std::chrono::seconds(30), [&] { return is_sent; }));
}

std::vector<std::filesystem::path> files_in(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

TEST(FolderTransport, WritesWholeFilesAndTheSameMailOnce) {
    const test::TemporaryFolder folder;
    FolderTransport transport{folder / "out"};
    const std::string mail = "Subject: x\r\n\r\ntext\r\n";
    for (int time = 0; time < 2; ++time)
        EXPECT_EQ(transport.send("d@x.jp", {"a@x.jp", "b@x.jp"}, mail).result, Sending::Result::Sent);
    const auto files = files_in(folder / "out");
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].extension(), ".eml");
    std::ifstream file(files[0], std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_EQ(text.str(), "X-Envelope-To: a@x.jp b@x.jp\r\n" + mail);
}

TEST(FolderTransport, TriesAgainWhereItCannotWrite) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "file") << "in the way";
    FolderTransport transport{folder / "file"};
    EXPECT_EQ(transport.send("d@x.jp", {"a@x.jp"}, "Subject: x\r\n\r\n").result, Sending::Result::TryAgain);
}

}  // namespace
}  // namespace dandori::mail
