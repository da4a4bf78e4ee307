#include "adapters/forms/sftp_outbox.h"

#include <curl/curl.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <optional>

#include "adapters/forms/documents.h"
#include "adapters/forms/jobs.h"
#include "adapters/worker/task_headers.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

constexpr long connect_seconds_max = 15, transfer_seconds_max = 120;
constexpr std::size_t remote_bytes_max = 20 * 1024 * 1024;
constexpr std::string_view fingerprint_prefix = "SHA256:";

struct FreeCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What is sent, and how far it is.
struct Outgoing {
    std::string_view bytes;
    std::size_t at = 0;
};

std::size_t give_more(char* into, std::size_t size, std::size_t count, void* outgoing) {
    auto& out = *static_cast<Outgoing*>(outgoing);
    const auto given = std::min(size * count, out.bytes.size() - out.at);
    std::memcpy(into, out.bytes.data() + out.at, given);
    out.at += given;
    return given;
}

std::size_t take_more(char* data, std::size_t size, std::size_t count, void* text) {
    auto& in = *static_cast<std::string*>(text);
    if (in.size() + size * count > remote_bytes_max) return 0;
    in.append(data, size * count);
    return size * count;
}

/// One connection after another to the same server; libcurl keeps it open in between.
class SftpSession {
  public:
    explicit SftpSession(const SftpSettings& settings) : settings_(settings) {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
        curl_.reset(curl_easy_init());
        if (!curl_) throw std::bad_alloc();
    }

    /// None where there is no such file.
    Result<std::optional<std::string>> content_of(const std::string& name) {
        std::string content;
        prepare(name);
        curl_easy_setopt(curl_.get(), CURLOPT_WRITEFUNCTION, take_more);
        curl_easy_setopt(curl_.get(), CURLOPT_WRITEDATA, &content);
        const auto code = curl_easy_perform(curl_.get());
        if (code == CURLE_REMOTE_FILE_NOT_FOUND) return std::optional<std::string>();
        if (code == CURLE_WRITE_ERROR) return std::optional<std::string>("");  // larger than any of ours: another file
        if (code != CURLE_OK) return failed(code);
        return std::optional(std::move(content));
    }

    Result<void> send(const std::string& name, std::string_view bytes) {
        const auto beside = "." + name + ".part";
        Outgoing outgoing{bytes};
        prepare(beside);
        curl_easy_setopt(curl_.get(), CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl_.get(), CURLOPT_READFUNCTION, give_more);
        curl_easy_setopt(curl_.get(), CURLOPT_READDATA, &outgoing);
        curl_easy_setopt(curl_.get(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
        const std::unique_ptr<curl_slist, FreeCurl> afterwards(curl_slist_append(nullptr, ("rename " + quoted(beside) + " " + quoted(name)).c_str()));
        if (!afterwards) throw std::bad_alloc();
        curl_easy_setopt(curl_.get(), CURLOPT_POSTQUOTE, afterwards.get());
        const auto code = curl_easy_perform(curl_.get());
        if (code != CURLE_OK) return failed(code);
        return {};
    }

  private:
    void prepare(const std::string& name) {
        auto* curl = curl_.get();
        curl_easy_reset(curl);
        details_[0] = 0;
        url_ = settings_.url + (settings_.url.ends_with('/') ? "" : "/");
        const std::unique_ptr<char, void (*)(void*)> escaped(curl_easy_escape(curl, name.c_str(), static_cast<int>(name.size())), curl_free);
        if (!escaped) throw std::bad_alloc();
        url_ += escaped.get();
        key_file_ = settings_.key_file.string();
        host_key_ = settings_.host_key.substr(fingerprint_prefix.size());
        curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "sftp");
        curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, details_);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, transfer_seconds_max);
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
        curl_easy_setopt(curl, CURLOPT_SSH_AUTH_TYPES, static_cast<long>(CURLSSH_AUTH_PUBLICKEY));
        curl_easy_setopt(curl, CURLOPT_SSH_PRIVATE_KEYFILE, key_file_.c_str());
        curl_easy_setopt(curl, CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256, host_key_.c_str());
    }

    /// As libcurl's commands take a path.
    std::string quoted(const std::string& name) const {
        const auto folder_begins = settings_.url.find('/', settings_.url.find("://") + 3);
        auto path = settings_.url.substr(folder_begins);
        if (!path.ends_with('/')) path += '/';
        std::string text = "\"";
        for (const char c : path + name) text += (c == '"' || c == '\\' ? std::string("\\") : std::string()) + c;
        return text + "\"";
    }

    tl::unexpected<Failure> failed(CURLcode code) const {
        const std::string words = details_[0] != 0 ? details_ : curl_easy_strerror(code);
        const auto where = "'" + settings_.url + "'";
        switch (code) {
            case CURLE_PEER_FAILED_VERIFICATION:
                return fail(Failure::Kind::ResourceNotFound, "The server of " + where + " shows another key than --handoff-sftp-host-key says, so nothing was sent: " + words +
                                                                 ". Ask whoever runs it whether the key was changed, before you change the setting.");
            case CURLE_LOGIN_DENIED:
                return fail(Failure::Kind::Unspecified, "The server of " + where + " refuses the user '" + settings_.user + "' with the key of --handoff-sftp-key-file: " + words + ".");
            default: return fail(Failure::Kind::Unspecified, "The file can't be handed over to " + where + ": " + words + ".");
        }
    }

    const SftpSettings& settings_;
    std::string url_, key_file_, host_key_;
    char details_[CURL_ERROR_SIZE] = {};
    std::unique_ptr<CURL, FreeCurl> curl_;  // last: it uses the others
};

