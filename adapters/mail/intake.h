#pragma once
// What becomes of a mail that came: processes/intake/README.md, worked out. PROCESSES.md 0.6 and A-D2.

#include "adapters/mail/message.h"
#include "adapters/mail/rules.h"
#include "adapters/worker/expression.h"
#include "engine/runtime/command.h"

namespace dandori::mail {

using worker::Evaluate;

struct CaseLink {
    engine::ProcessInstanceKey key;
    std::string case_number;
    bool operator==(const CaseLink&) const = default;
};

/// A mail that we sent.
struct SentMail {
    engine::MailKey key;
    std::optional<CaseLink> link;  ///< the case it was sent for, while that goes on
};

/// What the intake asks of the desk's records.
class DeskRecords {
  public:
    virtual ~DeskRecords() = default;
    /// The case that one of these mails (by Message-ID; sent or taken) belongs to.
    virtual std::optional<CaseLink> case_of_mails(const std::vector<std::string>& message_ids) = 0;
    /// The mail of ours that has one of these Message-IDs.
    virtual std::optional<SentMail> sent_mail(const std::vector<std::string>& message_ids) = 0;
    virtual std::optional<CaseLink> case_of_number(const std::string& case_number) = 0;
    /// Whether the address is that of the case's requester or of a user in a candidate group of one of its tasks.
    virtual bool is_party_of(const CaseLink&, const std::string& address) = 0;
    /// The party of the user with this address: `iom`, `joint_asp/SYS-46`.
    virtual std::optional<std::string> party_of(const std::string& address) = 0;
};

struct Decision {
    enum class Kind {
        Own,             ///< we wrote it ourselves: kept, nothing more
        Correspondence,  ///< belongs to the case `link`
        Publish,         ///< becomes `message`
        Tray,            ///< waits for a person, who is told `reason`
        Record           ///< kept, nothing more
    };
    Kind kind = Kind::Tray;
    std::optional<CaseLink> link;
    std::optional<engine::PublishMessage> message;
    bool keep_without_case = false;  ///< where nobody waits for `message`: kept, not in the tray
    std::optional<std::string> reason;
    std::optional<engine::ReportMailSending> bounce;  ///< a mail of ours that didn't reach somebody after all
    std::optional<std::string> fingerprint;           ///< of an alert, see `fingerprint_of`
    std::string rule_id;                     ///< the rule that was taken, if one was
    bool reply_allowed = true;               ///< false: nobody may be answered automatically (RFC 3834)
};

/// Decides. Never fails: what goes wrong on the way sends the mail to the tray and says why.
Decision decide(const IntakeRules& rules, const Message& message, Instant received_at, DeskRecords& records,
                const Evaluate& evaluate);

/// The message by which a person lets this mail start a process, one of `names`: as the first rule that publishes one
/// of them to people's mailboxes would make it; without such a rule the first of `names`, with the mail's Message-ID as
/// key.
Result<engine::PublishMessage> message_for_start(const IntakeRules& rules, const Message& message, Instant received_at,
                                                 DeskRecords& records, const Evaluate& evaluate,
                                                 const std::vector<std::string>& names);

/// `id|host|check` with everything taken out that differs from one detection of the same fault to the next.
Result<std::string> fingerprint_of(const IntakeRules& rules, const MonitoringSource& source, const std::string& host,
                                   const std::string& check_name);

}  // namespace dandori::mail
