#pragma once
// A mailbox looked through by IMAP, when one is configured.

#include "adapters/mail/mailbox_poller.h"
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
    std::int64_t look_every_ms = 60'000;  ///< where the server doesn't tell of new mails
};

/// Looks once: takes mails without the keyword, each marked or moved only after it is committed. What happens in
/// between is harmless, because the Message-ID tells a mail taken before. Returns how many were taken; fails when the
/// server can't be worked with. A mail above `bytes_max` stays, marked, and its headers go to the tray.
Result<std::size_t> look_through(const ImapSettings&, const Take&, const Log&);

class ImapIdle;

/// The mailbox; its server tells of new mails (IDLE), or where it can't it is looked through every now and then.
class ImapMailbox final : public Mailbox {
  public:
    ImapMailbox(ImapSettings, Take, Log);
    ~ImapMailbox() override;
    std::string name() const override { return "IMAP " + settings_.host; }
    Result<std::size_t> look_through() override;
    void wait_for_news(const Alarm& stop, std::int64_t milliseconds) override;

  private:
    void listen();
    ImapSettings settings_;
    Take take_;
    Log log_;
    std::unique_ptr<ImapIdle> idle_;
    std::string why_not_idle_;  ///< empty: it works, or wasn't tried yet
};

/// A text as IMAP's quoted string.
std::string quoted(const std::string& text);

}  // namespace dandori::mail
