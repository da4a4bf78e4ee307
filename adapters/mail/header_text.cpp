#include "adapters/mail/header_text.h"

#include <glib.h>

#include <cctype>
#include <optional>
#include <vector>

#include "adapters/mail/charset.h"

namespace dandori::mail {
namespace {

/// `=?charset?B?...?=`, taken apart.
struct EncodedWord {
    std::string charset;
    std::string bytes;
    std::size_t size = 0;  ///< how long it was in the header
};

std::string from_base64(std::string_view text) {
    gint state = 0;
    guint save = 0;
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    auto* out = reinterpret_cast<guchar*>(bytes.data());
    bytes.resize(g_base64_decode_step(text.data(), text.size(), out, &state, &save));
    return bytes;
}

std::string from_quoted(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '=' && at + 2 < text.size() && g_ascii_isxdigit(text[at + 1]) &&
            g_ascii_isxdigit(text[at + 2])) {
            bytes += static_cast<char>(g_ascii_xdigit_value(text[at + 1]) * 16 + g_ascii_xdigit_value(text[at + 2]));
            at += 2;
        } else {
            bytes += text[at] == '_' ? ' ' : text[at];
        }
    }
    return bytes;
}

std::optional<EncodedWord> encoded_word(std::string_view text) {
    if (!text.starts_with("=?")) return std::nullopt;
    const auto charset_end = text.find('?', 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
        return std::nullopt;
    const auto body = charset_end + 3;
    const auto end = text.find("?=", body);
    if (end == std::string_view::npos) return std::nullopt;
    const char encoding = g_ascii_tolower(text[charset_end + 1]);
    if (encoding != 'b' && encoding != 'q') return std::nullopt;
    const auto coded = text.substr(body, end - body);
    auto charset = std::string(text.substr(2, charset_end - 2));
    charset = charset.substr(0, charset.find('*'));  // RFC 2231: a language may follow
    return EncodedWord{std::move(charset), encoding == 'b' ? from_base64(coded) : from_quoted(coded), end + 2};
}

std::size_t white_space(std::string_view text) {
    const auto end = text.find_first_not_of(" \t\r\n");
    return end == std::string_view::npos ? text.size() : end;
}

/// Words of one run and one character set are joined before they are decoded: programs cut characters in two.
std::string decoded_run(const std::vector<EncodedWord>& words) {
    std::string text;
    for (std::size_t first = 0; first < words.size();) {
        std::string bytes;
        auto next = first;
        for (; next < words.size() && words[next].charset == words[first].charset; ++next) bytes += words[next].bytes;
        text += to_utf8(bytes, words[first].charset);
        first = next;
    }
    return text;
}

/// `plain` is called with what stands between the runs, `run` with what a run of encoded words says.
template <class Plain, class Run>
void walk(std::string_view raw, Plain plain, Run run) {
    std::size_t plain_from = 0;
    for (std::size_t at = raw.find("=?"); at != std::string_view::npos; at = raw.find("=?", at)) {
        std::vector<EncodedWord> words;
        auto end = at;
        for (auto next = at; auto word = encoded_word(raw.substr(next)); next = end + white_space(raw.substr(end))) {
            end = next + word->size;
            words.push_back(*std::move(word));
        }
        if (words.empty()) {
            at += 2;
            continue;
        }
        plain(raw.substr(plain_from, at - plain_from));
        run(decoded_run(words));
        at = plain_from = end;
    }
    plain(raw.substr(plain_from));
}

std::string as_word(const std::string& text) {
    gchar* coded = g_base64_encode(reinterpret_cast<const guchar*>(text.data()), text.size());
    auto word = "=?utf-8?B?" + std::string(coded) + "?=";
    g_free(coded);
    return word;
}

/// A fold (RFC 5322, 2.2.3) is taken away with the line end alone.
std::string unfolded(std::string_view raw) {
    std::string text(raw);
    std::erase_if(text, [](char character) { return character == '\r' || character == '\n'; });
    return text;
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string line(text);
    for (char& character : line) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7F) character = ' ';
    }
    return line;
}

std::string decoded_header(std::string_view raw) {
    std::string text;
    walk(
        unfolded(raw), [&](std::string_view plain) { text += to_utf8(plain, ""); },
        [&](const std::string& words) { text += words; });
    text = one_line(text);
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string with_words_in_utf8(std::string_view raw) {
    std::string text;
    walk(
        unfolded(raw), [&](std::string_view plain) { text += one_line(to_utf8(plain, "")); },
        [&](const std::string& words) { text += as_word(one_line(words)); });
    return text;
}

}  // namespace dandori::mail
