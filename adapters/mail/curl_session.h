#pragma once
#include <curl/curl.h>

#include <memory>
#include <string>
#include <vector>

namespace dandori::mail {

struct FreeCurlList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, FreeCurlList>;
CurlList curl_list(const std::vector<std::string>& lines);

/// One libcurl handle with what all our connections share: no signals, limited times, certificates checked.
class CurlSession {
  public:
    /// Throws std::bad_alloc when curl has no memory.
    CurlSession();
    CURL* get() { return curl_.get(); }

    /// `require_tls`: an unencrypted connection must be upgraded (STARTTLS) or is given up. An empty username: no
    /// sign-in.
    void set_server(const std::string& url, bool require_tls, const std::string& username, const std::string& password,
                    const std::string& certificate_authorities, int timeout_seconds);

    /// What went wrong in the last transfer, for whoever has set the connection up, and what to look at.
    std::string words_of(CURLcode) const;

  private:
    struct Free {
        void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    };
    std::unique_ptr<char[]> details_;  ///< curl's own, more exact words; it must outlive curl_
    std::unique_ptr<CURL, Free> curl_;
    std::string username_;
};

/// Appends what curl received to a std::string; stops the transfer above `CappedText::bytes_max`.
struct CappedText {
    std::string text;
    std::size_t bytes_max = 0;
};
std::size_t append_capped(char* data, std::size_t size, std::size_t count, void* capped_text);

}  // namespace dandori::mail
