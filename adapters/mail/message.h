#pragma once
// One mail as it came (RFC 5322, MIME), read into plain values.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/mail/delivery_report.h"
#include "engine/failure.h"
#include "engine/instant.h"

namespace dandori::mail {

struct MailAddress {
    std::string name;     ///< as shown; may be empty
    std::string address;  ///< `taro@vendor.example.jp`, the domain in lower case
    bool operator==(const MailAddress&) const = default;
};

struct Attachment {
    std::string name;
    std::string type;      ///< `application/pdf`
    std::size_t size = 0;  ///< bytes, decoded
    std::string sha256;    ///< of the decoded bytes, hexadecimal
    bool operator==(const Attachment&) const = default;
};

/// How much of a mail is read. Beyond `depth_max`, `parts_max`, `text_bytes_max` or `headers_max` the rest is left out,
/// and a note says so; a mail beyond `bytes_max` is not read at all.
struct ReadLimits {
    std::size_t bytes_max = 25 * 1024 * 1024;
    std::size_t depth_max = 20;
    std::size_t parts_max = 500;
    std::size_t text_bytes_max = 512 * 1024;
    std::size_t headers_max = 1000;
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t addresses_max = 500;
};

/// What a mail says. Texts are valid UTF-8; all but `text` are one line.
struct Message {
    std::string
        message_id;  ///< without brackets; without one in the mail: `sha256.<hash of the raw mail>@message-id.invalid`
    bool has_message_id = false;
    std::optional<std::string> in_reply_to;
    std::vector<std::string> references;
    MailAddress from;
    std::vector<std::string> to;  ///< addresses of `To`
    std::vector<std::string> cc;
    std::vector<std::string> delivered_to;  ///< addresses of `Delivered-To`, `X-Original-To`
    std::string subject;
    std::string text;  ///< the first text/plain; without one, the first text/html reduced to text. LF line ends
    std::optional<Instant> date;
    std::optional<std::string> return_path;                    ///< absent without the header; empty for `<>`
    std::vector<std::pair<std::string, std::string>> headers;  ///< name in lower case, decoded value; in their order
    std::vector<Attachment> attachments;
    std::optional<DeliveryReport> report;  ///< where a mail server reports on a mail that was sent
    std::vector<std::string> notes;        ///< what could not be read and why

    /// The first header of this name (lower case), or none.
    std::optional<std::string> header(std::string_view name) const;
};

/// Reads a mail. A broken MIME tree is no failure: what can be read is there, and a note. Fails (Bounds) above
/// `limits.bytes_max` and (Syntax) when there is not one header. A leading mbox line (`From `) is passed over.
Result<Message> read_message(std::string_view raw, const ReadLimits& limits = {});

/// An attachment with what is in it.
struct AttachedFile {
    std::string name, bytes;
};

/// The attachments of a mail whose names end so (`.csv`, in any case of letters), decoded; none where it can't be read.
std::vector<AttachedFile> attached_files(std::string_view raw, const std::vector<std::string>& endings, const ReadLimits& limits = {});

}  // namespace dandori::mail
