#pragma once
// How wide a text is and how it is broken into lines, without knowing the font: full width, half width, Latin letters.

#include <string>
#include <string_view>
#include <vector>

namespace dandori::bpmn::diagram_detail {

/// Estimated width in pixels of one line at that font size; rather too wide than too narrow.
double text_width(std::string_view utf8, double size);

/// The text in lines no wider than `width`: Latin words stay whole where they fit, no line begins with closing
/// punctuation or a small kana, none ends with an opening bracket (simple kinsoku). Lines of like length.
std::vector<std::string> wrapped(std::string_view utf8, double width, double size);

/// The widest of what should stay on one line.
double widest_word(std::string_view utf8, double size);

struct FittedText {
    std::vector<std::string> lines;
    double size = 0;  ///< font size in pixels
};

inline constexpr double line_height = 1.25;  ///< times the font size

/// The text so that it stays within the box: first as large as `size_max`, then smaller down to `size_min`, then cut
/// off with "…".
FittedText fitted(std::string_view utf8, double width, double height, double size_max = 12, double size_min = 7);

/// The text's characters, each as UTF-8; what is no UTF-8 becomes U+FFFD. Combining marks and variation selectors stay
/// with the character before them.
std::vector<std::string> characters(std::string_view utf8);

/// Every character of it is written upright in vertical lines: kanji, kana, full-width forms.
bool is_full_width(std::string_view character);

}  // namespace dandori::bpmn::diagram_detail
