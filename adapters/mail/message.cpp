// RFC 5322 and RFC 2045-2047, by GMime; character sets and encoded words by our own reading (charset.h says why).
#include "adapters/mail/message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "adapters/mail/charset.h"
#include "adapters/mail/header_text.h"
#include "adapters/mail/html_text.h"
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

std::string text_of(const char* text) { return text ? text : ""; }

std::string_view without_mbox_line(std::string_view raw) {
    if (!raw.starts_with("From ")) return raw;
    const auto end = raw.find('\n');
    return end == std::string_view::npos ? std::string_view{} : raw.substr(end + 1);
}

std::string without_brackets(const std::string& raw) {
    char* id = g_mime_utils_decode_message_id(raw.c_str());
    auto text = one_line(to_utf8(text_of(id), ""));
    g_free(id);
    return cut_utf8(std::move(text), 500);
}

std::string with_lower_domain(std::string address) {
    const auto domain = address.rfind('@');
    if (domain == std::string::npos) return address;
    return address.substr(0, domain) + to_lower(address.substr(domain));
}

void collect(InternetAddressList* list, std::vector<MailAddress>& out, std::size_t count_max) {
    for (int at = 0; at < internet_address_list_length(list) && out.size() < count_max; ++at) {
        auto* entry = internet_address_list_get_address(list, at);
        if (INTERNET_ADDRESS_IS_GROUP(entry)) {
            collect(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry)), out, count_max);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(entry)) {
            const auto address =
                one_line(to_utf8(text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(entry))), ""));
            const auto name = one_line(to_utf8(text_of(internet_address_get_name(entry)), ""));
            if (!address.empty()) out.push_back({name, with_lower_domain(address)});
        }
    }
}

std::vector<MailAddress> addresses_of(const std::string& raw, std::size_t count_max) {
    std::vector<MailAddress> addresses;
    const Owned<InternetAddressList> list{internet_address_list_parse(nullptr, with_words_in_utf8(raw).c_str())};
    if (list) collect(list.get(), addresses, count_max);
    return addresses;
}

std::vector<std::string> ids_of(const std::string& raw) {
    std::vector<std::string> ids;
    GMimeReferences* list = g_mime_references_parse(nullptr, raw.c_str());
    for (int at = 0; at < g_mime_references_length(list) && ids.size() < 100; ++at) {
        ids.push_back(cut_utf8(one_line(to_utf8(text_of(g_mime_references_get_message_id(list, at)), "")), 500));
    }
    g_mime_references_free(list);
    return ids;
}

std::optional<Instant> instant_of(const std::string& raw) {
    GDateTime* date = g_mime_utils_header_decode_date(raw.c_str());
    if (!date) return std::nullopt;
    const Instant instant{g_date_time_to_unix(date) * 1000};
    g_date_time_unref(date);
    return instant;
}

/// Reads the tree of parts into a Message.
class PartReader {
  public:
    /// `files`: takes what is in each attachment besides; may be null.
    PartReader(Message& message, const ReadLimits& limits, std::vector<AttachedFile>* files = nullptr) : message_(message), limits_(limits), files_(files) {}

    void read(GMimeObject* object, std::size_t depth) {
        if (depth > limits_.depth_max)
            return note("Parts deeper than " + std::to_string(limits_.depth_max) + " levels were not read.");
        if (++parts_ > limits_.parts_max)
            return note("Parts after the first " + std::to_string(limits_.parts_max) + " were not read.");
        if (GMIME_IS_MULTIPART(object)) {
            read_multipart(GMIME_MULTIPART(object), depth);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            read_attached_message(GMIME_MESSAGE_PART(object));
        } else if (GMIME_IS_PART(object)) {
            read_part(GMIME_PART(object));
        }
    }

    void finish() {
        if (message_.text.empty() && html_) message_.text = html_to_text(*html_);
        auto& text = message_.text;
        std::erase(text, '\r');
        if (text.size() > limits_.text_bytes_max) {
            text = cut_utf8(std::move(text), limits_.text_bytes_max);
            note("The text was cut after " + std::to_string(limits_.text_bytes_max) + " bytes.");
        }
        if (report_)
            report_->message_ids = returned_ids_;
        else if (comes_from_a_mail_server())
            report_ = read_plain_bounce(message_.subject, message_.text, message_.header("x-failed-recipients").value_or(""));
        message_.report = std::move(report_);
    }

  private:
    void note(std::string text) {
        if (std::find(message_.notes.begin(), message_.notes.end(), text) == message_.notes.end())
            message_.notes.push_back(std::move(text));
    }

    bool comes_from_a_mail_server() const {
        const auto name = to_lower(message_.from.address.substr(0, message_.from.address.find('@')));
        return message_.return_path == "" || name == "mailer-daemon" || name == "postmaster";
    }

