#include "adapters/mail/html_text.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace dandori::mail {
namespace {

constexpr std::array blocks{"p",  "div", "tr", "li", "h1", "h2",  "h3",         "h4", "h5",    "h6",
                            "ul", "ol",  "dl", "dt", "dd", "pre", "blockquote", "br", "table", "hr"};
constexpr std::array unread{"script", "style", "head", "title", "template"};

bool is_one_of(std::string_view name, std::span<const char* const> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// `/p` of `</P class=x>`, in lower case.
std::string tag_name(std::string_view inside) {
    std::string name;
    for (const char character : inside) {
        if (!(g_ascii_isalnum(character) || (character == '/' && name.empty()))) break;
        name += g_ascii_tolower(character);
    }
    return name;
}

std::string utf8_of(unsigned code) {
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ||
        (code < 0x20 && code != '\n' && code != '\t'))
        return " ";
    std::array<char, 6> bytes{};
    const auto size = g_unichar_to_utf8(code, bytes.data());
    return std::string(bytes.data(), static_cast<std::size_t>(size));
}

/// What stands between `&` and `;`; none if it is no character we know.
std::optional<std::string> character_of(std::string_view name) {
    if (name == "amp") return "&";
    if (name == "lt") return "<";
    if (name == "gt") return ">";
    if (name == "quot") return "\"";
    if (name == "apos") return "'";
    if (name == "nbsp") return " ";
    if (!name.starts_with('#') || name.size() < 2) return std::nullopt;
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    name.remove_prefix(hexadecimal ? 2 : 1);
    unsigned code = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return utf8_of(code);
}

/// Collects words and line ends; runs of either become one.
class Page {
  public:
    void add(std::string_view characters) {
        for (const char character : characters) {
            if (character == ' ' || character == '\t' || character == '\n' || character == '\r') {
                is_space_due_ = true;
            } else {
                put(character);
            }
        }
    }
    void end_line() {
        is_space_due_ = false;
        while (!text_.empty() && text_.back() == ' ') text_.pop_back();
        if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
    }
    std::string text() && {
        while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' ')) text_.pop_back();
        return std::move(text_);
    }

  private:
    void put(char character) {
        if (is_space_due_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
        is_space_due_ = false;
        text_ += character;
    }
    std::string text_;
    bool is_space_due_ = false;
};

/// The place behind the end of what is never read: a comment, or an element such as `<style>`.
std::size_t behind(std::string_view html, std::size_t from, const std::string& closing) {
    for (auto at = html.find(closing[0], from); at != std::string_view::npos; at = html.find(closing[0], at + 1)) {
        if (html.size() - at < closing.size()) break;
        if (g_ascii_strncasecmp(html.data() + at, closing.c_str(), closing.size()) == 0) return at + closing.size();
    }
    return html.size();
}

std::size_t read_tag(std::string_view html, std::size_t at, Page& page) {
    if (html.substr(at).starts_with("<!--")) return behind(html, at, "-->");
    const auto end = html.find('>', at);
    if (end == std::string_view::npos) return html.size();
    const auto name = tag_name(html.substr(at + 1, end - at - 1));
    if (is_one_of(name, unread)) {
        const auto closing = behind(html, end, "</" + name);
        return std::min(html.find('>', closing), html.size() - 1) + 1;
    }
    const auto bare = name.starts_with('/') ? name.substr(1) : name;
    if (is_one_of(bare, blocks)) page.end_line();
    if (bare == "td" || bare == "th") page.add(" ");
    return end + 1;
}

std::size_t read_character(std::string_view html, std::size_t at, Page& page) {
    const auto name = html.substr(at + 1, 12);
    const auto end = name.find(';');
    const auto character = end == std::string_view::npos ? std::nullopt : character_of(name.substr(0, end));
    page.add(character ? std::string_view(*character) : "&");
    return character ? at + end + 2 : at + 1;
}

}  // namespace

std::string html_to_text(std::string_view html) {
    Page page;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '<') {
            at = read_tag(html, at, page);
        } else if (html[at] == '&') {
            at = read_character(html, at, page);
        } else {
            const auto end = std::min(html.find_first_of("<&", at), html.size());
            page.add(html.substr(at, end - at));
            at = end;
        }
    }
    return std::move(page).text();
}

std::string escaped_html(std::string_view text) {
    std::string html;
    for (const char character : text) {
        switch (character) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            default: html += character;
        }
    }
    return html;
}

namespace {

std::string line_with_links(std::string_view line) {
    std::string html;
    while (!line.empty()) {
        const auto start = std::min({line.find("http://"), line.find("https://"), line.size()});
        html += escaped_html(line.substr(0, start));
        line.remove_prefix(start);
        const auto end = std::min(line.find_first_of(" \t<>\"'"), line.size());
        const auto address = escaped_html(line.substr(0, end));
        if (!address.empty()) html += "<a href=\"" + address + "\">" + address + "</a>";
        line.remove_prefix(end);
    }
    return html;
}

}  // namespace

std::string text_to_html(std::string_view text) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"></head><body>\n<p>";
    bool is_new_paragraph = true;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) {
            if (!is_new_paragraph && !text.empty()) html += "</p>\n<p>";
            is_new_paragraph = true;
            continue;
        }
        if (!is_new_paragraph) html += "<br>\n";
        html += line_with_links(line);
        is_new_paragraph = false;
    }
    return html + "</p>\n</body></html>\n";
}

}  // namespace dandori::mail
