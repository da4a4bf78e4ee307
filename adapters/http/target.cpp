#include "adapters/http/target.h"

#include <algorithm>

#include "adapters/http/utf8.h"

namespace dandori::http {
namespace {

int hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// A path that climbs is never sent by a browser; refusing it here spares every handler the thought.
bool has_dot_segment(std::string_view path) {
    while (!path.empty()) {
        const auto slash = path.find('/');
        const auto segment = path.substr(0, slash);
        if (segment == "." || segment == "..") return true;
        if (slash == std::string_view::npos) return false;
        path.remove_prefix(slash + 1);
    }
    return false;
}

/// RFC 9112, 3.2.2: what is before the path in the absolute form is the server's own name.
std::string_view without_origin(std::string_view text) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto path = text.find_first_of("/?", scheme.size());
        return path == std::string_view::npos ? std::string_view{"/"} : text.substr(path);
    }
    return text;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (text.size() - i < 3) return {};
            const int high = hexadecimal_digit(text[i + 1]);
            const int low = hexadecimal_digit(text[i + 2]);
            if (high < 0 || low < 0) return {};
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += text[i] == '+' && plus_is_space ? ' ' : text[i];
        }
    }
    if (!is_utf8(decoded) || std::any_of(decoded.begin(), decoded.end(), is_control)) return {};
    return decoded;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (is_plain) encoded += c;
        else encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return encoded;
}

std::optional<std::vector<std::pair<std::string, std::string>>> read_query(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> query;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto part = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (part.empty()) continue;
        const auto equals = part.find('=');
        auto name = percent_decoded(part.substr(0, equals), true);
        auto value = percent_decoded(equals == std::string_view::npos ? "" : part.substr(equals + 1), true);
        if (!name || !value) return {};
        query.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

tl::expected<Target, std::string> read_target(std::string_view text) {
    text = without_origin(text.substr(0, text.find('#')));
    const auto question = text.find('?');
    auto path = percent_decoded(text.substr(0, question));
    if (!path)
        return tl::unexpected<std::string>(
            "The path of the request can't be decoded: percent signs take two hexadecimal digits and give UTF-8.");
    if (path->empty() && question == 0) *path = "/";
    if (!path->starts_with('/')) return tl::unexpected<std::string>("The path of a request begins with a slash.");
    if (has_dot_segment(*path))
        return tl::unexpected<std::string>("The path of a request has no '.' or '..' between slashes.");
    auto query = read_query(question == std::string_view::npos ? "" : text.substr(question + 1));
    if (!query)
        return tl::unexpected<std::string>(
            "The query of the request can't be decoded: percent signs take two hexadecimal digits and give UTF-8.");
    std::vector<std::string> segments;
    auto rest = text.substr(0, question);
    if (rest.starts_with('/')) rest.remove_prefix(1);
    for (auto slash = rest.find('/');; slash = rest.find('/')) {
        segments.push_back(*percent_decoded(rest.substr(0, slash)));
        if (slash == std::string_view::npos) break;
        rest.remove_prefix(slash + 1);
    }
    return Target{std::move(*path), std::move(segments), std::move(*query)};
}

}  // namespace dandori::http
