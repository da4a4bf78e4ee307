#include "adapters/mail/message.h"
#include "engine/identity/digest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dandori::mail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Message read(const std::string& raw, const ReadLimits& limits = {}) {
    auto message = read_message(raw, limits);
    EXPECT_TRUE(message.has_value()) << (message ? "" : message.error().text);
    return message.value_or(Message{});
}

const std::string alert =
    "Return-Path: <>\r\n"
    "Delivered-To: alert@desk.example.jp\r\n"
    "Message-ID: <a1@infra.example.jp>\r\n"
    "Date: Thu, 02 Apr 2026 10:00:00 +0900\r\n"
    "From: =?iso-2022-jp?B?GyRCNEY7axsoQg==?= <zabbix@INFRA.example.jp>\r\n"
    "To: alert@desk.example.jp, =?utf-8?B?6Zqc5a6z?= <incident@desk.example.jp>\r\n"
    "Cc: group: a@x.jp, b@x.jp;\r\n"
    "In-Reply-To: <r1@desk.example.jp>\r\n"
    "References: <r0@desk.example.jp> <r1@desk.example.jp>\r\n"
    "Auto-Submitted: auto-generated\r\n"
    "Subject: =?iso-2022-jp?B?GyRCPmMzMhsoQg==?= tax-01\r\n"
    "Content-Type: text/plain; charset=iso-2022-jp\r\n"
    "\r\n"
    "Host: tax-01\r\n\x1B$B>c32\x1B(B\r\n";

TEST(ReadMessage, ReadsHeadersAndText) {
    const auto message = read(alert);
    EXPECT_EQ(message.message_id, "a1@infra.example.jp");
    EXPECT_TRUE(message.has_message_id);
    EXPECT_EQ(message.in_reply_to, "r1@desk.example.jp");
    EXPECT_THAT(message.references, ElementsAre("r0@desk.example.jp", "r1@desk.example.jp"));
    EXPECT_EQ(message.from, (MailAddress{"監視", "zabbix@infra.example.jp"}));
    EXPECT_THAT(message.to, ElementsAre("alert@desk.example.jp", "incident@desk.example.jp"));
    EXPECT_THAT(message.cc, ElementsAre("a@x.jp", "b@x.jp"));
    EXPECT_THAT(message.delivered_to, ElementsAre("alert@desk.example.jp"));
    EXPECT_EQ(message.subject, "障害 tax-01");
    EXPECT_EQ(message.text, "Host: tax-01\n障害\n");
    EXPECT_EQ(to_iso8601(*message.date), "2026-04-02T01:00:00.000Z");
    EXPECT_EQ(message.return_path, "");
    EXPECT_EQ(message.header("auto-submitted"), "auto-generated");
    EXPECT_EQ(message.header("precedence"), std::nullopt);
    EXPECT_TRUE(message.notes.empty());
}

TEST(ReadMessage, PassesOverTheMboxLine) {
    EXPECT_EQ(read("From root Thu Apr  2 10:00:00 2026\n" + alert).message_id, "a1@infra.example.jp");
}

TEST(ReadMessage, MakesUpTheSameMessageIdForTheSameMail) {
    const std::string raw = "From: a@b.jp\nSubject: x\n\ntext\n";
    const auto message = read(raw);
    EXPECT_FALSE(message.has_message_id);
    EXPECT_EQ(message.message_id, "sha256." + engine::sha256_hex(raw) + "@message-id.invalid");
    EXPECT_NE(message.message_id, read(raw + "more").message_id);
}

const std::string parts =
    "From: a@b.jp\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n"
    "--out\nContent-Type: multipart/alternative; boundary=in\n\n"
    "--in\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n6Zqc5a6z\n"
    "--in\nContent-Type: text/html; charset=utf-8\n\n<p>not this</p>\n--in--\n"
    "--out\nContent-Type: application/pdf; name=\"=?utf-8?B?6Zqc5a6z?=.pdf\"\nContent-Disposition: attachment\n"
    "Content-Transfer-Encoding: base64\n\naGVsbG8=\n"
    "--out\nContent-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''%E8%A8%98%E9%8C%B2.txt\n\nlog\n"
    "--out\nContent-Type: message/rfc822\n\nSubject: inner\nFrom: x@y.jp\n\ninner words\n"
    "--out--\n";

