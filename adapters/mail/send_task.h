#pragma once
// From a job of a send task (`dandori:mail`) to the mail it sends; processes/README.md, "A send task that sends a
// mail".

#include "adapters/mail/compose.h"
#include "adapters/mail/template.h"
#include "engine/runtime/command.h"

namespace dandori::mail {

inline constexpr std::string_view mail_job_type = "dandori:mail";

/// What a send task asks of the desk's records.
class SendingRecords {
  public:
    virtual ~SendingRecords() = default;
    virtual Result<MailTemplate> template_of(const std::string& id) = 0;
    /// Addresses of the active people of a candidate group; people without an address are left out.
    virtual std::vector<std::string> addresses_of_group(const std::string& group) = 0;
    virtual std::optional<std::string> address_of_user(const std::string& username) = 0;
    /// The `References` that an answer to this mail carries before its Message-ID.
    virtual std::vector<std::string> references_of(const std::string& message_id) = 0;
    /// Whether an automatic answer went to `address` since then about this case, or in the thread of this mail.
    virtual bool was_answered(const std::string& address, engine::ProcessInstanceKey, const std::string& message_id,
                              Instant since) = 0;
};

struct SendingSettings {
    Letterhead letterhead;
    std::string case_url_prefix = "http://localhost:8080/cases/";  ///< the case number follows
    std::int64_t reply_interval_ms = 3'600'000;  ///< one automatic answer a sender and thread within it
};

/// What a job comes to: a mail, or none and why.
struct JobMail {
    std::optional<engine::Mail> mail;
    std::string why_none;
    std::vector<std::string> empty_placeholders;
};

/// Makes the mail of a job. Fails where the template is missing or can't be filled, a header is no text, an address is
/// none, or nobody is left to write to. The same job gives the same Message-ID.
Result<JobMail> mail_of_job(const engine::ActivatedJob&, SendingRecords&, const SendingSettings&, const Evaluate&,
                            Instant now);

}  // namespace dandori::mail
