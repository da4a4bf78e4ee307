#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "adapters/mail/transport.h"
#include "tests/support/line_server.h"

namespace dandori::mail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// An SMTP server that answers a command as it is told, else as everybody does.
class SmtpServer {
  public:
    explicit SmtpServer(std::map<std::string, std::string> answers = {})
        : answers_(std::move(answers)), server_([this](auto& it) { talk(it); }) {}
    SmtpSettings settings(Security security = Security::None) const {
        return {.host = "127.0.0.1",
                .port = server_.port(),
                .security = security,
                .username = "",
                .password = "",
                .certificate_authorities = "",
                .hello_name = "desk.example.jp",
                .timeout_seconds = 20};
    }
    std::vector<std::string> commands;
    std::string mail;

  private:
    std::string answer_to(const std::string& line, const std::string& usual) const {
        for (const auto& [command, answer] : answers_) {
            if (line.starts_with(command)) return answer;
        }
        return usual;
    }
    void talk(test::LineConnection& connection) {
        connection.say("220 ready\r\n");
        while (const auto line = connection.line()) {
            commands.push_back(*line);
            if (line->starts_with("QUIT")) {
                connection.say("221 bye\r\n");
                return;
            }
            const bool is_data = *line == "DATA";
            const auto answer = answer_to(*line, line->starts_with("EHLO") ? "250-hello\r\n250 8BITMIME"
                                                 : is_data                 ? "354 go on"
                                                                           : "250 ok");
            connection.say(answer + "\r\n");
            if (!is_data || !answer.starts_with("354")) continue;
            for (auto text = connection.line(); text && *text != "."; text = connection.line()) mail += *text + "\n";
            connection.say(answer_to(".", "250 queued") + "\r\n");
        }
    }
    std::map<std::string, std::string> answers_;
    test::LineServer server_;
};

Sending send(SmtpServer& server, std::vector<std::string> recipients = {"a@x.jp"}, Security security = Security::None) {
    return SmtpTransport{server.settings(security)}.send("desk@desk.example.jp", recipients,
                                                         "Subject: x\r\n\r\n.dot\r\ntext\r\n");
}

TEST(SmtpTransport, HandsOverTheMailWithItsEnvelope) {
    SmtpServer server;
    const auto sending = send(server, {"a@x.jp", "b@x.jp"});
    EXPECT_EQ(sending.result, Sending::Result::Sent) << sending.reason;
    EXPECT_THAT(server.commands, ElementsAre("EHLO desk.example.jp", "MAIL FROM:<desk@desk.example.jp>",
                                             "RCPT TO:<a@x.jp>", "RCPT TO:<b@x.jp>", "DATA", "QUIT"));
    EXPECT_EQ(server.mail, "Subject: x\n\n..dot\ntext\n");  // the dot doubled, as RFC 5321 4.5.2 asks
}

TEST(SmtpTransport, TellsForNowFromForGood) {
    struct Sample {
        std::map<std::string, std::string> answers;
        Sending::Result result;
        const char* reason;
    };
    const Sample samples[]{
        {{{"MAIL", "451 later"}}, Sending::Result::TryAgain, "451 later"},
        {{{"MAIL", "550 not you"}}, Sending::Result::Failed, "550 not you"},
        {{{"RCPT", "550 no such user"}}, Sending::Result::Failed, "550 no such user"},
        {{{"RCPT", "450 busy"}}, Sending::Result::TryAgain, "450 busy"},
        {{{".", "552 too large"}}, Sending::Result::Failed, "552 too large"},
        {{{".", "452 full"}}, Sending::Result::TryAgain, "452 full"},
    };
    for (const auto& sample : samples) {
        SmtpServer server{sample.answers};
        const auto sending = send(server);
        EXPECT_EQ(sending.result, sample.result) << sending.reason;
        EXPECT_THAT(sending.reason, HasSubstr(sample.reason));
    }
}

TEST(SmtpTransport, ReachesTheOthersWhenOneIsRefused) {
    SmtpServer server{{{"RCPT TO:<gone@x.jp>", "550 no such user"}}};
    const auto sending = send(server, {"gone@x.jp", "a@x.jp"});
    EXPECT_EQ(sending.result, Sending::Result::Sent);
    EXPECT_EQ(sending.reason, "<gone@x.jp> 550 no such user");
}

TEST(SmtpTransport, GivesNothingAwayWithoutTls) {
    SmtpServer server;  // offers no STARTTLS
    const auto sending = send(server, {"a@x.jp"}, Security::StartTls);
    EXPECT_EQ(sending.result, Sending::Result::TryAgain);
    EXPECT_EQ(server.mail, "");
}

TEST(SmtpTransport, TriesAgainWhenNobodyAnswers) {
    int port = 0;
    {
        const test::LineServer gone{[](auto&) {}};
        port = gone.port();
    }
    SmtpTransport transport{{.host = "127.0.0.1",
                             .port = port,
                             .security = Security::None,
                             .username = "",
                             .password = "",
                             .certificate_authorities = "",
                             .hello_name = "x",
                             .timeout_seconds = 20}};
    EXPECT_EQ(transport.send("d@x.jp", {"a@x.jp"}, "Subject: x\r\n\r\n").result, Sending::Result::TryAgain);
}

}  // namespace
}  // namespace dandori::mail
