#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "adapters/mail/charset.h"
#include "adapters/mail/curl_session.h"
#include "adapters/mail/header_text.h"
#include "adapters/mail/transport.h"

namespace dandori::mail {
namespace {

struct Unsent {
    const std::string* message;
    std::size_t at = 0;
};

std::size_t hand_over(char* buffer, std::size_t size, std::size_t count, void* unsent) {
    auto& rest = *static_cast<Unsent*>(unsent);
    const auto bytes = std::min(size * count, rest.message->size() - rest.at);
    rest.message->copy(buffer, bytes, rest.at);
    rest.at += bytes;
    return bytes;
}

/// What the server said: its last line, and its refusals of recipients.
struct Conversation {
    std::string command;
    std::string last_answer;
    std::string refusals;
};

int listen(CURL*, curl_infotype kind, char* data, std::size_t size, void* conversation) {
    auto& heard = *static_cast<Conversation*>(conversation);
    auto line = one_line(to_utf8(std::string_view(data, std::min<std::size_t>(size, 500)), ""));
    line.erase(line.find_last_not_of(' ') + 1);
    if (kind == CURLINFO_HEADER_OUT) heard.command = line;
    if (kind != CURLINFO_HEADER_IN || heard.command == "QUIT") return 0;  // a farewell is no reason
    heard.last_answer = line;
    if (heard.command.starts_with("RCPT TO") && !line.starts_with('2'))
        heard.refusals += (heard.refusals.empty() ? "" : "; ") + heard.command.substr(8) + " " + line;
    return 0;
}

Sending outcome_of(CURLcode code, std::string words, long answer, const Conversation& heard) {
    if (code == CURLE_OK) return {Sending::Result::Sent, heard.refusals};
    const auto reason = std::move(words) + (heard.last_answer.empty() ? "" : ": " + heard.last_answer);
    // A refused sign-in is our configuration's fault, not the mail's: it waits until somebody has mended that.
    const bool is_refused = answer >= 500 && answer < 600 && code != CURLE_LOGIN_DENIED && code != CURLE_USE_SSL_FAILED;
    return {is_refused ? Sending::Result::Failed : Sending::Result::TryAgain, reason};
}

}  // namespace

Sending SmtpTransport::send(const std::string& sender, const std::vector<std::string>& recipients,
                            const std::string& message) {
    CurlSession session;
    CURL* curl = session.get();
    const CurlList envelope = curl_list([&] {
        std::vector<std::string> addresses;
        for (const auto& recipient : recipients) addresses.push_back("<" + recipient + ">");
        return addresses;
    }());
    Unsent unsent{&message};
    Conversation heard;
    const auto scheme = settings_.security == Security::Tls ? "smtps://" : "smtp://";
    const auto url = scheme + settings_.host + ":" + std::to_string(settings_.port) + "/" + settings_.hello_name;
    session.set_server(url, settings_.security == Security::StartTls, settings_.username, settings_.password,
                       settings_.certificate_authorities, settings_.timeout_seconds);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + sender + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, envelope.get());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);  // curl 7.88 spells it so
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, hand_over);
    curl_easy_setopt(curl, CURLOPT_READDATA, &unsent);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &heard);
    const auto code = curl_easy_perform(curl);
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    return outcome_of(code, "SMTP " + settings_.host + ": " + session.words_of(code), answer, heard);
}

}  // namespace dandori::mail
