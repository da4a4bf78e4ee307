#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

enum class MailDirection { In, Out };
template <>
inline constexpr std::string_view names_of<MailDirection>[] = {"IN", "OUT"};

/// In: Taken (a case has it) or Tray (a person must look). Out: Pending (to be sent, perhaps again), Sent, or Failed for good.
/// Moved only by engine/lifecycle/mail.h.
enum class MailState { Taken, Tray, Pending, Sent, Failed };
template <>
inline constexpr std::string_view names_of<MailState>[] = {"TAKEN", "TRAY", "PENDING", "SENT", "FAILED"};

/// One mail that came or leaves: the tray and the outbox are searches over these rows.
struct Mail {
    MailKey key;
    MailDirection direction = MailDirection::In;
    MailState state = MailState::Tray;
    std::string message_id;  ///< RFC 5322 Message-ID without brackets; one row each
    std::optional<std::string> in_reply_to;
    std::vector<std::string> references;
    std::string mailbox;  ///< the intake mailbox it came to; empty for mail that leaves
    std::string sender;   ///< address
    std::vector<std::string> recipients;
    std::vector<std::string> cc;
    std::string subject;
    std::string text;
    std::optional<std::string> html;
    Bytes raw;  ///< as it came, or as it leaves; empty where what leaves is composed anew from this row
    Instant created_at;
    std::optional<Instant> sent_at;
    std::optional<ProcessInstanceKey> process_instance_key;
    std::optional<std::string> case_number;
    std::optional<std::string> fingerprint;  ///< of an alert (PROCESSES.md A-D2)
    std::optional<std::string> reason;       ///< why it lies in the tray, or why it could not be sent
    std::int32_t attempts = 0;
    std::optional<Instant> next_attempt_at;  ///< of a pending mail that leaves
    std::optional<std::string> template_id;
    bool is_important = false;  ///< leaves with `Importance: high`
    std::optional<std::string> assigned_by;  ///< username of who gave it to its case out of the tray
    std::optional<Instant> assigned_at;

    static constexpr std::string_view table = "mail";
    static constexpr auto fields() {
        using R = Mail;
        return Fields{field("mailKey", &R::key),
                      field("direction", &R::direction),
                      field("state", &R::state, FieldUse::Indexed),
                      field("messageId", &R::message_id, FieldUse::Indexed),
                      field("inReplyTo", &R::in_reply_to),
                      field("references", &R::references),
                      field("mailbox", &R::mailbox),
                      field("sender", &R::sender, FieldUse::Indexed),
                      field("recipients", &R::recipients),
                      field("cc", &R::cc),
                      field("subject", &R::subject),
                      field("text", &R::text),
                      field("html", &R::html),
                      field("raw", &R::raw, FieldUse::Internal),
                      field("createdAt", &R::created_at),
                      field("sentAt", &R::sent_at),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("caseNumber", &R::case_number, FieldUse::Indexed),
                      field("fingerprint", &R::fingerprint, FieldUse::Indexed),
                      field("reason", &R::reason),
                      field("attempts", &R::attempts),
                      field("nextAttemptAt", &R::next_attempt_at, FieldUse::Indexed),
                      field("templateId", &R::template_id),
                      field("isImportant", &R::is_important),
                      field("assignedBy", &R::assigned_by),
                      field("assignedAt", &R::assigned_at)};
    }
    bool operator==(const Mail&) const = default;
};

}  // namespace dandori::engine
