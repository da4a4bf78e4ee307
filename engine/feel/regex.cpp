#include "engine/feel/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <map>

#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

constexpr std::uint32_t depth_limit = 20'000;     // of backtracking
constexpr std::size_t pattern_size_max = 10'000;
constexpr std::size_t kept_max = 256;

struct CodeDeleter {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
using Code = std::unique_ptr<pcre2_code, CodeDeleter>;

/// What one match has taken. PCRE2's own limit counts neither what one step passes of the text nor those at other beginnings.
struct Steps {
    std::size_t left = 0;
    std::size_t at = 0;
};

/// PCRE2 asks before each item of a pattern that it tries.
int count_step(pcre2_callout_block* block, void* held) {
    Steps& steps = *static_cast<Steps*>(held);
    const std::size_t at = block->current_position;
    const std::size_t taken = 1 + (at > steps.at ? at - steps.at : steps.at - at);
    steps.at = at;
    if (taken > steps.left) return PCRE2_ERROR_CALLOUT;
    steps.left -= taken;
    return 0;
}

struct ContextDeleter {
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

pcre2_match_context* limits(Steps& steps) {
    thread_local const std::unique_ptr<pcre2_match_context, ContextDeleter> context = [] {
        pcre2_match_context* made = pcre2_match_context_create(nullptr);
        pcre2_set_depth_limit(made, depth_limit);
        pcre2_set_heap_limit(made, 64 << 10);
        return std::unique_ptr<pcre2_match_context, ContextDeleter>(made);
    }();
    pcre2_set_callout(context.get(), count_step, &steps);
    return context.get();
}

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

std::string in_case(const std::string& text, std::string_view replacement) {
    // PCRE2 knows Unicode's cases; replacing everything by itself in another case is the way to ask it.
    static const Code everything = [] {
        int error = 0;
        PCRE2_SIZE at = 0;
        return Code(pcre2_compile(units("(?s).+"), PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP, &error, &at, nullptr));
    }();
    std::string result(text.size() * 3 + 16, '\0');
    PCRE2_SIZE size = result.size();
    const int done = pcre2_substitute(
        everything.get(), units(text), text.size(), 0, PCRE2_SUBSTITUTE_EXTENDED | PCRE2_SUBSTITUTE_GLOBAL, nullptr,
        nullptr, units(replacement), replacement.size(), reinterpret_cast<PCRE2_UCHAR*>(result.data()), &size);
    if (done < 0) return text;
    result.resize(size);
    return result;
}

bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string in_upper_case(const std::string& text) {
    if (!is_ascii(text)) return in_case(text, "\\U$0");
    std::string result = text;
    for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return result;
}

std::string in_lower_case(const std::string& text) {
    if (!is_ascii(text)) return in_case(text, "\\L$0");
    std::string result = text;
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

Regex::~Regex() { pcre2_code_free(static_cast<pcre2_code*>(code_)); }

Result<std::shared_ptr<const Regex>> Regex::compiled(std::string_view pattern, std::string_view flags) {
    if (pattern.size() > pattern_size_max) {
        return fail(Failure::Kind::Bounds, "A pattern of " + std::to_string(pattern.size()) +
                                               " bytes is longer than the " + std::to_string(pattern_size_max) +
                                               " allowed.");
    }
    thread_local std::map<std::pair<std::string, std::string>, std::shared_ptr<const Regex>, std::less<>> kept;
    std::pair<std::string, std::string> key(pattern, flags);
    if (const auto found = kept.find(key); found != kept.end()) return found->second;
    std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C |
                            PCRE2_AUTO_CALLOUT;
    bool ignores_space = false;
    for (std::size_t at = 0; at < flags.size();) {
        const std::size_t begin = at;
        switch (next_code_point(flags, at)) {
            case 's': options |= PCRE2_DOTALL; break;
            case 'm': options |= PCRE2_MULTILINE; break;
            case 'i': options |= PCRE2_CASELESS; break;
            case 'x': ignores_space = true; break;
            case 'q': break;
            default:
                return fail(Failure::Kind::Syntax,
                            "There is no flag '" + std::string(flags.substr(begin, at - begin)) + "' of patterns; there are s, m, i, x and q.");
        }
    }
    const bool literal = flags.find('q') != std::string_view::npos;
    if (literal) options = (options & PCRE2_CASELESS) | PCRE2_UTF | PCRE2_LITERAL | PCRE2_AUTO_CALLOUT;
    const std::string translated =
        literal ? std::string(pattern) : TRY(translated_pattern(pattern, ignores_space, (options & PCRE2_DOTALL) != 0));
    pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(context, 100);
    int error = 0;
    PCRE2_SIZE at = 0;
    pcre2_code* code = pcre2_compile(units(translated), translated.size(), options, &error, &at, context);
    pcre2_compile_context_free(context);
    if (code == nullptr) {
        std::string message(200, '\0');
        const int size = pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(message.data()), message.size());
        message.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return fail(Failure::Kind::Syntax,
                    "The pattern " + quoted(shortened(pattern, 60)) + " can't be read: " + message + ".");
    }
    std::shared_ptr<Regex> regex(new Regex());
    regex->code_ = code;
    std::uint32_t groups = 0;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    regex->group_count_ = groups;
    if (kept.size() >= kept_max) kept.clear();
    kept.emplace(std::move(key), regex);
    return std::shared_ptr<const Regex>(std::move(regex));
}

Result<std::optional<Regex::Groups>> Regex::find(std::string_view text, std::size_t from,
                                                 std::size_t& steps_left) const {
    const auto* code = static_cast<const pcre2_code*>(code_);
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(
        pcre2_match_data_create_from_pattern(code, nullptr), pcre2_match_data_free);
    const std::uint32_t checked = from > 0 ? PCRE2_NO_UTF_CHECK : 0;
    Steps steps{steps_left, from};
    const int count = pcre2_match(code, units(text), text.size(), from, checked, data.get(), limits(steps));
    steps_left = steps.left;
    if (count == PCRE2_ERROR_NOMATCH) return std::optional<Groups>();
    if (count == PCRE2_ERROR_CALLOUT || count == PCRE2_ERROR_MATCHLIMIT || count == PCRE2_ERROR_DEPTHLIMIT || count == PCRE2_ERROR_HEAPLIMIT) {
        return fail(Failure::Kind::Bounds, "Matching takes more steps than allowed.");
    }
    if (count < 0) return fail(Failure::Kind::Syntax, "The text is not UTF-8.");
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data.get());
    Groups groups;
    for (std::uint32_t index = 0; index <= group_count_; ++index) {
        const bool took_part = index < static_cast<std::uint32_t>(count) && ends[2 * index] != PCRE2_UNSET;
        groups.emplace_back(took_part ? ends[2 * index] : std::string::npos,
                            took_part ? ends[2 * index + 1] : std::string::npos);
    }
    return std::optional(std::move(groups));
}

bool Regex::matches_empty() const {
    std::size_t steps = 10'000;
    const auto found = find("", 0, steps);
    return found && found->has_value();
}

}  // namespace dandori::feel
