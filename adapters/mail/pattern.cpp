#define PCRE2_CODE_UNIT_WIDTH 8
#include "adapters/mail/pattern.h"

#include <pcre2.h>

#include <array>

#include "adapters/mail/charset.h"

namespace dandori::mail {
namespace {

constexpr std::size_t pattern_bytes_max = 2000;
constexpr std::uint32_t match_limit = 500'000;
constexpr std::uint32_t depth_limit = 5'000;
constexpr std::uint32_t heap_limit_kb = 10'000;

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

std::string words_of(int error) {
    std::array<PCRE2_UCHAR, 200> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

struct FreeContext {
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};
struct FreeData {
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

std::unique_ptr<pcre2_match_context, FreeContext> limited_context() {
    std::unique_ptr<pcre2_match_context, FreeContext> context{pcre2_match_context_create(nullptr)};
    pcre2_set_match_limit(context.get(), match_limit);
    pcre2_set_depth_limit(context.get(), depth_limit);
    pcre2_set_heap_limit(context.get(), heap_limit_kb);
    return context;
}

}  // namespace

/// Where a match lies, and its first group; `found` is false without a match.
struct Pattern::Place {
    bool found = false;
    std::size_t begin = 0, end = 0, group_begin = 0, group_end = 0;
};

Result<Pattern> Pattern::compile(std::string_view text, bool at_lines) {
    if (text.size() > pattern_bytes_max) return fail(Failure::Kind::Bounds, "A pattern may have at most 2000 bytes.");
    int error = 0;
    PCRE2_SIZE place = 0;
    const std::uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | (at_lines ? PCRE2_MULTILINE : 0);
    auto* code = pcre2_compile(units(text), text.size(), options, &error, &place, nullptr);
    if (!code) {
        return fail(Failure::Kind::Syntax, "The pattern '" + std::string(text) + "' is faulty at " +
                                               std::to_string(place) + ": " + words_of(error) + ".");
    }
    Pattern pattern;
    pattern.code_ = std::shared_ptr<const void>(
        code, [](const void* it) { pcre2_code_free(static_cast<pcre2_code*>(const_cast<void*>(it))); });
    pattern.text_ = text;
    return pattern;
}

Result<Pattern::Place> Pattern::match(std::string_view subject, std::size_t from) const {
    const auto* code = static_cast<const pcre2_code*>(code_.get());
    const auto context = limited_context();
    const std::unique_ptr<pcre2_match_data, FreeData> data{pcre2_match_data_create_from_pattern(code, nullptr)};
    const int count =
        pcre2_match(code, units(subject.data() ? subject : ""), subject.size(), from, 0, data.get(), context.get());
    if (count == PCRE2_ERROR_NOMATCH) return Place{};
    if (count < 0)
        return fail(Failure::Kind::Bounds, "The pattern '" + text_ + "' was given up: " + words_of(count) + ".");
    const auto* at = pcre2_get_ovector_pointer(data.get());
    const bool has_group = count > 1 && at[2] != PCRE2_UNSET;
    return Place{true, at[0], at[1], at[has_group ? 2 : 0], at[has_group ? 3 : 1]};
}

Result<std::optional<std::string>> Pattern::find(std::string_view subject) const {
    const auto place = TRY(match(subject, 0));
    if (!place.found) return std::optional<std::string>{};
    return std::optional(std::string(subject.substr(place.group_begin, place.group_end - place.group_begin)));
}

Result<bool> Pattern::fits(std::string_view subject) const { return TRY(match(subject, 0)).found; }

Result<std::string> Pattern::replaced(std::string_view subject, std::string_view with) const {
    std::string text;
    std::size_t from = 0;
    while (from <= subject.size()) {
        const auto place = TRY(match(subject, from));
        if (!place.found) break;
        text += subject.substr(from, place.begin - from);
        if (place.end > place.begin) {
            text += with;
            from = place.end;
            continue;
        }
        // An empty match takes nothing out; go on behind the next character, however many bytes it has.
        auto next = place.begin + 1;
        while (next < subject.size() && (static_cast<unsigned char>(subject[next]) & 0xC0) == 0x80) ++next;
        text += subject.substr(place.begin, next - place.begin);
        from = next;
    }
    if (from < subject.size()) text += subject.substr(from);
    return text;
}

bool fits_glob(std::string_view text, std::string_view glob) {
    const auto lower_text = to_lower(std::string(text)), lower_glob = to_lower(std::string(glob));
    std::size_t at = 0, in_glob = 0, star = std::string::npos, behind_star = 0;
    while (at < lower_text.size()) {
        if (in_glob < lower_glob.size() && lower_glob[in_glob] == '*') {
            star = in_glob++;
            behind_star = at;
        } else if (in_glob < lower_glob.size() &&
                   (lower_glob[in_glob] == '?' || lower_glob[in_glob] == lower_text[at])) {
            ++in_glob;
            ++at;
        } else if (star != std::string::npos) {
            in_glob = star + 1;
            at = ++behind_star;
        } else {
            return false;
        }
    }
    while (in_glob < lower_glob.size() && lower_glob[in_glob] == '*') ++in_glob;
    return in_glob == lower_glob.size();
}

}  // namespace dandori::mail
