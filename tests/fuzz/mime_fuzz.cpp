// A mail from anywhere: whatever its bytes, what is read of it is valid UTF-8 within its bounds, and reading it ends.
#include <glib.h>

#include <cstdlib>

#include "adapters/mail/header_text.h"
#include "adapters/mail/html_text.h"
#include "adapters/mail/message.h"
#include "adapters/mail/template.h"

namespace {

using namespace dandori::mail;

void require(bool holds) {
    if (!holds) std::abort();
}

void require_text(const std::string& text) {
    require(g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr));
}

void require_line(const std::string& text) {
    require_text(text);
    require(text.find_first_of("\r\n") == std::string::npos);
}

void check(const Message& message) {
    require(!message.message_id.empty());
    for (const auto* line : {&message.message_id, &message.from.name, &message.from.address, &message.subject})
        require_line(*line);
    for (const auto& id : message.references) require_line(id);
    for (const auto* list : {&message.to, &message.cc, &message.delivered_to}) {
        for (const auto& address : *list) require_line(address);
    }
    for (const auto& [name, value] : message.headers) {
        require_line(name);
        require_line(value);
    }
    for (const auto& attachment : message.attachments) {
        require_line(attachment.name);
        require_line(attachment.type);
        require(attachment.sha256.size() == 64);
    }
    require_text(message.text);
    require(message.text.size() <= ReadLimits{}.text_bytes_max);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    if (const auto message = read_message(input)) check(*message);
    require_line(decoded_header(input));
    require_line(with_words_in_utf8(input));
    (void)html_to_text(input);
    if (const auto wording = read_template("ML-x", input)) {
        const auto mail =
            render(*wording, {},
                   [](std::string_view expression, const boost::json::object&) -> dandori::Result<boost::json::value> {
                       return boost::json::value(boost::json::string(expression));
                   });
        if (mail) require(mail->subject.find_first_of("\r\n") == std::string::npos);
    }
    return 0;
}
