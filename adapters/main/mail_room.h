#pragma once
// The mail room of a running server: intake, outbox and the worker of send tasks, joined with the engine. Mails can be looked at whenever the
// room is there; they come and go while it is open.

#include <memory>
#include <optional>

#include "adapters/mail/digest.h"
#include "adapters/mail/imap_mailbox.h"
#include "adapters/mail/intake_service.h"
#include "adapters/mail/mail_api.h"
#include "adapters/mail/outbox.h"
#include "adapters/mail/pop3_mailbox.h"
#include "adapters/mail/send_worker.h"
#include "adapters/mail/stored_records.h"
#include "adapters/main/log.h"

namespace dandori {

struct MailSettings {
    std::string rules_file;  ///< empty: no mails are taken in
    mail::Letterhead letterhead;
    std::string case_url_prefix = "http://127.0.0.1:8080/cases/";
    std::string outbox_folder = "outbox";    ///< where mails are written as .eml files ...
    std::optional<mail::SmtpSettings> smtp;  ///< ... unless they are sent
    std::optional<mail::ImapSettings> imap;  ///< absent: no mailbox is looked through by IMAP ...
    std::optional<mail::Pop3Settings> pop3;  ///< ... or by POP3
};

/// The engine and the clock must outlive it.
class MailRoom {
  public:
    /// Throws std::runtime_error when the intake's rules can't be read.
    MailRoom(engine::Engine&, const engine::Clock&, worker::Evaluate, MailSettings, Log, mail::KeepFiles keep_files);
    ~MailRoom();
    MailRoom(const MailRoom&) = delete;
    MailRoom& operator=(const MailRoom&) = delete;

    /// From now on mails are sent and mailboxes looked through: by one server of a store, the one that leads.
    void open();
    void close();

    /// None where no mails are taken in.
    mail::MailApi* api() { return api_ ? &*api_ : nullptr; }

  private:
    struct Bell;
    const mail::EngineAccess access_;
    const worker::Evaluate evaluate_;
    const MailSettings settings_;
    const Log log_;
    engine::Reader& reader_;
    std::shared_ptr<Bell> bell_;
    std::unique_ptr<mail::Outbox> outbox_;
    std::unique_ptr<mail::SendWorker> worker_;
    std::unique_ptr<mail::DigestWorker> digest_worker_;
    std::unique_ptr<mail::IntakeService> intake_;
    mail::StoredRecords templates_;
    std::optional<mail::MailApi> api_;
    std::vector<std::unique_ptr<mail::MailboxPoller>> pollers_;
};

}  // namespace dandori
