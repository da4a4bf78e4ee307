#include "adapters/mail/deliver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/line_server.h"

namespace dandori::mail {
namespace {

using testing::Contains;
using testing::StartsWith;

/// A web server that gives one answer to whatever it is sent.
class WebServer {
  public:
    WebServer(int status, const std::string& body)
        : answer_("HTTP/1.1 " + std::to_string(status) + " x\r\nContent-Length: " + std::to_string(body.size()) +
                  "\r\nConnection: close\r\n\r\n" + body),
          server_([this](auto& it) { talk(it); }) {}
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }
    std::vector<std::string> head;
    std::string body;

  private:
    void talk(test::LineConnection& connection) {
        std::size_t length = 0;
        for (auto line = connection.line(); line && !line->empty(); line = connection.line()) {
            head.push_back(*line);
            if (line->starts_with("Content-Length: ")) length = std::stoul(line->substr(16));
        }
        body = connection.bytes(length);
        connection.say(answer_);
    }
    std::string answer_;
    test::LineServer server_;
};

struct Outcome {
    DeliverExit exit;
    std::string out, err;
};

Outcome deliver_to(const std::string& url, const std::string& mail, std::size_t bytes_max = 1000) {
    std::istringstream in(mail);
    std::ostringstream out, err;
    DeliverSettings settings;
    settings.server = url;
    settings.token = "t0ken";
    settings.recipient = "alert@desk.example.jp";
    settings.bytes_max = bytes_max;
    settings.kept_of_too_large = 20;
    settings.timeout_seconds = 20;
    const auto exit = deliver(in, out, err, settings);
    return {exit, out.str(), err.str()};
}

TEST(Deliver, HandsOverAndSaysWhereTheMailWent) {
    const std::pair<const char*, const char*> samples[]{
        {R"({"state": "TAKEN", "caseNo": "INC-R08-00001", "isKnown": false})", "INC-R08-00001\n"},
        {R"({"state": "TAKEN", "caseNo": "INC-R08-00001", "isKnown": true})", "INC-R08-00001 (taken before)\n"},
        {R"({"state": "TAKEN", "caseNo": null})", "kept\n"},
        {R"({"state": "TRAY", "caseNo": null, "reason": "no_rule"})", "tray: no_rule\n"},
    };
    for (const auto& [body, line] : samples) {
        WebServer server{201, body};
        const auto outcome = deliver_to(server.url(), "Subject: x\n\ntext\n");
        EXPECT_EQ(outcome.exit, DeliverExit::Taken);
        EXPECT_EQ(outcome.out, line);
        EXPECT_EQ(outcome.err, "");
        EXPECT_EQ(server.body, "Subject: x\n\ntext\n");
        EXPECT_EQ(server.head.at(0), "POST /api/mails?recipient=alert%40desk.example.jp HTTP/1.1");
        EXPECT_THAT(server.head, Contains("Authorization: Bearer t0ken"));
        EXPECT_THAT(server.head, Contains("Content-Type: message/rfc822"));
    }
}

TEST(Deliver, TellsTheMailServerWhatToDo) {
    const std::pair<int, DeliverExit> samples[]{{400, DeliverExit::DataError}, {413, DeliverExit::DataError},
                                                {401, DeliverExit::TryAgain},  {403, DeliverExit::TryAgain},
                                                {404, DeliverExit::TryAgain},  {500, DeliverExit::TryAgain},
                                                {503, DeliverExit::TryAgain}};
    for (const auto& [status, exit] : samples) {
        WebServer server{status, R"({"detail": "This is no mail."})"};
        const auto outcome = deliver_to(server.url(), "Subject: x\n\n");
        EXPECT_EQ(outcome.exit, exit) << status;
        EXPECT_EQ(outcome.err, "dandori: the mail was not taken: " + std::to_string(status) + " This is no mail.\n");
        EXPECT_EQ(outcome.out, "");
    }
}

TEST(Deliver, KeepsTheMailWithTheMailServerWhenNobodyAnswers) {
    std::string url;
    {
        WebServer gone{200, "{}"};
        url = gone.url();
    }
    const auto outcome = deliver_to(url, "Subject: x\n\n");
    EXPECT_EQ(outcome.exit, DeliverExit::TryAgain);
    EXPECT_THAT(outcome.err, StartsWith("dandori: the mail was not taken: http://127.0.0.1:"));
}

TEST(Deliver, ReturnsALargeMailAndTellsTheDesk) {
    WebServer server{201, R"({"state": "TRAY"})"};
    const auto outcome = deliver_to(server.url(), "Subject: large\n\n" + std::string(2000, 'x'));
    EXPECT_EQ(outcome.exit, DeliverExit::DataError);
    EXPECT_EQ(server.body, "Subject: large\n\nxxxx");
    EXPECT_EQ(server.head.at(0), "POST /api/mails?recipient=alert%40desk.example.jp&fullSize=2016 HTTP/1.1");
    EXPECT_EQ(outcome.err,
              "dandori: the mail has 2016 bytes; at most 1000 are taken. The desk was told that you wrote.\n");
}

TEST(Deliver, RefusesNothing) { EXPECT_EQ(deliver_to("http://127.0.0.1:1", "").exit, DeliverExit::DataError); }

}  // namespace
}  // namespace dandori::mail
