#pragma once
// `dandori serve`: the only place where everything meets.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace dandori {

struct ServeSettings {
    std::string listen = "127.0.0.1:8080";
    std::string store = "sqlite:dandori.db";
    bool is_open = false;     ///< `--auth none`: nobody signs in; only on loopback
    bool test_clock = false;  ///< the API may pin the clock
    std::string clock_at;     ///< ISO 8601: where it is pinned from the start; empty: it runs
    std::string audit = "all";     ///< `all`, `people` or `off`
    std::int64_t audit_days = 0;   ///< 0: kept for ever
    bool multi_tenancy = false;  ///< people see and change only what is of their tenants
    std::string token_issuer, token_audience, token_keys_url;  ///< of bearer tokens; without an issuer none are taken
    std::string sign_in_issuer, sign_in_client, sign_in_secret_file;  ///< the identity provider at which people sign in
    std::string sign_in_scopes = "openid profile email", sign_in_name = "SSO";
    std::string token_username_claim = "preferred_username", token_client_claim = "client_id", token_groups_claim;
    std::string replica;     ///< of the store, for searches; empty: none
    std::string member;      ///< name among the servers on one database; empty: host and port
    std::string member_url;  ///< where the others reach it; empty: where it listens
    std::string processes;    ///< folder; empty: none
    std::string seed_users;   ///< file; empty: none
    std::string pages;        ///< folder of the built page; empty: none

    std::string tls_certificate, tls_key;  ///< PEM files; empty: no TLS
    std::vector<std::string> trusted_proxies;
    std::vector<std::string> metrics_from{"127.0.0.0/8", "::1"};  ///< addresses and networks that may ask for figures
    std::string log_format = "text";                              ///< or `json`
    std::string log_requests = "failed";                          ///< or `all`

    std::string intake_rules;  ///< file; empty: `intake/rules.json` of the processes, where there is one
    std::string public_url;    ///< as people reach the server, for links in mails; empty: where it listens
    std::string mail_from_name, mail_from_address;  ///< empty: the desk's own
    std::string outbox;           ///< folder for mails while no SMTP server is named; empty: beside the store
    std::string mail_token_file;  ///< what `dandori mail deliver` shows; empty: one beside the store, made when missing
    std::string smtp_host;        ///< empty: none
    std::uint16_t smtp_port = 587;
    std::string smtp_security = "starttls";
    std::string smtp_username, smtp_password_file;
    std::string imap_host;  ///< empty: none
    std::uint16_t imap_port = 993;
    std::string imap_security = "tls";
    std::string imap_username, imap_password_file;
    std::string imap_mailbox = "INBOX", imap_taken_folder, imap_recipient;
    std::uint32_t imap_every_seconds = 60;
    std::string pop3_host;  ///< empty: none
    std::uint16_t pop3_port = 995;
    std::string pop3_security = "tls";
    std::string pop3_username, pop3_password_file, pop3_recipient;
    bool pop3_leaves_mails = false;
    std::uint32_t pop3_every_seconds = 60;
    std::string certificate_authorities;  ///< file; empty: the system's
    std::string forms_inbox;                      ///< folder for answers to request forms; empty: beside the store
    std::string handoff_sftp, handoff_sftp_user, handoff_sftp_key_file, handoff_sftp_host_key;  ///< empty: nothing is sent by SFTP
    std::vector<std::string> trusted_answers;     ///< addresses, or `folder`: what comes so is confirmed without a person
};

/// Serves until SIGTERM or SIGINT, which it waits for. Prints one line with its URL on `out` once it answers and logs
/// to `errors`. Returns the exit status: 0 stopped as asked, 1 couldn't start, 2 settings that contradict one another.
int serve(const ServeSettings&, std::ostream& out, std::ostream& errors);

}  // namespace dandori