bool is_sendable(const std::string& name) {
    return !name.empty() && name.size() <= 200 && name.front() != '.' && std::ranges::none_of(name, [](unsigned char c) { return c == '/' || c < ' ' || c == 0x7F; });
}

bool is_fingerprint(std::string_view text) {
    if (!text.starts_with(fingerprint_prefix)) return false;
    text.remove_prefix(fingerprint_prefix.size());
    return text.size() == 43 && std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) || c == '+' || c == '/'; });
}

}  // namespace

Result<void> check(const SftpSettings& settings) {
    if (settings.url.empty()) return {};
    const auto folder = settings.url.starts_with("sftp://") ? settings.url.find('/', 7) : std::string::npos;
    if (folder == std::string::npos || folder == 7 || settings.url.find('@') != std::string::npos)
        return fail(Failure::Kind::Syntax, "--handoff-sftp is '" + settings.url.substr(0, 7) + "..'; an address like sftp://host:22/folder is needed, without a user in it.");
    if (settings.user.empty()) return fail(Failure::Kind::Syntax, "--handoff-sftp-user is missing.");
    std::error_code error;
    if (!std::filesystem::is_regular_file(settings.key_file, error))
        return fail(Failure::Kind::Syntax, "--handoff-sftp-key-file is '" + settings.key_file.string() + "', which is no file; that of the private key is needed.");
    if (!is_fingerprint(settings.host_key))
        return fail(Failure::Kind::Syntax, "--handoff-sftp-host-key is '" + settings.host_key.substr(0, 80) + "'; the fingerprint of the server's key is needed, SHA256: and 43 characters, as ssh-keygen -lf prints it.");
    return {};
}

Result<void> put_by_sftp(const SftpSettings& settings, const std::string& name, const std::string& bytes) {
    if (!is_sendable(name)) return fail(Failure::Kind::Unspecified, "'" + name.substr(0, 200) + "' is no name for a file in a folder.");
    SftpSession session(settings);
    if (const auto there = TRY(session.content_of(name))) {
        if (*there == bytes) return {};
        return fail(Failure::Kind::Unspecified, "'" + settings.url + "' has another file named '" + name + "'; it was left as it is. Give the form another number.");
    }
    return session.send(name, bytes);
}

void work_sftp_job(const engine::ActivatedJob& activated, const EngineAccess& access, const SftpSettings& settings, const worker::Evaluate& evaluate, const worker::Log& log) {
    if (settings.url.empty()) return give_up(activated, access, "No server is named to hand files over to: --handoff-sftp isn't set.", log);
    const auto files = files_of_handoff(activated, access, evaluate);
    if (!files) return give_up(activated, access, files.error().text, log);
    json::array names;
    for (const auto& file : *files) {
        const auto put = put_by_sftp(settings, file.name, file.bytes);
        if (!put && put.error().kind == Failure::Kind::ResourceNotFound) return give_up(activated, access, put.error().text, log);
        if (!put) return try_again_later(activated, access, put.error().text, log);
        names.emplace_back(file.name);
    }
    complete(activated, access, {json::serialize(json::object{{"handedOff", std::move(names)}})}, log);
}

}  // namespace dandori::forms
