#pragma once
// Bytes in whatever character set a mail says or doesn't say, to UTF-8.

#include <string>
#include <string_view>

namespace dandori::mail {

/// `bytes` as UTF-8. `charset` is the label of the mail, empty where there is none; a label that is unknown or doesn't
/// fit is treated like none: then ISO-2022-JP by its escapes, UTF-8, EUC-JP and Shift_JIS are tried in that order.
/// Never fails: what can't be read becomes U+FFFD. NUL and other control characters but tab and line ends are left out.
///
/// ISO-2022-JP and Shift_JIS are read with Microsoft's additions (①, ㈱, 髙), which Japanese mail programs write under
/// these labels.
std::string to_utf8(std::string_view bytes, std::string_view charset);

/// Valid UTF-8 of at most `bytes_max` bytes, cut between characters.
std::string cut_utf8(std::string text, std::size_t bytes_max);

/// Unicode's NFKC: full-width digits and letters become plain, half-width kana full-width. Invalid UTF-8 comes back as
/// it is.
std::string to_nfkc(const std::string& text);

/// Lower case by Unicode's simple rules.
std::string to_lower(const std::string& text);

}  // namespace dandori::mail
