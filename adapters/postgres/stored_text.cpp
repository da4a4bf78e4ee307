#include "adapters/postgres/stored_text.h"

#include <cstdint>
#include <cstring>

namespace dandori::postgres {
namespace {

constexpr char mark = 1;
// What follows the mark; in the order of what they stand for, so that the order of texts stays.
constexpr char zero = 1;
constexpr char one = 2;
constexpr char no_utf8 = 3;  // and two letters, a to p, for the halves of the byte

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Length of the character that begins here, as UTF-8 defines it (RFC 3629); 0 where none does.
std::size_t character_length(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return 0;
    const unsigned second = byte_at(text, at + 1);
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
    return length;
}

/// Whether eight bytes are all ASCII and above 1.
bool are_plain(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t high = 0x8080808080808080ULL;
    // Adding 0x7E carries into the high bit exactly for bytes from 2 on, where none is above 0x7F.
    return (word & high) == 0 && ((word + 0x7E7E7E7E7E7E7E7EULL) & high) == high;
}

}  // namespace

bool is_storable(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (at + 8 <= text.size() && are_plain(text.data() + at)) {
            at += 8;
            continue;
        }
        if (byte_at(text, at) <= 1) return false;
        const auto length = character_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string to_stored(std::string_view text) {
    std::string stored;
    stored.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const unsigned byte = byte_at(text, at);
        const auto length = character_length(text, at);
        if (length == 0)
            stored += {mark, no_utf8, static_cast<char>('a' + byte / 16), static_cast<char>('a' + byte % 16)};
        else if (byte <= 1)
            stored += {mark, byte == 0 ? zero : one};
        else
            stored += text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return stored;
}

std::string from_stored(std::string_view stored) {
    if (stored.find(mark) == std::string_view::npos) return std::string(stored);
    std::string text;
    for (std::size_t at = 0; at < stored.size(); ++at) {
        if (stored[at] != mark || at + 1 == stored.size()) {
            text += stored[at];
            continue;
        }
        const char kind = stored[++at];
        if (kind == no_utf8 && at + 2 < stored.size()) {
            text += static_cast<char>((stored[at + 1] - 'a') * 16 + (stored[at + 2] - 'a'));
            at += 2;
        } else {
            text += static_cast<char>(kind == zero ? 0 : 1);
        }
    }
    return text;
}

}  // namespace dandori::postgres
