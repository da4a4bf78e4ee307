#pragma once
#include <string>
#include <string_view>

namespace dandori::mail {

/// What a person would read of an HTML page (UTF-8), as plain text: no tags, styles or scripts; blocks and `<br>` are
/// line ends, named and numbered characters themselves, at most one empty line in a row. For reading only: nothing of
/// the HTML is ever shown or fetched.
std::string html_to_text(std::string_view html);

/// `text` with `& < > " '` as HTML writes them.
std::string escaped_html(std::string_view text);

/// The HTML twin of a plain text: escaped, paragraphs at empty lines, http(s) addresses as links.
std::string text_to_html(std::string_view text);

}  // namespace dandori::mail
