#pragma once
#include <string>

namespace dandori::inbox {

/// The text with `*`, `?` and the backslash escaped, so that Operator::Like takes it literally.
std::string like_text(const std::string&);

/// The text as JSON, with its quotes.
std::string json_text(const std::string&);

}  // namespace dandori::inbox
