#include "adapters/mail/deliver.h"

#include <boost/json.hpp>
#include <optional>

#include "adapters/mail/curl_session.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

struct Answer {
    long status = 0;
    std::string body;
};

/// What came on standard input: at most `kept_max` bytes of it, and how many there were.
struct Input {
    std::string kept;
    std::size_t full_size = 0;
};

Input read_all(std::istream& in, std::size_t kept_max) {
    Input input;
    std::string chunk(64 * 1024, '\0');
    while (in) {
        in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        input.full_size += count;
        if (input.kept.size() < kept_max) input.kept.append(chunk, 0, std::min(count, kept_max - input.kept.size()));
    }
    return input;
}

std::string percent_encoded(CURL* curl, const std::string& text) {
    char* encoded = curl_easy_escape(curl, text.c_str(), static_cast<int>(text.size()));
    std::string copy = encoded ? encoded : "";
    curl_free(encoded);
    return copy;
}

std::string url_of(CURL* curl, const DeliverSettings& settings, std::size_t full_size) {
    auto url = settings.server + "/api/mails";
    char separator = '?';
    if (!settings.recipient.empty()) {
        url += separator + ("recipient=" + percent_encoded(curl, settings.recipient));
        separator = '&';
    }
    if (full_size > 0) url += separator + ("fullSize=" + std::to_string(full_size));
    return url;
}

std::optional<Answer> post(const std::string& mail, std::size_t full_size, const DeliverSettings& settings,
                           std::string& fault) {
    CurlSession session;
    CURL* curl = session.get();
    session.set_server(url_of(curl, settings, full_size), false, "", "", "", settings.timeout_seconds);
    std::vector<std::string> lines{"Content-Type: message/rfc822", "Accept: application/json", "Expect:"};
    if (!settings.token.empty()) lines.push_back("Authorization: Bearer " + settings.token);
    const auto headers = curl_list(lines);
    CappedText body{{}, 1024 * 1024};
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(mail.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, mail.data());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append_capped);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (const auto code = curl_easy_perform(curl); code != CURLE_OK) {
        fault = settings.server + ": " + curl_easy_strerror(code);
        return std::nullopt;
    }
    Answer answer{0, std::move(body.text)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

std::string member(const json::value& value, std::string_view name) {
    const auto* found = value.is_object() ? value.get_object().if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : "";
}

json::value body_of(const Answer& answer) {
    boost::system::error_code error;
    auto value = json::parse(answer.body, error);
    return error ? json::value(nullptr) : value;
}

std::string where_it_went(const json::value& body) {
    const auto* known = body.is_object() ? body.get_object().if_contains("isKnown") : nullptr;
    const std::string again = known && known->is_bool() && known->get_bool() ? " (taken before)" : "";
    if (const auto number = member(body, "caseNo"); !number.empty()) return number + again;
    if (member(body, "state") == "TAKEN") return "kept" + again;
    const auto reason = member(body, "reason");
    return "tray" + (reason.empty() ? "" : ": " + reason) + again;
}

DeliverExit exit_of(const Answer& answer, std::ostream& out, std::ostream& err) {
    const auto body = body_of(answer);
    if (answer.status == 200 || answer.status == 201) {
        out << where_it_went(body) << "\n";
        return DeliverExit::Taken;
    }
    const auto detail = member(body, "detail");
    err << "dandori: the mail was not taken: " << answer.status << (detail.empty() ? "" : " " + detail) << "\n";
    // Only the mail's own faults go back to its sender; a wrong token or address is ours, and must not lose mail.
    const bool is_its_fault =
        answer.status == 400 || answer.status == 413 || answer.status == 415 || answer.status == 422;
    return is_its_fault ? DeliverExit::DataError : DeliverExit::TryAgain;
}

}  // namespace

DeliverExit deliver(std::istream& in, std::ostream& out, std::ostream& err, const DeliverSettings& settings) {
    auto input = read_all(in, settings.bytes_max);
    if (input.full_size == 0) {
        err << "dandori: no mail on standard input\n";
        return DeliverExit::DataError;
    }
    const bool is_too_large = input.full_size > settings.bytes_max;
    if (is_too_large) input.kept.resize(std::min(settings.kept_of_too_large, input.kept.size()));
    std::string fault;
    const auto answer = post(input.kept, is_too_large ? input.full_size : 0, settings, fault);
    if (!answer) {
        err << "dandori: the mail was not taken: " << fault << "\n";
        return DeliverExit::TryAgain;
    }
    const auto exit = exit_of(*answer, out, err);
    if (exit != DeliverExit::Taken || !is_too_large) return exit;
    err << "dandori: the mail has " << input.full_size << " bytes; at most " << settings.bytes_max
        << " are taken. The desk was told that you wrote.\n";
    return DeliverExit::DataError;
}

}  // namespace dandori::mail
