#pragma once
// Regular expressions in the flavour of XPath (XQuery and XPath Functions 3.1, 5.6), matched by PCRE2.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"

namespace dandori::feel {

/// The pattern as PCRE2 writes it, in UTF mode. Failure: what XPath doesn't know, such as `\1` without a group before
/// it.
Result<std::string> translated_pattern(std::string_view pattern, bool ignores_space, bool dot_all);

class Regex {
  public:
    /// Flags of `smixq`. Compiled ones are kept by each thread, so that asking again is cheap.
    static Result<std::shared_ptr<const Regex>> compiled(std::string_view pattern, std::string_view flags);

    /// Where a match begins and ends, its groups behind it; `npos` for a group that took no part.
    using Groups = std::vector<std::pair<std::size_t, std::size_t>>;
    /// The first match from the offset on; none if there is none. `steps_left` is lessened by what was tried of the pattern and
    /// passed of the text. Failure: Bounds, if that would be more.
    Result<std::optional<Groups>> find(std::string_view text, std::size_t from, std::size_t& steps_left) const;
    bool matches_empty() const;
    std::size_t group_count() const { return group_count_; }

    ~Regex();
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;

  private:
    Regex() = default;
    void* code_ = nullptr;
    std::size_t group_count_ = 0;
};

/// All letters in upper or lower case, by Unicode's one-to-one mapping.
std::string in_upper_case(const std::string& text);
std::string in_lower_case(const std::string& text);

}  // namespace dandori::feel
