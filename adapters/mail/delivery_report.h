#pragma once
// What a mail server says of a mail that it could not deliver, or not yet: RFC 3464 (message/delivery-status), and the plain words of servers
// that don't know it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dandori::mail {

/// A report about one mail of ours.
struct DeliveryReport {
    std::vector<std::string> message_ids;  ///< of the mail it is about, as the part that was returned has them
    bool has_failed = false;               ///< for good, for one recipient at least; else it is late, or a success
    std::string words;                     ///< `gone@x.jp: 5.1.1 550 no such user; ...`, one line; of those it failed for, else of all
    bool operator==(const DeliveryReport&) const = default;
};

/// The content of a message/delivery-status part. Without a recipient in it nothing is reported.
std::optional<DeliveryReport> read_delivery_status(std::string_view content);

/// What a server wrote that doesn't know RFC 3464: only where the text holds the headers of a mail (`Message-ID:`). `failed_recipients` is the
/// header X-Failed-Recipients, or empty. A subject that speaks of delay is no failure.
std::optional<DeliveryReport> read_plain_bounce(std::string_view subject, std::string_view text, std::string_view failed_recipients);

/// The Message-IDs of header lines in a text, without brackets.
std::vector<std::string> message_ids_in(std::string_view text);

}  // namespace dandori::mail
