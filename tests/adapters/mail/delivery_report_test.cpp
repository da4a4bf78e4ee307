#include "adapters/mail/delivery_report.h"

#include <gtest/gtest.h>

#include "adapters/mail/message.h"

namespace dandori::mail {
namespace {

using Texts = std::vector<std::string>;

/// As Postfix writes it.
const std::string bounce =
    "Return-Path: <>\nFrom: MAILER-DAEMON@mail.example.jp (Mail Delivery System)\nTo: desk@desk.example.jp\n"
    "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
    "Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"B\"\n\n"
    "--B\nContent-Description: Notification\nContent-Type: text/plain; charset=us-ascii\n\nI'm sorry to have to inform you ...\n\n"
    "--B\nContent-Description: Delivery report\nContent-Type: message/delivery-status\n\n"
    "Reporting-MTA: dns; mail.example.jp\nX-Postfix-Sender: rfc822; desk@desk.example.jp\n\n"
    "Final-Recipient: rfc822; gone@x.jp\nOriginal-Recipient: rfc822;gone@x.jp\nAction: ACTION\nStatus: 5.1.1\n"
    "Remote-MTA: dns; 127.0.0.1\nDiagnostic-Code: smtp; 550 5.1.1 <gone@x.jp>\n    User doesn't exist: gone@x.jp\n\n"
    "--B\nContent-Description: Undelivered Message\nContent-Type: RETURNED\n\n"
    "Message-ID: <job.5@desk.example.jp>\nSubject: s\n\n"
    "--B--\n";

std::string with(std::string text, const std::string& what, const std::string& by) { return text.replace(text.find(what), what.size(), by); }

TEST(DeliveryReport, IsReadFromAWholeReport) {
    for (const std::string returned : {"message/rfc822", "text/rfc822-headers"}) {
        const auto message = read_message(with(with(bounce, "ACTION", "failed"), "RETURNED", returned));
        ASSERT_TRUE(message && message->report) << returned;
        EXPECT_EQ(*message->report, (DeliveryReport{{"job.5@desk.example.jp"}, true, "gone@x.jp: 5.1.1 550 5.1.1 <gone@x.jp> User doesn't exist: gone@x.jp"}))
            << message->report->words;
    }
}

TEST(DeliveryReport, OnlyFailuresAreFailures) {
    for (const std::string action : {"delayed", "delivered", "relayed", "expanded"}) {
        const auto message = read_message(with(with(bounce, "ACTION", action), "RETURNED", "message/rfc822"));
        ASSERT_TRUE(message && message->report) << action;
        EXPECT_FALSE(message->report->has_failed) << action;
    }
}

TEST(DeliveryReport, OfSeveralRecipientsThoseAreNamedWhomItDidNotReach) {
    const auto report = read_delivery_status("Reporting-MTA: dns; m\r\n\r\nFinal-Recipient: rfc822; a@x.jp\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\n"
                                             "Final-Recipient: rfc822; b@x.jp\r\nStatus: 5.2.2\r\n\r\n"
                                             "Final-Recipient: rfc822; c@x.jp\r\nAction: FAILED\r\n");
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->has_failed);
    EXPECT_EQ(report->words, "b@x.jp: 5.2.2; c@x.jp");
}

TEST(DeliveryReport, WithoutARecipientNothingIsReported) {
    for (const std::string content : {"", "\n\n\n", "Reporting-MTA: dns; m\n", "no field\n\n:\n", ": x\n y\n"}) EXPECT_FALSE(read_delivery_status(content)) << content;
}

TEST(DeliveryReport, MuchIsCut) {
    std::string content;
    for (int number = 0; number < 1000; ++number) content += "Final-Recipient: rfc822; a@x.jp\nAction: failed\nDiagnostic-Code: smtp; " + std::string(5000, 'x') + "\n\n";
    const auto report = read_delivery_status(content);
    ASSERT_TRUE(report);
    EXPECT_LE(report->words.size(), 1500U);
}

TEST(DeliveryReport, PlainBouncesAreKnownByTheHeadersTheyReturn) {
    const std::string text = "Hi. This is the qmail-send program.\n<gone@x.jp>:\nno mailbox here\n\n--- Below this line is a copy of the message.\n\n"
                             "Return-Path: <desk@desk.example.jp>\nMESSAGE-ID:\n <job.5@desk.example.jp>\nSubject: s\n";
    EXPECT_EQ(read_plain_bounce("failure notice", text, ""), (DeliveryReport{{"job.5@desk.example.jp"}, true, "failure notice"}));
    EXPECT_EQ(read_plain_bounce("failure notice", text, "gone@x.jp"), (DeliveryReport{{"job.5@desk.example.jp"}, true, "gone@x.jp: failure notice"}));
    EXPECT_FALSE(read_plain_bounce("Warning: message 1abc delayed 24 hours", text, "")->has_failed);
    EXPECT_FALSE(read_plain_bounce("failure notice", "My Message-ID: none, and no headers", ""));
}

TEST(DeliveryReport, APersonWhoQuotesHeadersReportsNothing) {
    const std::string quoted = "\n\nMessage-ID: <job.5@desk.example.jp>\n";
    EXPECT_FALSE(read_message("From: taro@x.jp\nSubject: Re: s" + quoted)->report);
    EXPECT_TRUE(read_message("From: MAILER-DAEMON@x.jp\nSubject: s" + quoted)->report);
    EXPECT_TRUE(read_message("Return-Path: <>\nFrom: taro@x.jp\nSubject: s" + quoted)->report);
}

TEST(DeliveryReport, IdsAreFoundAlsoWhereTheyAreQuoted) {
    EXPECT_EQ(message_ids_in("> Message-Id: <a@b>\r\n>> message-id: <c@d> (x)\nMessage-ID: none\nMessage-ID: <>\nX-Message-ID: <e@f>\n"), (Texts{"a@b", "c@d"}));
}

}  // namespace
}  // namespace dandori::mail