TEST(ReadMessage, PrefersPlainTextAndListsAttachments) {
    const auto message = read(parts);
    EXPECT_EQ(message.text, "障害");
    ASSERT_EQ(message.attachments.size(), 3U);
    EXPECT_EQ(message.attachments[0], (Attachment{"障害.pdf", "application/pdf", 5, engine::sha256_hex("hello")}));
    EXPECT_EQ(message.attachments[0].sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    EXPECT_EQ(message.attachments[1].name, "記録.txt");
    EXPECT_EQ(message.attachments[2].name, "inner.eml");
    EXPECT_EQ(message.attachments[2].type, "message/rfc822");
    EXPECT_EQ(message.text.find("inner"), std::string::npos);
}

TEST(ReadMessage, ReducesHtmlWhereThereIsNothingElse) {
    EXPECT_EQ(read("From: a@b.jp\nContent-Type: text/html; charset=shift_jis\n\n<p>\x8F\xE1\x8AQ</p>").text, "障害");
}

struct Broken {
    const char* what;
    std::string raw;
    const char* text;
    const char* note;
};

TEST(ReadMessage, ReadsWhatItCanOfABrokenTree) {
    const Broken samples[]{
        {"end boundary missing", "From: a@b.jp\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nfirst\n", "first\n",
         nullptr},
        {"boundary never found", "From: a@b.jp\nContent-Type: multipart/mixed; boundary=x\n\nno parts", "",
         "A multipart without parts"},
        {"boundary not given", "From: a@b.jp\nContent-Type: multipart/mixed\n\n--x\n\nfirst\n", "",
         "A multipart without parts"},
        {"base64 with rubbish", "From: a@b.jp\nContent-Transfer-Encoding: base64\n\n6Zqc!!5a6z", "障害", nullptr},
        {"type that is none", "From: a@b.jp\nContent-Type: ;;;\n\nwords", "words", nullptr},
        {"no body", "From: a@b.jp\n", "", nullptr},
        {"headers end at once", "From: a@b.jp", "", nullptr},
    };
    for (const auto& sample : samples) {
        const auto message = read(sample.raw);
        EXPECT_EQ(message.from.address, "a@b.jp") << sample.what;
        EXPECT_EQ(message.text, sample.text) << sample.what;
        if (sample.note) {
            EXPECT_THAT(message.notes, ElementsAre(HasSubstr(sample.note))) << sample.what;
        }
    }
}

TEST(ReadMessage, RefusesWhatIsTooLargeOrNoMail) {
    const auto large = read_message(std::string(2000, 'x'), {.bytes_max = 1000});
    ASSERT_FALSE(large.has_value());
    EXPECT_EQ(large.error(), (Failure{Failure::Kind::Bounds, "The mail has 2000 bytes; at most 1000 are read."}));
    for (const std::string raw : {"", "\n\nno headers", "From line only"}) {
        const auto none = read_message(raw);
        ASSERT_FALSE(none.has_value()) << raw;
        EXPECT_EQ(none.error().text, "This is no mail: it has no headers.");
    }
}

TEST(ReadMessage, StopsAtItsLimits) {
    std::string deep = "From: a@b.jp\n";
    for (int level = 0; level < 40; ++level) {
        const auto boundary = "b" + std::to_string(level);
        deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    EXPECT_THAT(read(deep + "\nend").notes, ElementsAre("Parts deeper than 20 levels were not read."));

    std::string many = "From: a@b.jp\nContent-Type: multipart/mixed; boundary=x\n\n";
    for (int part = 0; part < 30; ++part) many += "--x\nContent-Type: image/png\n\nx\n";
    const auto message = read(many, {.parts_max = 10});
    EXPECT_THAT(message.notes, ElementsAre("Parts after the first 10 were not read."));
    EXPECT_EQ(message.attachments.size(), 9U);

    const auto cut = read("From: a@b.jp\n\n" + std::string(100, 'x'), {.text_bytes_max = 10});
    EXPECT_EQ(cut.text, "xxxxxxxxxx");
    EXPECT_THAT(cut.notes, ElementsAre("The text was cut after 10 bytes."));
}

}  // namespace
}  // namespace dandori::mail