    /// The parts of a report (RFC 3462) that say what became of which mail.
    void read_report_part(GMimeContentType* type, const std::string& bytes) {
        if (g_mime_content_type_is_type(type, "message", "delivery-status") || g_mime_content_type_is_type(type, "message", "global-delivery-status")) {
            if (!report_) report_ = read_delivery_status(bytes);
        } else if (g_mime_content_type_is_type(type, "text", "rfc822-headers")) {
            note_returned(bytes);
        }
    }

    void note_returned(std::string_view mail) {
        const auto ids = message_ids_in(mail.substr(0, 64 * 1024));
        if (!ids.empty() && returned_ids_.size() < 10) returned_ids_.push_back(ids.front());
    }

    void read_multipart(GMimeMultipart* multipart, std::size_t depth) {
        const int count = g_mime_multipart_get_count(multipart);
        if (count == 0) note("A multipart without parts: its boundary is missing or never found.");
        for (int at = 0; at < count && parts_ <= limits_.parts_max; ++at)
            read(g_mime_multipart_get_part(multipart, at), depth + 1);
    }

    // A forwarded mail is an attachment: its words are not the sender's.
    void read_attached_message(GMimeMessagePart* part) {
        auto* inner = g_mime_message_part_get_message(part);
        if (!inner) return;
        char* text = g_mime_object_to_string(GMIME_OBJECT(inner), nullptr);
        const auto bytes = text_of(text);
        g_free(text);
        const auto subject = g_mime_object_get_header(GMIME_OBJECT(inner), "Subject");
        note_returned(bytes);
        add_attachment(to_utf8(text_of(subject), "") + ".eml", "message/rfc822", bytes);
    }

    void read_part(GMimePart* part) {
        const auto bytes = decoded(part);
        auto* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const bool is_attached = text_of(g_mime_object_get_disposition(GMIME_OBJECT(part))) == "attachment" ||
                                 g_mime_part_get_filename(part);
        const auto charset = text_of(g_mime_content_type_get_parameter(type, "charset"));
        read_report_part(type, bytes);
        if (!is_attached && (g_mime_content_type_is_type(type, "text", "plain") || has_broken_type(part))) {
            append_text(to_utf8(bytes, charset));
        } else if (!is_attached && !html_ && g_mime_content_type_is_type(type, "text", "html")) {
            html_ = to_utf8(bytes, charset);
        } else {
            char* mime_type = g_mime_content_type_get_mime_type(type);
            add_attachment(file_name(part), one_line(to_utf8(text_of(mime_type), "")), bytes);
            g_free(mime_type);
        }
    }

    // RFC 2045, 5.2: what can't be understood is best taken for plain text. GMime takes it for
    // application/octet-stream.
    static bool has_broken_type(GMimePart* part) {
        const auto type = text_of(g_mime_object_get_header(GMIME_OBJECT(part), "Content-Type"));
        return !type.empty() && type.find('/') == std::string::npos;
    }

    void append_text(const std::string& text) {
        if (!message_.text.empty() && !message_.text.ends_with('\n')) message_.text += '\n';
        message_.text += text;
    }

    void add_attachment(std::string name, std::string type, const std::string& bytes) {
        name = cut_utf8(one_line(name), 255);
        if (files_) files_->push_back({name, bytes});
        message_.attachments.push_back({std::move(name), std::move(type), bytes.size(), engine::sha256_hex(bytes)});
    }

    // RFC 2231 is GMime's; names written as encoded words against the rules (many programs do) are ours.
    static std::string file_name(GMimePart* part) {
        const auto name = text_of(g_mime_part_get_filename(part));
        return name.find("=?") == std::string::npos ? to_utf8(name, "") : decoded_header(name);
    }

    std::string decoded(GMimePart* part) {
        auto* content = g_mime_part_get_content(part);
        if (!content) {
            note("A part without content.");
            return "";
        }
        const Owned<GMimeStream> stream{g_mime_stream_mem_new()};
        if (g_mime_data_wrapper_write_to_stream(content, stream.get()) == -1) note("A part could not be decoded.");
        const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
        return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
    }

    Message& message_;
    const ReadLimits& limits_;
    std::vector<AttachedFile>* files_;
    std::optional<std::string> html_;
    std::optional<DeliveryReport> report_;
    std::vector<std::string> returned_ids_;
    std::size_t parts_ = 0;
};

using RawHeaders = std::vector<std::pair<std::string, std::string>>;

