#include "adapters/mail/imap_idle.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/line_server.h"

namespace dandori::mail {
namespace {

/// An IMAP server that says to IDLE what the test wants.
class IdleServer {
  public:
    std::string capabilities = "IMAP4rev1 IDLE";
    std::vector<std::string> while_idle;  ///< said after `+` of the first IDLE, the second ...
    bool ends_the_connection = false;     ///< after that
    std::vector<std::string> commands;    ///< read them only after the client has gone

    IdleServer() : server_([this](auto& it) { talk(it); }) {}
    ImapSettings settings() const {
        ImapSettings settings;
        settings.host = "127.0.0.1";
        settings.port = server_.port();
        settings.security = Security::None;
        settings.username = "alert";
        settings.password = "secret";
        settings.mailbox = "A \"box\"";
        settings.timeout_seconds = 20;
        return settings;
    }

  private:
    void talk(test::LineConnection& connection) {
        connection.say("* OK ready\r\n");
        std::string idle_tag;
        std::size_t idles = 0;
        while (const auto line = connection.line()) {
            const auto tag = line->substr(0, line->find(' '));
            const auto command = line->substr(std::min(line->size(), tag.size() + 1));
            commands.push_back(line == "DONE" ? "DONE" : command);
            if (line == "DONE") {
                connection.say(idle_tag + " OK done\r\n");
            } else if (command == "IDLE") {
                idle_tag = tag;
                connection.say("+ idling\r\n" + (idles < while_idle.size() ? while_idle[idles] : ""));
                ++idles;
                if (ends_the_connection) return;
            } else {
                if (command == "CAPABILITY") connection.say("* CAPABILITY " + capabilities + "\r\n");
                connection.say(tag + " OK done\r\n");
            }
        }
    }
    test::LineServer server_;
};

TEST(ImapIdle, ReturnsOnceANewMailIsToldOf) {
    IdleServer server;
    server.while_idle = {"* OK Still here\r\n* 2 EXPUNGE\r\n* 1 FETCH (FLAGS (\\Seen))\r\n* 3 EXISTS\r\n"};
    ImapIdle idle;
    const Alarm stop;
    const auto begun = idle.begin(server.settings());
    ASSERT_TRUE(begun.has_value()) << begun.error().text;
    EXPECT_TRUE(*begun);
    const auto waited = idle.wait(stop, 600'000);
    EXPECT_TRUE(waited.has_value()) << waited.error().text;
}

TEST(ImapIdle, AsksAnewAfterTheTime) {
    IdleServer server;
    server.while_idle = {"", "", "* 1 EXISTS\r\n"};
    {
        ImapIdle idle;
        const Alarm stop;
        ASSERT_TRUE(idle.begin(server.settings()).value_or(false));
        ASSERT_TRUE(idle.wait(stop, 1).has_value());
        ASSERT_TRUE(idle.wait(stop, 1).has_value());
        ASSERT_TRUE(idle.wait(stop, 600'000).has_value());
    }
    const auto begun = std::find(server.commands.begin(), server.commands.end(), "EXAMINE \"A \\\"box\\\"\"");
    EXPECT_EQ(std::vector<std::string>(begun + 1, server.commands.end()), (std::vector<std::string>{"IDLE", "DONE", "IDLE", "DONE", "IDLE"}));
}

TEST(ImapIdle, ServersWithoutItAreKnown) {
    IdleServer server;
    server.capabilities = "IMAP4rev1 IDLER";
    ImapIdle idle;
    const auto begun = idle.begin(server.settings());
    ASSERT_TRUE(begun.has_value()) << begun.error().text;
    EXPECT_FALSE(*begun);
}

TEST(ImapIdle, ALostConnectionAndAFarewellAreFailures) {
    for (const std::string said : {"", "* BYE I must go\r\n"}) {
        IdleServer server;
        server.while_idle = {said};
        server.ends_the_connection = true;
        ImapIdle idle;
        const Alarm stop;
        ASSERT_TRUE(idle.begin(server.settings()).value_or(false));
        const auto waited = idle.wait(stop, 600'000);
        ASSERT_FALSE(waited.has_value());
        EXPECT_NE(waited.error().text.find(said.empty() ? "IMAP 127.0.0.1" : "BYE I must go"), std::string::npos) << waited.error().text;
    }
}

TEST(ImapIdle, TheAlarmEndsTheWait) {
    IdleServer server;
    ImapIdle idle;
    const Alarm stop;
    ASSERT_TRUE(idle.begin(server.settings()).value_or(false));
    stop.ring();
    EXPECT_TRUE(idle.wait(stop, 600'000).has_value());
}

}  // namespace
}  // namespace dandori::mail
