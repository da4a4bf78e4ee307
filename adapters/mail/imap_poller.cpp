#include "adapters/mail/imap_poller.h"

#include <chrono>
#include <exception>
#include <sstream>

#include "adapters/mail/curl_session.h"

namespace dandori::mail {
namespace {

constexpr std::string_view keyword = "DandoriTaken";
constexpr std::size_t mails_at_once = 200;

/// One connection, with the mailbox chosen by curl.
class Mailbox {
  public:
    explicit Mailbox(const ImapSettings& settings) : settings_(settings) {}

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
                                                        curl_easy_strerror(code));
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
        for (std::string word; words >> word && uids.size() < mails_at_once;) {
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

std::string quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') quoted += '\\';
        if (static_cast<unsigned char>(character) >= 0x20) quoted += character;
    }
    return quoted + "\"";
}

Result<void> mark(Mailbox& mailbox, const std::string& uid, const std::string& folder) {
    if (folder.empty()) {
        TRY(mailbox.ask("UID STORE " + uid + " +FLAGS (" + std::string(keyword) + " \\Seen)"));
    } else {
        TRY(mailbox.ask("UID MOVE " + uid + " " + quoted(folder)));
    }
    return {};
}

/// Whether the mail is done with: committed, or none that could ever be.
bool is_done(const std::string& uid, const engine::Outcome<engine::TakeMail::Answer>& outcome, const Log& log) {
    if (outcome) return true;
    log("IMAP mail " + uid + " was not taken: " + outcome.error().text);
    return outcome.error().code == engine::Rejection::Code::InvalidArgument;
}

}  // namespace

Result<std::size_t> look_through(const ImapSettings& settings, const Take& take, const Log& log) {
    Mailbox mailbox{settings};
    const auto untaken = "UID SEARCH UNDELETED UNKEYWORD " + std::string(keyword);
    const auto limit = std::to_string(settings.bytes_max);
    std::size_t taken = 0;
    for (const auto& uid : uids_of(TRY(mailbox.ask(untaken + " NOT LARGER " + limit)))) {
        const auto outcome = take(TRY(mailbox.fetch(uid, false)), {settings.recipient, 0});
        if (!is_done(uid, outcome, log)) continue;
        TRY(mark(mailbox, uid, settings.taken_folder));
        ++taken;
    }
    for (const auto& uid : uids_of(TRY(mailbox.ask(untaken + " LARGER " + limit)))) {
        const auto size = size_in(TRY(mailbox.ask("UID FETCH " + uid + " RFC822.SIZE")));
        const auto outcome =
            take(TRY(mailbox.fetch(uid, true)), {settings.recipient, std::max(size, settings.bytes_max + 1)});
        if (!is_done(uid, outcome, log)) continue;
        TRY(mark(mailbox, uid, ""));
        ++taken;
    }
    return taken;
}

ImapPoller::ImapPoller(ImapSettings settings, Take take, Log log)
    : settings_(std::move(settings)), take_(std::move(take)), log_(std::move(log)), thread_([this] { run(); }) {}

ImapPoller::~ImapPoller() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopped_.notify_all();
    thread_.join();
}

void ImapPoller::run() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        lock.unlock();
        try {
            if (const auto taken = look_through(settings_, take_, log_); !taken) log_(taken.error().text);
        } catch (const std::exception& fault) {
            log_(std::string("The mailbox could not be looked through: ") + fault.what());
        }
        lock.lock();
        stopped_.wait_for(lock, std::chrono::milliseconds(settings_.look_every_ms), [this] { return is_stopping_; });
    }
}

}  // namespace dandori::mail
