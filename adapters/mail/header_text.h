#pragma once
// Header values of RFC 5322 with the encoded words of RFC 2047 in them, as they come off the wire.

#include <string>
#include <string_view>

namespace dandori::mail {

/// A raw header value as a person reads it: unfolded, encoded words decoded, bytes outside ASCII guessed. One line:
/// line ends and control characters become a space.
std::string decoded_header(std::string_view raw);

/// The same value with every run of encoded words made one in UTF-8, so that GMime's parsers of addresses and
/// parameters see no character set but that.
std::string with_words_in_utf8(std::string_view raw);

/// One line for a header that we write: CR, LF and other control characters become a space, so that no value adds a
/// header.
std::string one_line(std::string_view text);

}  // namespace dandori::mail
