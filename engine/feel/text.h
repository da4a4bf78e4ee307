#pragma once
// Strings as FEEL counts them: in code points.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dandori::feel {

/// The code point at `at`, which moves behind it. A byte that is no UTF-8 counts as U+FFFD, one at a time.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& text, char32_t code_point);
std::size_t code_point_count(std::string_view text);
/// The byte offset of the code point with this index; the size of the text if it has no more.
std::size_t byte_offset(std::string_view text, std::size_t index);
bool is_utf8(std::string_view text);

/// DMN 1.5, 10.3.1.2, rules 28 and 29.
bool is_name_start(char32_t);
bool is_name_part(char32_t);
/// DMN 1.5, rule 61: what separates tokens.
bool is_white_space(char32_t);
/// Whether a text is a name of plain words, parted by single spaces.
bool is_plain_name(std::string_view text);

/// The text in quotes, with what needs it escaped.
std::string quoted(std::string_view text);
/// At most so many bytes of it, cut between code points, with an ellipsis if cut.
std::string shortened(std::string_view text, std::size_t size_max = 80);

}  // namespace dandori::feel
