#include "adapters/mail/pop3_mailbox.h"

#include <gtest/gtest.h>

#include "tests/support/line_server.h"

namespace dandori::mail {
namespace {

/// A POP3 server with mails by unique id. Only QUIT deletes.
class Pop3Server {
  public:
    std::vector<std::pair<std::string, std::string>> mails;
    bool loses_connection_at_quit = false;
    std::string refuses;                ///< a command that is answered by -ERR
    std::vector<std::string> commands;  ///< read them only after the client has gone

    Pop3Server() : server_([this](auto& it) { talk(it); }) {}
    Pop3Settings settings() const {
        Pop3Settings settings;
        settings.host = "127.0.0.1";
        settings.port = server_.port();
        settings.security = Security::None;
        settings.username = "alert";
        settings.password = "secret";
        settings.recipient = "alert@desk.example.jp";
        settings.bytes_max = 1000;
        settings.timeout_seconds = 20;
        return settings;
    }

  private:
    void talk(test::LineConnection& connection) {
        connection.say("+OK ready\r\n");
        std::vector<std::size_t> deleted;
        while (const auto line = connection.line()) {
            commands.push_back(*line);
            const auto number = line->size() > 5 ? std::strtoull(line->c_str() + line->find(' '), nullptr, 10) : 0;
            if (!refuses.empty() && line->starts_with(refuses)) {
                connection.say("-ERR not here\r\n");
            } else if (*line == "CAPA") {
                connection.say("+OK\r\nUSER\r\nUIDL\r\n.\r\n");
            } else if (*line == "LIST" || *line == "UIDL") {
                std::string answer = "+OK\r\n";
                for (std::size_t at = 0; at < mails.size(); ++at)
                    answer += std::to_string(at + 1) + " " + (*line == "UIDL" ? mails[at].first : std::to_string(mails[at].second.size())) + "\r\n";
                connection.say(answer + ".\r\n");
            } else if (line->starts_with("RETR")) {
                connection.say("+OK\r\n" + mails.at(number - 1).second + ".\r\n");
            } else if (line->starts_with("TOP")) {
                connection.say("+OK\r\n" + mails.at(number - 1).second.substr(0, 10) + "\r\n.\r\n");
            } else {
                if (line->starts_with("DELE")) deleted.push_back(number - 1);
                const bool is_end = *line == "QUIT";
                if (is_end && loses_connection_at_quit) return;
                connection.say("+OK\r\n");
                if (!is_end) continue;
                for (auto at = deleted.rbegin(); at != deleted.rend(); ++at) mails.erase(mails.begin() + static_cast<std::ptrdiff_t>(*at));
                return;
            }
        }
    }
    test::LineServer server_;
};

class Pop3MailboxTest : public testing::Test {
  protected:
    Result<std::size_t> look(bool leaves_mails = false) {
        if (!mailbox_) {
            auto settings = server.settings();
            settings.leaves_mails = leaves_mails;
            mailbox_ = std::make_unique<Pop3Mailbox>(
                settings,
                [this](const std::string& raw, const Delivery& delivery) -> engine::Outcome<engine::TakeMail::Answer> {
                    if (raw.starts_with(refused) && !refused.empty())
                        return tl::unexpected(engine::Rejection{engine::Rejection::Code::ResourceExhausted, "too busy"});
                    EXPECT_EQ(delivery.recipient, "alert@desk.example.jp");
                    taken.push_back(raw);
                    sizes.push_back(delivery.full_size);
                    return engine::TakeMail::Answer{};
                },
                [this](const std::string& line) { log.push_back(line); });
        }
        return mailbox_->look_through();
    }
    using Texts = std::vector<std::string>;
    Pop3Server server;
    std::string refused;
    Texts taken, log;
    std::vector<std::size_t> sizes;

  private:
    std::unique_ptr<Pop3Mailbox> mailbox_;
};

TEST_F(Pop3MailboxTest, TakesAndDeletes) {
    server.mails = {{"a", "Subject: a\r\n\r\n..one dot\r\n..\r\n"}, {"b", "Subject: b\r\n\r\n"}};
    EXPECT_EQ(look().value_or(99), 2U);
    EXPECT_EQ(taken, (Texts{"Subject: a\r\n\r\n.one dot\r\n.\r\n", "Subject: b\r\n\r\n"}));
    EXPECT_EQ(look().value_or(99), 0U);
    EXPECT_TRUE(server.mails.empty());
}

TEST_F(Pop3MailboxTest, LeavesWhatItIsToldToLeaveAndTakesItOnce) {
    server.mails = {{"a", "Subject: a\r\n\r\n"}};
    EXPECT_EQ(look(true).value_or(99), 1U);
    server.mails.insert(server.mails.begin(), {"b", "Subject: b\r\n\r\n"});  // numbers change, unique ids don't
    EXPECT_EQ(look().value_or(99), 1U);
    EXPECT_EQ(look().value_or(99), 0U);
    EXPECT_EQ(taken, (Texts{"Subject: a\r\n\r\n", "Subject: b\r\n\r\n"}));
    EXPECT_EQ(server.mails.size(), 2U);
}

TEST_F(Pop3MailboxTest, DeletesNothingThatIsNotCommitted) {
    server.mails = {{"a", "Subject: a\r\n\r\n"}, {"b", "Subject: b\r\n\r\n"}};
    refused = "Subject: a";
    EXPECT_EQ(look().value_or(99), 1U);
    EXPECT_EQ(log, (Texts{"POP3 mail a was not taken: too busy"}));
    refused.clear();
    EXPECT_EQ(look().value_or(99), 1U);
    EXPECT_EQ(taken, (Texts{"Subject: b\r\n\r\n", "Subject: a\r\n\r\n"}));
}

TEST_F(Pop3MailboxTest, ALargeOneStaysAndItsHeadersAreTaken) {
    server.mails = {{"a", "Subject: a\r\n\r\n" + std::string(2000, 'x') + "\r\n"}};
    EXPECT_EQ(look().value_or(99), 1U);
    EXPECT_EQ(look().value_or(99), 0U);
    EXPECT_EQ(taken, (Texts{"Subject: a\r\n"}));
    EXPECT_EQ(sizes, (std::vector<std::size_t>{2016}));
    EXPECT_EQ(server.mails.size(), 1U);
}

TEST_F(Pop3MailboxTest, ASessionThatDoesNotEndIsAFailureAndOffersItsMailsAgain) {
    server.mails = {{"a", "Subject: a\r\n\r\n"}};
    server.loses_connection_at_quit = true;
    EXPECT_FALSE(look().has_value());
    server.loses_connection_at_quit = false;
    EXPECT_EQ(look().value_or(99), 1U);
    EXPECT_EQ(taken.size(), 2U);
}

TEST_F(Pop3MailboxTest, ManyAreTakenInPortions) {
    for (std::size_t number = 0; number < mails_a_look_max + 5; ++number) server.mails.emplace_back("u" + std::to_string(number), "Subject: a\r\n\r\n");
    EXPECT_EQ(look().value_or(0), mails_a_look_max);
    EXPECT_EQ(look().value_or(0), 5U);
}

TEST_F(Pop3MailboxTest, TheServersWordsAreTold) {
    server.refuses = "UIDL";
    const auto looked = look();
    ASSERT_FALSE(looked.has_value());
    EXPECT_EQ(looked.error().text, "POP3 127.0.0.1: UIDL: -ERR not here");
}

}  // namespace
}  // namespace dandori::mail
