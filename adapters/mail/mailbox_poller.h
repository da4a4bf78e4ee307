#pragma once
// A mailbox of a mail server, looked through again and again.

#include <memory>
#include <thread>

#include "adapters/mail/alarm.h"
#include "adapters/mail/engine_access.h"
#include "adapters/mail/intake_service.h"

namespace dandori::mail {

/// Takes one mail and answers when it is committed; as IntakeService::take.
using Take = std::function<engine::Outcome<engine::TakeMail::Answer>(const std::string& raw, const Delivery&)>;

/// So many mails are taken in one look; where there were more, the next look follows at once.
inline constexpr std::size_t mails_a_look_max = 200;

/// Whether the mail is done with: committed, or none that could ever be. `name` is what the log calls it.
bool is_done(const std::string& name, const engine::Outcome<engine::TakeMail::Answer>&, const Log&);

/// Where mails lie for us to fetch. Used by one thread.
class Mailbox {
  public:
    virtual ~Mailbox() = default;
    /// As the log calls it: `IMAP mail.example.jp`.
    virtual std::string name() const = 0;
    /// Takes what is new, at most `mails_a_look_max`; returns how many. Fails when the server can't be worked with.
    virtual Result<std::size_t> look_through() = 0;
    /// Returns when there may be something new: when the server says so where it can, else after `milliseconds`; at once when `stop` rings.
    virtual void wait_for_news(const Alarm& stop, std::int64_t milliseconds) { stop.wait(milliseconds); }
};

/// Looks through a mailbox on a thread of its own until it is destroyed. While its server can't be worked with, it is tried again ever less
/// often, up to sixteen times `look_every_ms`; the log says so once, and when it works again.
class MailboxPoller {
  public:
    MailboxPoller(std::unique_ptr<Mailbox>, std::int64_t look_every_ms, Log);
    ~MailboxPoller();
    MailboxPoller(const MailboxPoller&) = delete;
    MailboxPoller& operator=(const MailboxPoller&) = delete;

  private:
    void run();
    std::unique_ptr<Mailbox> mailbox_;
    std::int64_t look_every_ms_;
    Log log_;
    Alarm stop_;
    std::thread thread_;
};

}  // namespace dandori::mail
