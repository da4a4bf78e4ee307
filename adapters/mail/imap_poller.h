#pragma once
// A mailbox looked through by IMAP, when one is configured.

#include <condition_variable>
#include <mutex>
#include <thread>

#include "adapters/mail/engine_access.h"
#include "adapters/mail/intake_service.h"
#include "adapters/mail/transport.h"

namespace dandori::mail {

struct ImapSettings {
    std::string host;
    int port = 993;
    Security security = Security::Tls;
    std::string username, password;
    std::string certificate_authorities;  ///< file of trusted certificates; empty: the system's
    std::string mailbox = "INBOX";
    std::string
        taken_folder;       ///< taken mails are moved there; empty: they stay, marked with the keyword `DandoriTaken`
    std::string recipient;  ///< the address this mailbox stands for; may be empty
    std::size_t bytes_max = 25 * 1024 * 1024;
    int timeout_seconds = 120;
    std::int64_t look_every_ms = 60'000;
};

/// Takes one mail and answers when it is committed; as IntakeService::take.
using Take = std::function<engine::Outcome<engine::TakeMail::Answer>(const std::string& raw, const Delivery&)>;

/// Looks once: takes every mail without the keyword, each marked or moved only after it is committed. What happens in
/// between is harmless, because the Message-ID tells a mail taken before. Returns how many were taken; fails when the
/// server can't be worked with. A mail above `bytes_max` stays, marked, and its headers go to the tray.
Result<std::size_t> look_through(const ImapSettings&, const Take&, const Log&);

/// Does that on a thread of its own until it is destroyed.
class ImapPoller {
  public:
    ImapPoller(ImapSettings, Take, Log);
    ~ImapPoller();
    ImapPoller(const ImapPoller&) = delete;
    ImapPoller& operator=(const ImapPoller&) = delete;

  private:
    void run();
    ImapSettings settings_;
    Take take_;
    Log log_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace dandori::mail
