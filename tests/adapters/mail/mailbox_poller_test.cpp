#include "adapters/mail/mailbox_poller.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>

namespace dandori::mail {
namespace {

/// Answers as the test has put down; without more answers nothing is found.
struct Script {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<Result<std::size_t>()>> answers;
    std::vector<std::string> log;
    int looks = 0, waits = 0;

    void wait_for_looks(int count) {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(changed.wait_for(lock, std::chrono::seconds(60), [&] { return looks >= count; }));
    }
    Log writes_log() {
        return [this](const std::string& line) {
            const std::lock_guard lock(mutex);
            log.push_back(line);
        };
    }
};

class ScriptedMailbox final : public Mailbox {
  public:
    explicit ScriptedMailbox(Script& script) : script_(script) {}
    std::string name() const override { return "The mailbox"; }
    Result<std::size_t> look_through() override {
        std::function<Result<std::size_t>()> answer = [] { return Result<std::size_t>(0); };
        {
            const std::lock_guard lock(script_.mutex);
            ++script_.looks;
            if (!script_.answers.empty()) {
                answer = script_.answers.front();
                script_.answers.pop_front();
            }
        }
        script_.changed.notify_all();
        return answer();
    }
    void wait_for_news(const Alarm& stop, std::int64_t milliseconds) override {
        {
            const std::lock_guard lock(script_.mutex);
            ++script_.waits;
        }
        Mailbox::wait_for_news(stop, milliseconds);
    }

  private:
    Script& script_;
};

Result<std::size_t> away() { return fail(Failure::Kind::Unspecified, "away"); }

TEST(MailboxPoller, LooksAgainAtOnceWhereThereWasMore) {
    Script script;
    for (int time = 0; time < 3; ++time) script.answers.push_back([] { return Result<std::size_t>(mails_a_look_max); });
    {
        MailboxPoller poller(std::make_unique<ScriptedMailbox>(script), 3'600'000, script.writes_log());
        script.wait_for_looks(4);
    }
    EXPECT_EQ(script.looks, 4);
    EXPECT_LE(script.waits, 1);
}

TEST(MailboxPoller, SaysOnceThatItCanNotAndThatItCanAgain) {
    Script script;
    script.answers = {away, away, [] { return Result<std::size_t>(tl::unexpected(Failure{Failure::Kind::Unspecified, "elsewhere"})); },
                      []() -> Result<std::size_t> { throw std::runtime_error("broken"); }};
    {
        MailboxPoller poller(std::make_unique<ScriptedMailbox>(script), 1, script.writes_log());
        script.wait_for_looks(7);
    }
    EXPECT_EQ(script.log, (std::vector<std::string>{"away", "elsewhere", "The mailbox: broken", "The mailbox can be looked through again."}));
}

TEST(MailboxPoller, StopsAlsoWhileItWaitsForAServerThatIsAway) {
    Script script;
    script.answers = {away};
    MailboxPoller poller(std::make_unique<ScriptedMailbox>(script), 3'600'000, script.writes_log());
    script.wait_for_looks(1);
}

}  // namespace
}  // namespace dandori::mail
