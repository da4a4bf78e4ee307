#include "adapters/mail/imap_mailbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/line_server.h"

namespace dandori::mail {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// An IMAP server with one mailbox of three mails: two small (uid 3 and 7), one large (uid 9).
class ImapServer {
  public:
    ImapServer() : server_([this](auto& it) { talk(it); }) {}
    ImapSettings settings(const std::string& taken_folder = "") const {
        ImapSettings settings;
        settings.host = "127.0.0.1";
        settings.port = server_.port();
        settings.security = Security::None;
        settings.username = "alert";
        settings.password = "secret";
        settings.taken_folder = taken_folder;
        settings.recipient = "alert@desk.example.jp";
        settings.bytes_max = 1000;
        settings.timeout_seconds = 20;
        return settings;
    }
    std::vector<std::string> marks;
    std::vector<std::string> searches;

  private:
    void talk(test::LineConnection& connection) {
        connection.say("* OK ready\r\n");
        while (const auto line = connection.line()) {
            const auto space = line->find(' ');
            const auto tag = line->substr(0, space);
            const auto command = line->substr(space + 1);
            connection.say(answer_to(command) + tag + " OK done\r\n");
            if (command == "LOGOUT") return;
        }
    }
    std::string answer_to(const std::string& command) {
        if (command == "CAPABILITY") return "* CAPABILITY IMAP4rev1 UIDPLUS MOVE\r\n";
        if (command.starts_with("SELECT")) return "* 3 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n";
        if (command.starts_with("UID SEARCH")) return search(command);
        if (command.ends_with("RFC822.SIZE")) return "* 3 FETCH (UID 9 RFC822.SIZE 31457280)\r\n";
        if (command.starts_with("UID FETCH 9 BODY[HEADER]"))
            return literal(9, "BODY[HEADER]", "Subject: large\r\n\r\n");
        if (command.starts_with("UID FETCH"))
            return literal(3, "BODY[]", "Subject: mail " + command.substr(10, 1) + "\r\n\r\ntext\r\n");
        if (command.starts_with("UID STORE") || command.starts_with("UID MOVE")) marks.push_back(command);
        return "";
    }
    std::string search(const std::string& command) {
        searches.push_back(command);
        return command.find("NOT LARGER") != std::string::npos ? "* SEARCH 3 7\r\n" : "* SEARCH 9\r\n";
    }
    static std::string literal(int uid, const std::string& section, const std::string& mail) {
        return "* 1 FETCH (UID " + std::to_string(uid) + " " + section + " {" + std::to_string(mail.size()) + "}\r\n" +
               mail + ")\r\n";
    }
    test::LineServer server_;
};

struct Taken {
    std::vector<std::string> mails;
    std::vector<std::size_t> sizes;
    Take take() {
        return [this](const std::string& raw, const Delivery& delivery) {
            EXPECT_EQ(delivery.recipient, "alert@desk.example.jp");
            mails.push_back(raw);
            sizes.push_back(delivery.full_size);
            return engine::TakeMail::Answer{};
        };
    }
};

void quiet(const std::string&) {}

TEST(ImapMailbox, TakesEachMailAndThenMarksIt) {
    ImapServer server;
    Taken taken;
    const auto count = look_through(server.settings(), taken.take(), quiet);
    ASSERT_TRUE(count.has_value()) << count.error().text;
    EXPECT_EQ(*count, 3U);
    EXPECT_THAT(taken.mails, ElementsAre("Subject: mail 3\r\n\r\ntext\r\n", "Subject: mail 7\r\n\r\ntext\r\n",
                                         "Subject: large\r\n\r\n"));
    EXPECT_THAT(taken.sizes, ElementsAre(0U, 0U, 31'457'280U));
    EXPECT_THAT(server.marks,
                ElementsAre("UID STORE 3 +FLAGS (DandoriTaken \\Seen)", "UID STORE 7 +FLAGS (DandoriTaken \\Seen)",
                            "UID STORE 9 +FLAGS (DandoriTaken \\Seen)"));
    EXPECT_THAT(server.searches, Contains("UID SEARCH UNDELETED UNKEYWORD DandoriTaken NOT LARGER 1000"));
}

TEST(ImapMailbox, MovesWhereItIsToldTo) {
    ImapServer server;
    Taken taken;
    ASSERT_TRUE(look_through(server.settings("Taken \"2026\""), taken.take(), quiet).has_value());
    EXPECT_THAT(server.marks, Contains("UID MOVE 3 \"Taken \\\"2026\\\"\""));
}

TEST(ImapMailbox, MarksNothingThatIsNotCommitted) {
    ImapServer server;
    std::vector<std::string> log;
    const Take busy = [](const std::string&, const Delivery&) -> engine::Outcome<engine::TakeMail::Answer> {
        return tl::unexpected(engine::Rejection{engine::Rejection::Code::ResourceExhausted, "too busy"});
    };
    const auto count = look_through(server.settings(), busy, [&](const std::string& line) { log.push_back(line); });
    EXPECT_EQ(count.value_or(99), 0U);
    EXPECT_THAT(server.marks, IsEmpty());
    EXPECT_THAT(log, Contains("IMAP mail 3 was not taken: too busy"));
}

TEST(ImapMailbox, SaysWhenTheServerIsNotThere) {
    ImapSettings settings;
    {
        const ImapServer gone;
        settings = gone.settings();
    }
    const auto count = look_through(settings, Taken{}.take(), quiet);
    ASSERT_FALSE(count.has_value());
    EXPECT_THAT(count.error().text, HasSubstr("IMAP 127.0.0.1: UID SEARCH"));
}

}  // namespace
}  // namespace dandori::mail
