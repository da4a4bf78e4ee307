#pragma once
// A mail that leaves, as bytes for SMTP or a file.

#include <string>

#include "engine/state/mail.h"

namespace dandori::mail {

/// What of a mail is the desk's own and not the row's.
struct Letterhead {
    std::string from_name = "統合運用管理";
    std::string from_address = "desk@desk.example.jp";
};

/// The Message-ID of the mail that a job makes: the same for the same job, so a mail sent twice is recognised as one.
/// `domain` is the part behind the `@` of the desk's address.
std::string message_id_of_job(std::int64_t job_key, const std::string& domain);

/// The Message-ID of the automatic answer to the mail with this Message-ID.
std::string message_id_of_reply(const std::string& message_id, const std::string& domain);

/// The part of an address behind its `@`.
std::string domain_of(const std::string& address);

/// What goes with the text of a mail for the calendar of its reader.
struct CalendarPart {
    std::string method;     ///< `REQUEST`
    std::string content;    ///< iCalendar
    std::string file_name;  ///< `MNT-R08-00001.ics`
};

/// The mail of an outbox row in RFC 5322 with CRLF line ends: UTF-8, text/plain and, where the row has it, the HTML
/// twin; `Date` is the row's `created_at`, so the same row gives the same bytes. Always `Auto-Submitted`
/// (`auto-replied` where the row answers a mail automatically, else `auto-generated`). No value of the row can add a
/// header. A calendar stands beside the text, for programs that offer to enter it, and as a file.
std::string compose(const engine::Mail& row, const Letterhead& letterhead, const CalendarPart* calendar = nullptr);

}  // namespace dandori::mail
