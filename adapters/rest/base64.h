#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace dandori::rest {

/// RFC 4648, section 4: the usual alphabet, with padding.
std::string to_base64(std::string_view bytes);

/// None where `text` is not what to_base64() writes.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace dandori::rest
