#include "adapters/mail/imap_mailbox.h"

#include <sstream>

#include "adapters/mail/curl_session.h"
#include "adapters/mail/imap_idle.h"

namespace dandori::mail {
namespace {

constexpr std::string_view keyword = "DandoriTaken";
/// IDLE is asked for anew, and the mailbox looked through, at least so often: a server that has gone silently is noticed (RFC 2177: below 29
/// minutes).
constexpr std::int64_t idle_at_most_ms = 10 * 60'000;
/// So many mails in a row that can't be fetched are the server's fault and not theirs.
constexpr int unfetched_max = 3;

/// One connection, with the mailbox chosen by curl.
class ImapConnection {
  public:
    explicit ImapConnection(const ImapSettings& settings) : settings_(settings) {}

    /// The lines the server answers to a command.
    Result<std::string> ask(const std::string& command) { return transfer("", command, 1024 * 1024); }

    /// The whole mail, or its headers.
    Result<std::string> fetch(const std::string& uid, bool headers_only) {
        return transfer("/;UID=" + uid + (headers_only ? "/;SECTION=HEADER" : ""), "",
                        settings_.bytes_max + 1024 * 1024);
    }

  private:
    Result<std::string> transfer(const std::string& path, const std::string& command, std::size_t bytes_max) {
        CURL* curl = session_.get();
        const auto scheme = settings_.security == Security::Tls ? "imaps://" : "imap://";
        const auto url =
            scheme + settings_.host + ":" + std::to_string(settings_.port) + "/" + escaped(settings_.mailbox) + path;
        session_.set_server(url, settings_.security == Security::StartTls, settings_.username, settings_.password,
                            settings_.certificate_authorities, settings_.timeout_seconds);
        CappedText received{{}, bytes_max};
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, command.empty() ? nullptr : command.c_str());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append_capped);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
        const auto code = curl_easy_perform(curl);
        if (code != CURLE_OK) {
            return fail(Failure::Kind::Unspecified, "IMAP " + settings_.host + ": " +
                                                        (command.empty() ? "fetching a mail" : command) + ": " +
                                                        session_.words_of(code));
        }
        return std::move(received.text);
    }

    std::string escaped(const std::string& text) {
        char* encoded = curl_easy_escape(session_.get(), text.c_str(), static_cast<int>(text.size()));
        std::string copy = encoded ? encoded : "";
        curl_free(encoded);
        return copy;
    }

    const ImapSettings& settings_;
    CurlSession session_;
};

/// The numbers of `* SEARCH 1 2 3`.
std::vector<std::string> uids_of(const std::string& answer) {
    std::vector<std::string> uids;
    std::istringstream lines(answer);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("* SEARCH")) continue;
        std::istringstream words(line.substr(8));
        for (std::string word; words >> word && uids.size() < mails_a_look_max;) {
            if (word.find_first_not_of("0123456789") == std::string::npos) uids.push_back(word);
        }
    }
    return uids;
}

std::size_t size_in(const std::string& answer) {
    constexpr std::string_view name = "RFC822.SIZE ";
    const auto at = answer.find(name);
    return at == std::string::npos
               ? 0
               : static_cast<std::size_t>(std::strtoull(answer.c_str() + at + name.size(), nullptr, 10));
}

Result<void> mark(ImapConnection& mailbox, const std::string& uid, const std::string& folder) {
    if (folder.empty()) {
        TRY(mailbox.ask("UID STORE " + uid + " +FLAGS (" + std::string(keyword) + " \\Seen)"));
    } else {
        TRY(mailbox.ask("UID MOVE " + uid + " " + quoted(folder)));
    }
    return {};
}

/// Takes the mails one after the other. One that can't be fetched doesn't stop those behind it.
class Look {
  public:
    Look(const ImapSettings& settings, const Take& take, const Log& log) : settings_(settings), take_(take), log_(log), mailbox_(settings) {}

    Result<std::size_t> at_all() {
        const auto untaken = "UID SEARCH UNDELETED UNKEYWORD " + std::string(keyword);
        const auto limit = std::to_string(settings_.bytes_max);
        for (const auto& uid : uids_of(TRY(mailbox_.ask(untaken + " NOT LARGER " + limit)))) TRY(at_one(uid, 0, settings_.taken_folder));
        for (const auto& uid : uids_of(TRY(mailbox_.ask(untaken + " LARGER " + limit)))) {
            const auto size = size_in(TRY(mailbox_.ask("UID FETCH " + uid + " RFC822.SIZE")));
            TRY(at_one(uid, std::max(size, settings_.bytes_max + 1), ""));
        }
        return taken_;
    }

  private:
    /// `full_size` 0: the mail is fetched whole, else only its headers.
    Result<void> at_one(const std::string& uid, std::size_t full_size, const std::string& folder) {
        const auto raw = mailbox_.fetch(uid, full_size > 0);
        if (!raw) {
            if (++unfetched_ >= unfetched_max) return fail(raw.error());
            log_("IMAP mail " + uid + ": " + raw.error().text);
            return {};
        }
        unfetched_ = 0;
        if (!is_done("IMAP mail " + uid, take_(*raw, {settings_.recipient, full_size}), log_)) return {};
        TRY(mark(mailbox_, uid, folder));
        ++taken_;
        return {};
    }

    const ImapSettings& settings_;
    const Take& take_;
    const Log& log_;
    ImapConnection mailbox_;
    std::size_t taken_ = 0;
    int unfetched_ = 0;
};

}  // namespace

std::string quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') quoted += '\\';
        if (static_cast<unsigned char>(character) >= 0x20) quoted += character;
    }
    return quoted + "\"";
}

Result<std::size_t> look_through(const ImapSettings& settings, const Take& take, const Log& log) {
    return Look(settings, take, log).at_all();
}

ImapMailbox::ImapMailbox(ImapSettings settings, Take take, Log log)
    : settings_(std::move(settings)), take_(std::move(take)), log_(std::move(log)) {}

ImapMailbox::~ImapMailbox() = default;

/// Before the look, not after it: a mail that comes meanwhile is told of.
void ImapMailbox::listen() {
    if (idle_) return;
    auto idle = std::make_unique<ImapIdle>();
    const auto begun = idle->begin(settings_);
    const auto why = !begun ? begun.error().text : *begun ? "" : "it can't tell of new mails (no IDLE)";
    if (begun && *begun) idle_ = std::move(idle);
    if (why != why_not_idle_ && !why.empty())
        log_(name() + ": " + why + "; looked through every " + std::to_string(settings_.look_every_ms / 1000) + " seconds.");
    why_not_idle_ = why;
}

Result<std::size_t> ImapMailbox::look_through() {
    listen();
    return mail::look_through(settings_, take_, log_);
}

void ImapMailbox::wait_for_news(const Alarm& stop, std::int64_t milliseconds) {
    if (idle_) {
        const auto waited = idle_->wait(stop, idle_at_most_ms);
        if (waited) return;
        log_(name() + ": " + waited.error().text + "; connected anew.");
        idle_.reset();
    }
    stop.wait(milliseconds);
}

}  // namespace dandori::mail
