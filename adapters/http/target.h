#pragma once
// The request target (RFC 9112, 3.2) and what is written in percent signs in it.

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace dandori::http {

/// The bytes that `%xx` stands for; with `plus_is_space` a `+` is a space (as in queries and forms). None where a
/// percent sign is not followed by two hexadecimal digits, or where the outcome is not UTF-8 or holds a control
/// character.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);

/// Letters, digits, `-`, `_`, `.` and `~` as they are, every other byte by its number: stands in a path, a query and a form.
std::string percent_encoded(std::string_view text);

/// `a=b&c=d`, decoded, in order; none where percent_decoded() gives none.
std::optional<std::vector<std::pair<std::string, std::string>>> read_query(std::string_view text);

struct Target {
    std::string path;  ///< decoded; begins with a slash and has no `.` or `..` between slashes
    std::vector<std::string> segments;  ///< of the path, each decoded by itself
    std::vector<std::pair<std::string, std::string>> query;
};

/// Reads `/path?query` or `http://host/path?query`; otherwise a sentence that says what is wrong.
tl::expected<Target, std::string> read_target(std::string_view text);

}  // namespace dandori::http
