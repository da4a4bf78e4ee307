#pragma once
#include <string_view>

namespace dandori::memory {

/// Whether the whole of `text` (UTF-8) is like `pattern`: `*` any run, `?` one character, a backslash takes the next
/// character as it is. Case matters.
bool is_like(std::string_view text, std::string_view pattern);

}  // namespace dandori::memory
