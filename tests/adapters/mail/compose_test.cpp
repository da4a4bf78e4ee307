#include "adapters/mail/compose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/mail/message.h"

namespace dandori::mail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

engine::Mail sample() {
    engine::Mail row;
    row.message_id = message_id_of_job(7, "desk.example.jp");
    row.recipients = {"a@x.jp", "b@x.jp"};
    row.cc = {"c@x.jp"};
    row.subject = "[INC-R08-00001] 対応をお願いします: 税務 tax-01 の障害について、長い件名が折り返されても読めること";
    row.text = "本文です。\n\n二段落目 < & >\n";
    row.html = "<p>本文です。</p>";
    row.in_reply_to = "r1@y.jp";
    row.references = {"r0@y.jp", "r1@y.jp"};
    row.created_at = *instant_from_iso8601("2026-04-02T10:00:00+09:00");
    return row;
}

TEST(Compose, IsReadBackAsItWasMeant) {
    const auto raw = compose(sample(), {});
    const auto message = read_message(raw);
    ASSERT_TRUE(message.has_value());
    EXPECT_EQ(message->message_id, "job.7@desk.example.jp");
    EXPECT_EQ(message->from, (MailAddress{"統合運用管理", "desk@desk.example.jp"}));
    EXPECT_THAT(message->to, ElementsAre("a@x.jp", "b@x.jp"));
    EXPECT_THAT(message->cc, ElementsAre("c@x.jp"));
    EXPECT_EQ(message->subject, sample().subject);
    EXPECT_EQ(message->text, sample().text);
    EXPECT_EQ(message->date, sample().created_at);
    EXPECT_EQ(message->in_reply_to, "r1@y.jp");
    EXPECT_THAT(message->references, ElementsAre("r0@y.jp", "r1@y.jp"));
    EXPECT_EQ(message->header("auto-submitted"), "auto-replied");
    EXPECT_EQ(message->header("importance"), std::nullopt);
    EXPECT_TRUE(message->attachments.empty());
    EXPECT_THAT(raw, HasSubstr("multipart/alternative"));
}

TEST(Compose, WritesTheSameBytesForTheSameRow) { EXPECT_EQ(compose(sample(), {}), compose(sample(), {})); }

TEST(Compose, IsPlainAsciiWithCrLf) {
    const auto raw = compose(sample(), {});
    for (std::size_t at = 0; at < raw.size(); ++at) {
        ASSERT_GE(raw[at], 0);
        if (raw[at] == '\n') {
            ASSERT_EQ(raw[at - 1], '\r') << at;
        }
    }
}

TEST(Compose, MarksWhatAnswersNobodyAsGenerated) {
    auto row = sample();
    row.in_reply_to.reset();
    row.html.reset();
    row.is_important = true;
    const auto message = read_message(compose(row, {}));
    EXPECT_EQ(message->header("auto-submitted"), "auto-generated");
    EXPECT_EQ(message->header("importance"), "high");
    EXPECT_EQ(message->text, row.text);
}

TEST(Compose, LetsNoValueAddAHeader) {
    auto row = sample();
    row.subject = "x\r\nBcc: evil@x.jp\r\n\r\nbody";
    row.recipients = {"a@x.jp\r\nBcc: evil@x.jp"};
    row.in_reply_to = "r>\r\nBcc: evil@x.jp";
    row.references = {"r\nBcc: evil@x.jp"};
    row.message_id = "m\r\nBcc: evil@x.jp";
    const auto message =
        read_message(compose(row, {.from_name = "n\r\nBcc: evil@x.jp", .from_address = "d@x.jp\nBcc: e@x.jp"}));
    ASSERT_TRUE(message.has_value());
    EXPECT_EQ(message->header("bcc"), std::nullopt);
    EXPECT_EQ(message->subject, "x  Bcc: evil@x.jp    body");
}

}  // namespace
}  // namespace dandori::mail
