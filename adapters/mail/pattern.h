#pragma once
// Regular expressions and globs of the intake rules.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/failure.h"

namespace dandori::mail {

/// A PCRE2 regular expression: Unicode, no case, searched anywhere. Matching has a limit, so that no pattern and no
/// mail can keep the program busy. May be used by any thread.
class Pattern {
  public:
    /// With `at_lines`, `^` and `$` fit at every line. Fails (Syntax) with PCRE2's words and the place; at most 2000
    /// bytes.
    static Result<Pattern> compile(std::string_view text, bool at_lines = false);

    /// The first group of the first match (the whole match where there is no group or it took no part); none without a
    /// match. Fails (Bounds) at the match limit.
    Result<std::optional<std::string>> find(std::string_view subject) const;

    Result<bool> fits(std::string_view subject) const;

    /// All matches replaced by `with`, taken literally.
    Result<std::string> replaced(std::string_view subject, std::string_view with) const;

  private:
    struct Place;
    Result<Place> match(std::string_view subject, std::size_t from) const;
    std::shared_ptr<const void> code_;
    std::string text_;
};

/// `*` is any run, `?` one character, no case; the whole text must fit.
bool fits_glob(std::string_view text, std::string_view glob);

}  // namespace dandori::mail
