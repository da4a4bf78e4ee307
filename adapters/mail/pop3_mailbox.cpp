#include "adapters/mail/pop3_mailbox.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "adapters/mail/line_session.h"

namespace dandori::mail {
namespace {

constexpr std::size_t listed_max = 100'000;

}  // namespace

struct Pop3Mailbox::Listed {
    std::size_t number = 0;  ///< in this session only
    std::string unique_id;
    std::size_t size = 0;
};

/// One session: its numbers hold until it is ended, and only its end deletes.
class Pop3Mailbox::Session {
  public:
    explicit Session(const Pop3Settings& settings) : settings_(settings) {}

    Result<void> open() {
        const auto url = (settings_.security == Security::Tls ? "pop3s://" : "pop3://") + settings_.host + ":" + std::to_string(settings_.port);
        return lines_.open("POP3 " + settings_.host, url, settings_.security == Security::StartTls, settings_.username, settings_.password,
                           settings_.certificate_authorities, settings_.timeout_seconds);
    }

    /// The mails in the server's order, which is that of their coming.
    Result<std::vector<Listed>> list() {
        std::map<std::size_t, Listed> listed;
        for (const auto& [number, size] : TRY(numbered("LIST"))) listed[number] = {number, "", std::strtoull(size.c_str(), nullptr, 10)};
        for (const auto& [number, id] : TRY(numbered("UIDL"))) {
            if (const auto at = listed.find(number); at != listed.end()) at->second.unique_id = id;
        }
        std::vector<Listed> mails;
        for (auto& [number, mail] : listed) mails.push_back(std::move(mail));
        return mails;
    }

    Result<std::string> fetch(std::size_t number) { return text_of("RETR " + std::to_string(number), settings_.bytes_max + 1024 * 1024); }
    Result<std::string> fetch_headers(std::size_t number) { return text_of("TOP " + std::to_string(number) + " 0", 1024 * 1024); }
    Result<void> remove(std::size_t number) { return command("DELE " + std::to_string(number)); }
    Result<void> end() { return command("QUIT"); }

  private:
    Result<void> command(const std::string& text) {
        TRY(lines_.say(text));
        const auto answer = TRY(lines_.line());
        if (answer.starts_with("+OK")) return {};
        return fail(Failure::Kind::Unspecified, "POP3 " + settings_.host + ": " + text + ": " + answer.substr(0, 200));
    }

    /// The lines up to the single dot; a dot put before a dot is taken away (RFC 1939, 3).
    Result<std::string> text_of(const std::string& text, std::size_t bytes_max) {
        TRY(command(text));
        std::string whole;
        bool is_too_long = false;
        for (;;) {
            auto line = TRY(lines_.line(bytes_max));
            if (line == ".") break;
            if (line.starts_with('.')) line.erase(0, 1);
            is_too_long = is_too_long || whole.size() + line.size() > bytes_max;
            if (!is_too_long) whole += line + "\r\n";
        }
        if (is_too_long)
            return fail(Failure::Kind::Bounds, "POP3 " + settings_.host + ": " + text + ": more than " + std::to_string(bytes_max) + " bytes");
        return whole;
    }

    Result<std::vector<std::pair<std::size_t, std::string>>> numbered(const std::string& text) {
        std::istringstream lines(TRY(text_of(text, 16 * 1024 * 1024)));
        std::vector<std::pair<std::size_t, std::string>> found;
        std::size_t number = 0;
        for (std::string line, word; found.size() < listed_max && std::getline(lines, line);) {
            if (std::istringstream words(line); words >> number >> word) found.emplace_back(number, word);
        }
        return found;
    }

    const Pop3Settings& settings_;
    LineSession lines_;
};

Pop3Mailbox::Pop3Mailbox(Pop3Settings settings, Take take, Log log)
    : settings_(std::move(settings)), take_(std::move(take)), log_(std::move(log)) {}

/// Whether it was taken now.
Result<bool> Pop3Mailbox::take(Session& session, const Listed& mail) {
    const bool is_too_large = mail.size > settings_.bytes_max;
    const auto raw = is_too_large ? session.fetch_headers(mail.number) : session.fetch(mail.number);
    if (!raw && raw.error().kind != Failure::Kind::Bounds) return fail(raw.error());
    const auto called = "POP3 mail " + (mail.unique_id.empty() ? std::to_string(mail.number) : mail.unique_id);
    if (!raw) {
        log_(called + ": " + raw.error().text);
        return false;
    }
    if (!is_done(called, take_(*raw, {settings_.recipient, is_too_large ? mail.size : 0}), log_)) return false;
    if (settings_.leaves_mails || is_too_large)
        seen_.insert(mail.unique_id);
    else
        TRY(session.remove(mail.number));
    return true;
}

Result<std::size_t> Pop3Mailbox::look_through() {
    Session session{settings_};
    TRY(session.open());
    const auto mails = TRY(session.list());
    std::size_t taken = 0;
    for (const auto& mail : mails) {
        if (taken == mails_a_look_max) break;
        if (!seen_.contains(mail.unique_id) && TRY(take(session, mail))) ++taken;
    }
    TRY(session.end());
    std::set<std::string> here;
    for (const auto& mail : mails) here.insert(mail.unique_id);
    std::erase_if(seen_, [&](const std::string& id) { return !here.contains(id); });
    return taken;
}

}  // namespace dandori::mail
