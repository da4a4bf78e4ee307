#include "adapters/main/mail_settings.h"

#include <filesystem>

#include "adapters/main/secrets.h"

namespace dandori {
namespace {

Result<mail::Security> security_of(const std::string& text) {
    if (text == "none") return mail::Security::None;
    if (text == "starttls") return mail::Security::StartTls;
    if (text == "tls") return mail::Security::Tls;
    return fail(Failure::Kind::Syntax, "'" + text + "' is no security; none, starttls or tls is expected.");
}

std::string intake_rules_of(const ServeSettings& settings) {
    if (!settings.intake_rules.empty() || settings.processes.empty()) return settings.intake_rules;
    const auto file = std::filesystem::path(settings.processes) / "intake" / "rules.json";
    std::error_code error;
    return std::filesystem::exists(file, error) ? file.string() : "";
}

Result<std::optional<mail::SmtpSettings>> smtp_settings(const ServeSettings& settings) {
    if (settings.smtp_host.empty()) return std::optional<mail::SmtpSettings>();
    mail::SmtpSettings smtp;
    smtp.host = settings.smtp_host;
    smtp.port = settings.smtp_port;
    smtp.security = TRY(security_of(settings.smtp_security));
    smtp.username = settings.smtp_username;
    smtp.password = TRY(secret_from("DANDORI_SMTP_PASSWORD", settings.smtp_password_file));
    smtp.certificate_authorities = settings.certificate_authorities;
    return std::optional(std::move(smtp));
}

Result<std::optional<mail::ImapSettings>> imap_settings(const ServeSettings& settings) {
    if (settings.imap_host.empty()) return std::optional<mail::ImapSettings>();
    mail::ImapSettings imap;
    imap.host = settings.imap_host;
    imap.port = settings.imap_port;
    imap.security = TRY(security_of(settings.imap_security));
    imap.username = settings.imap_username;
    imap.password = TRY(secret_from("DANDORI_IMAP_PASSWORD", settings.imap_password_file));
    imap.certificate_authorities = settings.certificate_authorities;
    imap.mailbox = settings.imap_mailbox;
    imap.taken_folder = settings.imap_taken_folder;
    imap.recipient = settings.imap_recipient;
    imap.look_every_ms = settings.imap_every_seconds * 1000LL;
    return std::optional(std::move(imap));
}

Result<std::optional<mail::Pop3Settings>> pop3_settings(const ServeSettings& settings) {
    if (settings.pop3_host.empty()) return std::optional<mail::Pop3Settings>();
    mail::Pop3Settings pop3;
    pop3.host = settings.pop3_host;
    pop3.port = settings.pop3_port;
    pop3.security = TRY(security_of(settings.pop3_security));
    pop3.username = settings.pop3_username;
    pop3.password = TRY(secret_from("DANDORI_POP3_PASSWORD", settings.pop3_password_file));
    pop3.certificate_authorities = settings.certificate_authorities;
    pop3.leaves_mails = settings.pop3_leaves_mails;
    pop3.recipient = settings.pop3_recipient;
    pop3.look_every_ms = settings.pop3_every_seconds * 1000LL;
    return std::optional(std::move(pop3));
}

}  // namespace

Result<MailSettings> mail_settings(const ServeSettings& settings) {
    MailSettings mail;
    mail.rules_file = intake_rules_of(settings);
    if (!settings.mail_from_name.empty()) mail.letterhead.from_name = settings.mail_from_name;
    if (!settings.mail_from_address.empty()) mail.letterhead.from_address = settings.mail_from_address;
    mail.case_url_prefix =
        (settings.public_url.empty() ? "http://" + settings.listen : settings.public_url) + "/cases/";
    mail.outbox_folder = settings.outbox;
    mail.smtp = TRY(smtp_settings(settings));
    mail.imap = TRY(imap_settings(settings));
    mail.pop3 = TRY(pop3_settings(settings));
    if ((mail.imap || mail.pop3) && mail.rules_file.empty()) {
        return fail(Failure::Kind::Unspecified, std::string(mail.imap ? "--imap-host" : "--pop3-host") +
                                                    " takes mails in, which needs rules: give --intake-rules or --processes.");
    }
    return mail;
}

}  // namespace dandori
