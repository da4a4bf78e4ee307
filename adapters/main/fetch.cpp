#include "adapters/main/fetch.h"

#include <curl/curl.h>

#include <memory>

namespace dandori {
namespace {

constexpr std::size_t fetched_bytes_max = 1024 * 1024;
constexpr long timeout_ms = 10'000;

std::size_t append_fetched(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& text = *static_cast<std::string*>(into);
    if (text.size() + size * count > fetched_bytes_max) return 0;  // ends the transfer
    text.append(bytes, size * count);
    return size * count;
}

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct FreeHeaders {
    void operator()(curl_slist* headers) const { curl_slist_free_all(headers); }
};

}  // namespace

Result<std::string> fetch(const inbox::Outgoing& asked, const std::string& certificate_authorities) {
    const std::string& url = asked.url;
    const std::unique_ptr<CURL, FreeHandle> handle(curl_easy_init());
    if (!handle) return fail(Failure::Kind::Unspecified, "'" + url + "' can't be fetched: no memory.");
    std::string text;
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, timeout_ms);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, append_fetched);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &text);
    if (!certificate_authorities.empty()) curl_easy_setopt(handle.get(), CURLOPT_CAINFO, certificate_authorities.c_str());
    const std::unique_ptr<curl_slist, FreeHeaders> headers(asked.authorization.empty()
                                                               ? nullptr
                                                               : curl_slist_append(nullptr, ("Authorization: " + asked.authorization).c_str()));
    if (headers) curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    if (!asked.form.empty()) curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, asked.form.c_str());
    const CURLcode code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) return fail(Failure::Kind::Unspecified, "'" + url + "' can't be fetched: " + curl_easy_strerror(code) + ".");
    return text;
}

}  // namespace dandori
