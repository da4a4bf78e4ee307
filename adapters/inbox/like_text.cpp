#include "adapters/inbox/like_text.h"

#include "adapters/http/problem.h"

namespace dandori::inbox {

std::string like_text(const std::string& text) {
    std::string pattern;
    for (const char c : text) {
        if (c == '*' || c == '?' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern;
}

std::string json_text(const std::string& text) { return http::json_string(text); }

}  // namespace dandori::inbox
