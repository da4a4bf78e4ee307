#include "engine/feel/language.h"

#include <algorithm>
#include <string>

namespace dandori::feel {

bool is_feel_language(std::string_view language) {
    std::string lower(language);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower.empty() || lower.find("feel") != std::string::npos;
}

}  // namespace dandori::feel
