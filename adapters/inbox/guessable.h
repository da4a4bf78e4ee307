#pragma once
#include <string>
#include <string_view>

namespace dandori::inbox {

/// Whether a password is made of little else than what everybody tries first: words from the lists of passwords that were found in
/// breaches, runs of the alphabet, of digits and of a keyboard, years, and the user name. Each of these is taken out; what is
/// left must be some letters of one's own.
bool is_guessable(std::string_view password, std::string_view username = {});

}  // namespace dandori::inbox
