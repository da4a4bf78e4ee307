#pragma once
// A mailbox looked through by POP3 (RFC 1939), when one is configured.

#include <set>

#include "adapters/mail/mailbox_poller.h"
#include "adapters/mail/transport.h"

namespace dandori::mail {

struct Pop3Settings {
    std::string host;
    int port = 995;
    Security security = Security::Tls;
    std::string username, password;
    std::string certificate_authorities;  ///< file of trusted certificates; empty: the system's
    bool leaves_mails = false;            ///< taken mails stay on the server; else they are deleted there
    std::string recipient;                ///< the address this mailbox stands for; may be empty
    std::size_t bytes_max = 25 * 1024 * 1024;
    int timeout_seconds = 120;
    std::int64_t look_every_ms = 60'000;
};

/// A mail is deleted only after it is committed, and the server does it only at the end of a session: what happens in between is harmless,
/// because the Message-ID tells a mail taken before. A mail above `bytes_max` stays; its headers go to the tray.
///
/// Which mails that stay were taken is kept in memory only: after a start each is offered once more, and known by its Message-ID.
class Pop3Mailbox final : public Mailbox {
  public:
    Pop3Mailbox(Pop3Settings, Take, Log);
    std::string name() const override { return "POP3 " + settings_.host; }
    Result<std::size_t> look_through() override;

  private:
    class Session;
    struct Listed;
    Result<bool> take(Session&, const Listed&);
    Pop3Settings settings_;
    Take take_;
    Log log_;
    std::set<std::string> seen_;  ///< unique ids of mails that stay and are done with
};

}  // namespace dandori::mail
