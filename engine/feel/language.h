#pragma once
#include <string_view>

namespace dandori::feel {

/// Whether an `expressionLanguage`, or the `language` of one expression, is FEEL: any name or address with that word in it, in
/// any case. An absent one is, too.
bool is_feel_language(std::string_view language);

}  // namespace dandori::feel
