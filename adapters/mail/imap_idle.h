#pragma once
#include "adapters/mail/imap_mailbox.h"
#include "adapters/mail/line_session.h"

namespace dandori::mail {

/// A connection on which an IMAP server tells of new mails as they come (RFC 2177, IDLE).
class ImapIdle {
  public:
    /// Connects, opens the mailbox without changing it and asks to be told. False when the server can't (no IDLE).
    Result<bool> begin(const ImapSettings&);

    /// Returns when a new mail was told of, after the time, or when `stop` rings. After the time the request is made anew: RFC 2177 wants that
    /// within 29 minutes. Fails when the connection is lost.
    Result<void> wait(const Alarm& stop, std::int64_t milliseconds);

  private:
    Result<std::string> answer(const std::string& command);
    Result<void> ask_to_be_told();
    Result<void> stop_being_told();
    Result<std::string> until_tag();
    LineSession session_;
    int commands_ = 0;
};

}  // namespace dandori::mail
