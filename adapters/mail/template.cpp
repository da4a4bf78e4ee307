#include "adapters/mail/template.h"

#include "adapters/mail/header_text.h"
#include "adapters/mail/html_text.h"
#include "adapters/worker/placeholders.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using worker::Filling;

constexpr std::size_t template_bytes_max = 256 * 1024;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The end of a line, not of one inside a placeholder.
std::size_t end_of_line(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') return at;
        if (worker::find_placeholder(text.substr(at, 3)) != 0) continue;
        const auto end = worker::end_of_placeholder(text, at);
        if (end == std::string_view::npos) return text.size();
        at = end - 1;
    }
    return text.size();
}

Result<std::string> fill_lines(std::string_view text, Filling& filling, Filling::Escape escape = nullptr) {
    std::string filled;
    while (!text.empty()) {
        const auto end = end_of_line(text);
        const bool has_end = end < text.size();
        const auto line = TRY(filling.fill(text.substr(0, end), escape));
        if (!filling.came_out_empty()) filled += line + (has_end ? "\n" : "");
        text.remove_prefix(end + (has_end ? 1 : 0));
    }
    return filled;
}

Result<void> read_header(std::string_view line, MailTemplate& read) {
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    const auto value = colon == std::string_view::npos ? "" : std::string(trimmed(line.substr(colon + 1)));
    if (name == "Subject" && read.subject.empty()) {
        read.subject = value;
    } else if (name == "Importance" && (value == "high" || value == "normal")) {
        read.is_important = value == "high";
    } else {
        return fail(Failure::Kind::Syntax, "Mail template '" + read.id + "': the header line '" +
                                               std::string(line.substr(0, 80)) +
                                               "' is neither one Subject nor Importance (high, normal).");
    }
    return {};
}

Result<void> check_filling(const MailTemplate& read, std::string_view text) {
    if (const auto checked = worker::check_placeholders(text); !checked)
        return fail(Failure::Kind::Syntax, "Mail template '" + read.id + "': " + checked.error().text);
    return {};
}

}  // namespace

Result<MailTemplate> read_template(std::string id, std::string_view text, std::optional<std::string> html) {
    if (text.size() > template_bytes_max || (html && html->size() > template_bytes_max)) {
        return fail(Failure::Kind::Bounds, "Mail template '" + id + "': it is larger than 256 KB.");
    }
    std::string lines(text);
    std::erase(lines, '\r');
    MailTemplate read;
    read.id = std::move(id);
    read.html = std::move(html);
    std::string_view rest = lines;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) break;
        TRY(read_header(line, read));
    }
    if (read.subject.empty())
        return fail(Failure::Kind::Syntax, "Mail template '" + read.id + "': a line 'Subject: ...' is needed.");
    read.text = rest;
    TRY(check_filling(read, read.subject));
    TRY(check_filling(read, read.text));
    if (read.html) TRY(check_filling(read, *read.html));
    return read;
}

Result<std::string> render_line(std::string_view text, const json::object& variables, const Evaluate& evaluate) {
    return one_line(TRY((Filling{variables, evaluate}.fill(text))));
}

Result<RenderedMail> render(const MailTemplate& read, const json::object& variables, const Evaluate& evaluate) {
    RenderedMail mail;
    Filling filling{variables, evaluate};
    mail.subject = one_line(TRY(filling.fill(read.subject)));
    mail.text = TRY(fill_lines(read.text, filling));
    if (read.html) {
        mail.html = TRY(fill_lines(*read.html, filling, [](const std::string& text) { return escaped_html(text); }));
    } else {
        mail.html = text_to_html(mail.text);
    }
    mail.empty_placeholders = filling.empty_placeholders();
    return mail;
}

}  // namespace dandori::mail