/// Names in lower case; values as they came, without their last line end.
RawHeaders raw_headers(GMimeMessage* message, const ReadLimits& limits, std::vector<std::string>& notes) {
    RawHeaders headers;
    auto* list = g_mime_object_get_header_list(GMIME_OBJECT(message));
    const int count = g_mime_header_list_get_count(list);
    for (int at = 0; at < count; ++at) {
        if (headers.size() >= limits.headers_max) {
            notes.push_back("Headers after the first " + std::to_string(limits.headers_max) + " were not read.");
            break;
        }
        auto* header = g_mime_header_list_get_header_at(list, at);
        auto value = text_of(g_mime_header_get_raw_value(header));
        if (value.size() > limits.header_bytes_max) {
            value.resize(limits.header_bytes_max);
            notes.push_back("A header was cut after " + std::to_string(limits.header_bytes_max) + " bytes.");
        }
        headers.emplace_back(to_lower(one_line(to_utf8(text_of(g_mime_header_get_name(header)), ""))),
                             std::move(value));
    }
    return headers;
}

void append_addresses(std::vector<std::string>& out, const std::string& raw, std::size_t count_max) {
    for (auto& address : addresses_of(raw, count_max)) {
        if (out.size() < count_max) out.push_back(std::move(address.address));
    }
}

void read_headers(const RawHeaders& headers, const ReadLimits& limits, Message& message) {
    for (const auto& [name, raw] : headers) {
        if (name == "message-id" && !message.has_message_id) {
            message.message_id = without_brackets(raw);
            message.has_message_id = !message.message_id.empty();
        } else if (name == "in-reply-to" && !message.in_reply_to) {
            if (auto ids = ids_of(raw); !ids.empty()) message.in_reply_to = ids.front();
        } else if (name == "references") {
            if (message.references.empty()) message.references = ids_of(raw);
        } else if (name == "from" && message.from.address.empty()) {
            if (auto addresses = addresses_of(raw, 1); !addresses.empty()) message.from = addresses.front();
        } else if (name == "to") {
            append_addresses(message.to, raw, limits.addresses_max);
        } else if (name == "cc") {
            append_addresses(message.cc, raw, limits.addresses_max);
        } else if (name == "delivered-to" || name == "x-original-to") {
            append_addresses(message.delivered_to, raw, limits.addresses_max);
        } else if (name == "subject" && message.subject.empty()) {
            message.subject = cut_utf8(decoded_header(raw), 2000);
        } else if (name == "date" && !message.date) {
            message.date = instant_of(raw);
        } else if (name == "return-path" && !message.return_path) {
            const auto addresses = addresses_of(raw, 1);
            message.return_path = addresses.empty() ? "" : addresses.front().address;
        }
        message.headers.emplace_back(name, decoded_header(raw));
    }
}

Owned<GMimeMessage> parsed(std::string_view raw) {
    const Owned<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(raw.data(), raw.size())};
    const Owned<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    g_mime_parser_set_persist_stream(parser.get(), FALSE);
    return Owned<GMimeMessage>{g_mime_parser_construct_message(parser.get(), nullptr)};
}

}  // namespace

std::optional<std::string> Message::header(std::string_view name) const {
    const auto at =
        std::find_if(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
    if (at == headers.end()) return std::nullopt;
    return at->second;
}

Result<Message> read_message(std::string_view raw, const ReadLimits& limits) {
    if (raw.size() > limits.bytes_max) {
        return fail(Failure::Kind::Bounds, "The mail has " + std::to_string(raw.size()) + " bytes; at most " +
                                               std::to_string(limits.bytes_max) + " are read.");
    }
    start_gmime();
    Message message;
    const auto mail = without_mbox_line(raw);
    const auto tree = mail.empty() ? nullptr : parsed(mail);
    if (!tree) return fail(Failure::Kind::Syntax, "This is no mail: it has no headers.");
    const auto headers = raw_headers(tree.get(), limits, message.notes);
    if (headers.empty()) return fail(Failure::Kind::Syntax, "This is no mail: it has no headers.");
    read_headers(headers, limits, message);
    if (!message.has_message_id) message.message_id = "sha256." + engine::sha256_hex(raw) + "@message-id.invalid";
    PartReader parts{message, limits};
    if (auto* body = g_mime_message_get_mime_part(tree.get())) parts.read(body, 1);
    parts.finish();
    return message;
}

std::vector<AttachedFile> attached_files(std::string_view raw, const std::vector<std::string>& endings, const ReadLimits& limits) {
    std::vector<AttachedFile> files;
    if (raw.size() > limits.bytes_max) return files;
    start_gmime();
    const auto mail = without_mbox_line(raw);
    const auto tree = mail.empty() ? nullptr : parsed(mail);
    auto* body = tree ? g_mime_message_get_mime_part(tree.get()) : nullptr;
    if (!body) return files;
    Message unused;
    PartReader(unused, limits, &files).read(body, 1);
    std::erase_if(files, [&](const AttachedFile& file) {
        return std::none_of(endings.begin(), endings.end(), [&](const std::string& ending) { return to_lower(file.name).ends_with(ending); });
    });
    return files;
}

}  // namespace dandori::mail
