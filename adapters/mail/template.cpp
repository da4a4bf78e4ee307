#include "adapters/mail/template.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "adapters/mail/header_text.h"
#include "adapters/mail/html_text.h"
#include "adapters/mail/tokyo_time.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

constexpr std::size_t template_bytes_max = 256 * 1024;
constexpr std::size_t rendered_bytes_max = 1024 * 1024;
constexpr std::size_t nesting_max = 20;
constexpr std::string_view opening = "{{=", closing = "}}";

/// Where the expression that begins at `from` ends: at the first `}}` outside of texts and contexts.
std::size_t end_of_expression(std::string_view text, std::size_t from) {
    int depth = 0;
    bool in_text = false;
    for (auto at = from; at < text.size(); ++at) {
        if (in_text) {
            if (text[at] == '\\')
                ++at;
            else if (text[at] == '"')
                in_text = false;
        } else if (text[at] == '"') {
            in_text = true;
        } else if (depth == 0 && text.substr(at).starts_with(closing)) {
            return at;
        } else if (text[at] == '{') {
            ++depth;
        } else if (text[at] == '}') {
            --depth;
        }
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Fills one text; remembers how its placeholders came out.
class Filling {
  public:
    Filling(const json::object& variables, const Evaluate& evaluate, std::vector<std::string>* empty = nullptr)
        : variables_(variables), evaluate_(evaluate), empty_(empty) {}

    template <class Escape>
    Result<std::string> fill(std::string_view text, Escape escape) {
        std::string filled;
        placeholders_ = filled_placeholders_ = 0;
        for (std::size_t from = 0;;) {
            const auto start = text.find(opening, from);
            filled += text.substr(from, start - from);
            if (start == std::string_view::npos) return filled;
            const auto end = end_of_expression(text, start + opening.size());
            if (end == std::string_view::npos) return no_end(text.substr(start));
            filled += escape(TRY(value_of(trimmed(text.substr(start + opening.size(), end - start - opening.size())))));
            from = end + closing.size();
        }
    }

    bool came_out_empty() const { return placeholders_ > 0 && filled_placeholders_ == 0; }

    static tl::unexpected<Failure> no_end(std::string_view text) {
        return fail(Failure::Kind::Syntax, "The placeholder '" + std::string(text.substr(0, 60)) + "' has no end.");
    }

  private:
    Result<std::string> value_of(std::string_view expression) {
        ++placeholders_;
        auto value = evaluate_(expression, variables_);
        if (!value) return fail(value.error().kind, "{{= " + std::string(expression) + " }}: " + value.error().text);
        auto text = written_for_people(*value);
        written_ += text.size();
        if (written_ > rendered_bytes_max)
            return fail(Failure::Kind::Bounds, "The values of the mail are longer than 1 MB.");
        if (!text.empty())
            ++filled_placeholders_;
        else if (empty_)
            empty_->emplace_back(expression);
        return text;
    }

    const json::object& variables_;
    const Evaluate& evaluate_;
    std::vector<std::string>* empty_;
    std::size_t placeholders_ = 0, filled_placeholders_ = 0, written_ = 0;
};

std::string as_it_is(std::string text) { return text; }

/// The end of a line, not of one inside a placeholder.
std::size_t end_of_line(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') return at;
        if (!text.substr(at).starts_with(opening)) continue;
        const auto end = end_of_expression(text, at + opening.size());
        if (end == std::string_view::npos) return text.size();
        at = end + closing.size() - 1;
    }
    return text.size();
}

template <class Escape>
Result<std::string> fill_lines(std::string_view text, Filling& filling, Escape escape) {
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

std::string number_text(double number) {
    if (!std::isfinite(number)) return "";
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15g", number);
    return text.data();
}

std::string written(const json::value& value, std::size_t depth) {
    if (depth > nesting_max) return "";
    switch (value.kind()) {
        case json::kind::null: return "";
        case json::kind::bool_: return value.get_bool() ? "はい" : "いいえ";
        case json::kind::int64: return std::to_string(value.get_int64());
        case json::kind::uint64: return std::to_string(value.get_uint64());
        case json::kind::double_: return number_text(value.get_double());
        case json::kind::string: return japanese_time(value.get_string()).value_or(std::string(value.get_string()));
        case json::kind::array: break;
        case json::kind::object: break;
    }
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "、") + part;
    };
    if (value.is_array()) {
        for (const auto& entry : value.get_array()) add(written(entry, depth + 1));
    } else {
        for (const auto& member : value.get_object())
            add(std::string(member.key()) + ": " + written(member.value(), depth + 1));
    }
    return text;
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

Result<void> check_placeholders(const MailTemplate& read, std::string_view text) {
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at)) {
        const auto end = end_of_expression(text, at + opening.size());
        if (end == std::string_view::npos)
            return fail(Failure::Kind::Syntax,
                        "Mail template '" + read.id + "': " + Filling::no_end(text.substr(at)).value().text);
        at = end + closing.size();
    }
    return {};
}

}  // namespace

std::string written_for_people(const json::value& value) { return written(value, 0); }

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
    TRY(check_placeholders(read, read.subject));
    TRY(check_placeholders(read, read.text));
    if (read.html) TRY(check_placeholders(read, *read.html));
    return read;
}

Result<std::string> render_line(std::string_view text, const json::object& variables, const Evaluate& evaluate) {
    return one_line(TRY((Filling{variables, evaluate}.fill(text, as_it_is))));
}

Result<RenderedMail> render(const MailTemplate& read, const json::object& variables, const Evaluate& evaluate) {
    RenderedMail mail;
    Filling filling{variables, evaluate, &mail.empty_placeholders};
    mail.subject = one_line(TRY(filling.fill(read.subject, as_it_is)));
    mail.text = TRY(fill_lines(read.text, filling, as_it_is));
    if (read.html) {
        mail.html = TRY(fill_lines(*read.html, filling, [](const std::string& text) { return escaped_html(text); }));
    } else {
        mail.html = text_to_html(mail.text);
    }
    return mail;
}

}  // namespace dandori::mail
