#pragma once
#include <cstddef>
#include <string_view>

namespace dandori::http {

/// Whether all of `text` is UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

/// How many characters UTF-8 text has.
std::size_t characters_in(std::string_view utf8);

}  // namespace dandori::http
