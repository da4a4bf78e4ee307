#include "adapters/memory/like_pattern.h"

#include <cstddef>

namespace dandori::memory {
namespace {

/// Length in bytes of the character at the front; a stray byte counts as one character.
std::size_t character_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    return length;
}

/// Takes one step of the pattern, other than `*`, off both; false where they differ.
bool step(std::string_view& text, std::string_view& pattern) {
    if (text.empty()) return false;
    if (pattern.front() == '?') {
        text.remove_prefix(character_length(text));
        pattern.remove_prefix(1);
        return true;
    }
    const bool escaped = pattern.front() == '\\' && pattern.size() > 1;
    if (text.front() != pattern[escaped ? 1 : 0]) return false;
    text.remove_prefix(1);
    pattern.remove_prefix(escaped ? 2 : 1);
    return true;
}

}  // namespace

// One run is tried again at a time, the last: so the work stays below text times pattern, whoever wrote the pattern.
bool is_like(std::string_view text, std::string_view pattern) {
    bool in_run = false;
    std::string_view text_after_run;
    std::string_view pattern_after_run;
    while (true) {
        if (pattern.empty() && text.empty()) return true;
        if (!pattern.empty() && pattern.front() == '*') {
            pattern.remove_prefix(1);
            in_run = true;
            text_after_run = text;
            pattern_after_run = pattern;
            continue;
        }
        if (!pattern.empty() && step(text, pattern)) continue;
        if (!in_run || text_after_run.empty()) return false;
        text_after_run.remove_prefix(character_length(text_after_run));
        text = text_after_run;
        pattern = pattern_after_run;
    }
}

}  // namespace dandori::memory
