#include "adapters/mail/delivery_report.h"

#include <algorithm>

#include "adapters/mail/charset.h"
#include "adapters/mail/header_text.h"

namespace dandori::mail {
namespace {

constexpr std::size_t ids_max = 10;
constexpr std::size_t recipients_max = 20;
constexpr std::size_t words_bytes_max = 1500;

std::string trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

/// Takes the next line off the text, without its end.
std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// `smtp; 550 no such user`, `rfc822;gone@x.jp`: what stands behind the type.
std::string behind_type(const std::string& value) { return trimmed(std::string_view(value).substr(value.find(';') + 1)); }

/// The fields of one recipient (RFC 3464, 2.3).
struct RecipientFields {
    std::string original, final, action, status, diagnostic;

    void set(const std::string& name, const std::string& value) {
        if (name == "original-recipient") original = behind_type(value);
        if (name == "final-recipient") final = behind_type(value);
        if (name == "action") action = to_lower(value);
        if (name == "status") status = value;
        if (name == "diagnostic-code") diagnostic = behind_type(value);
    }
    bool is_there() const { return !original.empty() || !final.empty() || !action.empty(); }
    /// RFC 3464, 2.3.3. Where the action is missing the status decides: 5 is for good.
    bool has_failed() const { return action.empty() ? status.starts_with('5') : action == "failed"; }
    std::string words() const {
        std::string text = original.empty() ? final : original;
        for (const auto* part : {&status, &diagnostic}) {
            if (!part->empty()) text += (text.ends_with(status) && part == &diagnostic ? " " : ": ") + *part;
        }
        return text;
    }
};

std::vector<RecipientFields> recipients_in(std::string_view content) {
    std::vector<RecipientFields> found;
    RecipientFields group;
    std::string name, value;
    const auto end_field = [&] {
        if (!name.empty()) group.set(to_lower(name), trimmed(value));
        name.clear();
        value.clear();
    };
    const auto end_group = [&] {
        end_field();
        if (group.is_there() && found.size() < recipients_max) found.push_back(group);
        group = {};
    };
    while (!content.empty()) {
        const auto line = next_line(content);
        if (trimmed(line).empty()) {
            end_group();
        } else if (line.front() == ' ' || line.front() == '\t') {
            if (value.size() < words_bytes_max) value += " " + trimmed(line);
        } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
            end_field();
            name = trimmed(line.substr(0, colon));
            value = std::string(line.substr(colon + 1));
        }
    }
    end_group();
    return found;
}

std::string as_words(const std::string& text) { return cut_utf8(one_line(to_utf8(text, "")), words_bytes_max); }

bool speaks_of_delay(std::string_view subject) {
    const auto text = to_lower(std::string(subject));
    return text.find("delay") != std::string::npos || text.find("warning") != std::string::npos || text.find("遅延") != std::string::npos;
}

}  // namespace

std::optional<DeliveryReport> read_delivery_status(std::string_view content) {
    const auto recipients = recipients_in(content);
    if (recipients.empty()) return std::nullopt;
    DeliveryReport report;
    report.has_failed = std::any_of(recipients.begin(), recipients.end(), [](const auto& it) { return it.has_failed(); });
    std::string words;
    for (const auto& recipient : recipients) {
        if (recipient.has_failed() == report.has_failed) words += (words.empty() ? "" : "; ") + recipient.words();
    }
    report.words = as_words(words);
    return report;
}

std::optional<DeliveryReport> read_plain_bounce(std::string_view subject, std::string_view text, std::string_view failed_recipients) {
    DeliveryReport report;
    report.message_ids = message_ids_in(text);
    if (report.message_ids.empty()) return std::nullopt;
    report.has_failed = !speaks_of_delay(subject);
    report.words = as_words(failed_recipients.empty() ? std::string(subject) : std::string(failed_recipients) + ": " + std::string(subject));
    return report;
}

std::vector<std::string> message_ids_in(std::string_view text) {
    constexpr std::string_view name = "message-id:";
    std::vector<std::string> ids;
    while (!text.empty() && ids.size() < ids_max) {
        auto line = trimmed(next_line(text));
        while (line.starts_with('>')) line = trimmed(std::string_view(line).substr(1));
        if (to_lower(line.substr(0, name.size())) != name) continue;
        auto value = trimmed(std::string_view(line).substr(name.size()));
        if (value.empty()) value = trimmed(next_line(text));  // folded behind the name
        const auto begin = value.find('<'), end = value.find('>');
        if (begin == std::string::npos || end == std::string::npos || end < begin + 2) continue;
        ids.push_back(cut_utf8(one_line(to_utf8(value.substr(begin + 1, end - begin - 1), "")), 500));
    }
    return ids;
}

}  // namespace dandori::mail
