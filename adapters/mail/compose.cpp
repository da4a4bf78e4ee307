#include "adapters/mail/compose.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

#include "adapters/mail/header_text.h"
#include "adapters/mail/message.h"
#include "engine/identity/digest.h"

namespace dandori::mail {
namespace {

struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreference>;

void start_gmime() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// A token of a structured header: no white space, no brackets, nothing outside printable ASCII.
std::string token(std::string text) {
    std::erase_if(text, [](char character) {
        return character <= 0x20 || character >= 0x7F || character == '<' || character == '>';
    });
    return text;
}

void add_addresses(GMimeMessage* message, GMimeAddressType type, const std::vector<std::string>& addresses) {
    for (const auto& address : addresses) g_mime_message_add_mailbox(message, type, nullptr, token(address).c_str());
}

void set_header(GMimeMessage* message, const char* name, const std::string& value) {
    g_mime_object_set_header(GMIME_OBJECT(message), name, value.c_str(), "utf-8");
}

std::string references_of(const engine::Mail& row) {
    std::string ids;
    for (const auto& id : row.references) ids += (ids.empty() ? "<" : " <") + token(id) + ">";
    return ids;
}

Owned<GMimeObject> text_part(const char* subtype, const std::string& text) {
    auto* part = g_mime_text_part_new_with_subtype(subtype);
    g_mime_text_part_set_charset(part, "utf-8");
    g_mime_text_part_set_text(part, text.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_BASE64);
    return Owned<GMimeObject>{GMIME_OBJECT(part)};
}

// Boundaries are made from the content and not drawn at random, so that the same row gives the same bytes.
GMimeMultipart* multipart_of(const char* subtype, const engine::Mail& row) {
    auto* parts = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(parts, ("=_" + engine::sha256_hex(subtype + row.message_id + row.text).substr(0, 40)).c_str());
    return parts;
}

Owned<GMimeObject> calendar_file(const CalendarPart& calendar) {
    auto* part = g_mime_part_new_with_type("application", "ics");
    g_mime_part_set_filename(part, one_line(calendar.file_name).c_str());
    const Owned<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(calendar.content.data(), calendar.content.size())};
    const Owned<GMimeDataWrapper> content{g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part), "attachment");
    return Owned<GMimeObject>{GMIME_OBJECT(part)};
}

Owned<GMimeObject> body_of(const engine::Mail& row, const CalendarPart* calendar) {
    if (!row.html && !calendar) return text_part("plain", row.text);
    auto* alternatives = multipart_of("alternative", row);
    g_mime_multipart_add(alternatives, text_part("plain", row.text).get());
    if (row.html) g_mime_multipart_add(alternatives, text_part("html", *row.html).get());
    if (!calendar) return Owned<GMimeObject>{GMIME_OBJECT(alternatives)};
    const auto entry = text_part("calendar", calendar->content);
    g_mime_object_set_content_type_parameter(entry.get(), "method", calendar->method.c_str());
    g_mime_multipart_add(alternatives, entry.get());
    const Owned<GMimeObject> texts{GMIME_OBJECT(alternatives)};
    auto* whole = multipart_of("mixed", row);
    g_mime_multipart_add(whole, texts.get());
    g_mime_multipart_add(whole, calendar_file(*calendar).get());
    return Owned<GMimeObject>{GMIME_OBJECT(whole)};
}

void set_headers(GMimeMessage* message, const engine::Mail& row, const Letterhead& letterhead) {
    g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, one_line(letterhead.from_name).c_str(),
                               token(letterhead.from_address).c_str());
    add_addresses(message, GMIME_ADDRESS_TYPE_TO, row.recipients);
    add_addresses(message, GMIME_ADDRESS_TYPE_CC, row.cc);
    g_mime_message_set_subject(message, one_line(row.subject).c_str(), "utf-8");
    GDateTime* date = g_date_time_new_from_unix_utc(row.created_at.milliseconds / 1000);
    g_mime_message_set_date(message, date);
    g_date_time_unref(date);
    g_mime_message_set_message_id(message, token(row.message_id).c_str());
    if (row.in_reply_to) set_header(message, "In-Reply-To", "<" + token(*row.in_reply_to) + ">");
    if (!row.references.empty()) set_header(message, "References", references_of(row));
    set_header(message, "Auto-Submitted", row.in_reply_to ? "auto-replied" : "auto-generated");
    if (row.is_important) set_header(message, "Importance", "high");
}

std::string bytes_of(GMimeMessage* message) {
    const Owned<GMimeStream> stream{g_mime_stream_mem_new()};
    GMimeFormatOptions* format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    g_mime_object_write_to_stream(GMIME_OBJECT(message), format, stream.get());
    g_mime_format_options_free(format);
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

}  // namespace

std::string message_id_of_job(std::int64_t job_key, const std::string& domain) {
    return "job." + std::to_string(job_key) + "@" + domain;
}

std::string message_id_of_reply(const std::string& message_id, const std::string& domain) {
    return "reply." + engine::sha256_hex(message_id).substr(0, 32) + "@" + domain;
}

std::string domain_of(const std::string& address) { return address.substr(address.rfind('@') + 1); }

std::string compose(const engine::Mail& row, const Letterhead& letterhead, const CalendarPart* calendar) {
    start_gmime();
    const Owned<GMimeMessage> message{g_mime_message_new(TRUE)};
    set_headers(message.get(), row, letterhead);
    g_mime_message_set_mime_part(message.get(), body_of(row, calendar).get());
    return bytes_of(message.get());
}

}  // namespace dandori::mail
