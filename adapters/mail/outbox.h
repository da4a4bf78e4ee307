#pragma once
// From outbox rows to the mail server: at least once, with a Message-ID by which a second one is recognised.

#include <condition_variable>
#include <mutex>
#include <thread>

#include "adapters/mail/compose.h"
#include "adapters/mail/engine_access.h"
#include "adapters/mail/transport.h"

namespace dandori::mail {

struct OutboxSettings {
    Letterhead letterhead;
    /// How long to wait after the first, second ... attempt that failed for now; after the last the mail is given up.
    std::vector<std::int64_t> back_off_ms{60'000,        300'000,       900'000,       3'600'000,
                                          3 * 3'600'000, 6 * 3'600'000, 12 * 3'600'000};
    std::int64_t look_every_ms = 5'000;  ///< for mails whose time has come, besides being woken
};

/// Sends all mails whose time has come and reports each; returns how many it tried. A mail given up is left in the
/// state FAILED with the server's words, for a person to see.
std::size_t send_pending(const EngineAccess&, Transport&, const OutboxSettings&, const Log&);

/// Does that on a thread of its own, when woken and every now and then, until it is destroyed: the mail that is on its
/// way then is finished first.
class Outbox {
  public:
    Outbox(EngineAccess, std::unique_ptr<Transport>, OutboxSettings, Log);
    ~Outbox();
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    /// There may be mails to send. May be called by any thread; for Engine::on_mail_pending.
    void wake();

  private:
    void run();
    EngineAccess access_;
    std::unique_ptr<Transport> transport_;
    OutboxSettings settings_;
    Log log_;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool is_woken_ = false, is_stopping_ = false;
    std::thread thread_;
};

}  // namespace dandori::mail
