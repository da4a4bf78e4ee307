#pragma once
// The two character sets of Japanese CSV files.

#include <optional>
#include <string>
#include <string_view>

namespace dandori::spreadsheet {

/// Strictly: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view);

/// Microsoft's Shift_JIS (code page 932, with ①, ㈱, 髙) as UTF-8; none where bytes aren't of it.
std::optional<std::string> utf8_of_cp932(std::string_view);
/// None where it lacks a character (𠮷), or the text is no UTF-8.
std::optional<std::string> cp932_of_utf8(std::string_view);

}  // namespace dandori::spreadsheet
