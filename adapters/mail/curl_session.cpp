#include "adapters/mail/curl_session.h"

#include <mutex>
#include <new>

namespace dandori::mail {

CurlList curl_list(const std::vector<std::string>& lines) {
    CurlList list;
    for (const auto& line : lines) {
        auto* longer = curl_slist_append(list.get(), line.c_str());
        if (!longer) throw std::bad_alloc();
        (void)list.release();
        list.reset(longer);
    }
    return list;
}

CurlSession::CurlSession() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    curl_.reset(curl_easy_init());
    if (!curl_) throw std::bad_alloc();
    details_ = std::make_unique<char[]>(CURL_ERROR_SIZE);
    curl_easy_setopt(curl_.get(), CURLOPT_ERRORBUFFER, details_.get());
    curl_easy_setopt(curl_.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_.get(), CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(curl_.get(), CURLOPT_NOPROXY, "*");
}

void CurlSession::set_server(const std::string& url, bool require_tls, const std::string& username,
                             const std::string& password, const std::string& certificate_authorities,
                             int timeout_seconds) {
    CURL* curl = curl_.get();
    details_[0] = 0;
    username_ = username;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(timeout_seconds));
    if (require_tls) curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!certificate_authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, certificate_authorities.c_str());
    if (!username.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, username.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, password.c_str());
    }
}

std::string CurlSession::words_of(CURLcode code) const {
    const std::string words = details_[0] != 0 ? details_.get() : curl_easy_strerror(code);
    switch (code) {
        case CURLE_LOGIN_DENIED:
            return words + ". The server refuses the user '" + username_ + "' with this password: mend one of them in the settings";
        case CURLE_PEER_FAILED_VERIFICATION:
            return words + ". The server's certificate is not trusted: it must carry the host's name, and --certificate-authorities must hold who signed it";
        case CURLE_SSL_CACERT_BADFILE: return words + ". The file of --certificate-authorities can't be used";
        case CURLE_USE_SSL_FAILED: return words + ". The server offers no STARTTLS: choose another security in the settings, or mend the server";
        default: return words;
    }
}

std::size_t append_capped(char* data, std::size_t size, std::size_t count, void* capped_text) {
    auto& out = *static_cast<CappedText*>(capped_text);
    if (out.text.size() + size * count > out.bytes_max) return 0;
    out.text.append(data, size * count);
    return size * count;
}

}  // namespace dandori::mail
