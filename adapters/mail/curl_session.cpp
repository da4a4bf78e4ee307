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
    curl_easy_setopt(curl_.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_.get(), CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(curl_.get(), CURLOPT_NOPROXY, "*");
}

void CurlSession::set_server(const std::string& url, bool require_tls, const std::string& username,
                             const std::string& password, const std::string& certificate_authorities,
                             int timeout_seconds) {
    CURL* curl = curl_.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(timeout_seconds));
    if (require_tls) curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!certificate_authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, certificate_authorities.c_str());
    if (!username.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, username.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, password.c_str());
    }
}

std::size_t append_capped(char* data, std::size_t size, std::size_t count, void* capped_text) {
    auto& out = *static_cast<CappedText*>(capped_text);
    if (out.text.size() + size * count > out.bytes_max) return 0;
    out.text.append(data, size * count);
    return size * count;
}

}  // namespace dandori::mail
